/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/metrics-json.h"

#include "core/error.h"
#include "core/raw-data.h"

static JsonArray *
counts_to_json (const guint *counts, guint n)
{
  JsonArray *array = json_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    json_array_add_int_element (array, counts[i]);
  return array;
}

void
vw_metrics_to_json (const VwMetrics *self, JsonObject *object)
{
  const VwPopulation with = VW_POPULATION_WITH_KEYPOINTS;
  guint n = self->n_classes;
  JsonArray *rows = json_array_sized_new (n), *support = json_array_sized_new (n);

  for (guint truth = 0; truth < n; truth++)
    {
      json_array_add_array_element (rows, counts_to_json (self->confusion + (gsize) truth * n, n));
      json_array_add_int_element (support, vw_metrics_support (self, truth, with));
    }
  json_object_set_int_member (object, "test_images", vw_metrics_total (self, with));
  json_object_set_int_member (object, "test_total", vw_metrics_total (self, VW_POPULATION_ALL));
  json_object_set_double_member (object, "accuracy", vw_metrics_accuracy (self, with));
  json_object_set_double_member (object, "accuracy_all",
                                 vw_metrics_accuracy (self, VW_POPULATION_ALL));
  json_object_set_double_member (object, "macro_f1", vw_metrics_macro_average (self, with).f1);
  json_object_set_array_member (object, "support", support);
  json_object_set_array_member (object, "confusion", rows);
  json_object_set_array_member (object, "without_keypoints",
                                counts_to_json (self->without_keypoints, n));
}

static gboolean
read_confusion (VwMetrics *self, const VwJson *json, JsonArray *rows, GError **error)
{
  for (guint truth = 0; truth < self->n_classes; truth++)
    {
      JsonNode *row = json_array_get_element (rows, truth);

      if (!JSON_NODE_HOLDS_ARRAY (row)
          || json_array_get_length (json_node_get_array (row)) != self->n_classes)
        {
          vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is not a square matrix"),
                        "confusion");
          return FALSE;
        }
      if (!vw_json_read_counts (json, "confusion", json_node_get_array (row),
                                self->confusion + (gsize) truth * self->n_classes, error))
        return FALSE;
    }
  return TRUE;
}

/* So that no sum of counts overflows. */
static gboolean
check_total (const VwMetrics *self, const char *name, GError **error)
{
  gsize n_cells = (gsize) self->n_classes * self->n_classes;
  guint64 total = 0;

  for (gsize i = 0; i < n_cells; i++)
    total += self->confusion[i];
  for (guint i = 0; i < self->n_classes; i++)
    total += self->without_keypoints[i];
  if (total <= G_MAXUINT)
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("counts more images than there can be"));
  return FALSE;
}

VwMetrics *
vw_metrics_from_json (const VwJson *json, GError **error)
{
  JsonArray *rows = vw_json_get_array (json, "confusion", 1, VW_MAX_CLASSES, error);
  g_autoptr (VwMetrics) self = NULL;
  JsonArray *without;

  if (rows == NULL)
    return NULL;
  self = vw_metrics_new (json_array_get_length (rows));
  without = vw_json_get_array (json, "without_keypoints", self->n_classes, self->n_classes, error);
  if (without == NULL || !read_confusion (self, json, rows, error)
      || !vw_json_read_counts (json, "without_keypoints", without, self->without_keypoints, error)
      || !check_total (self, json->name, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/matrix-source.h"

#include "core/error.h"
#include "core/files.h"
#include "core/metrics-json.h"

#define LARGEST_REPORT ((gsize) 16 * 1024 * 1024) /* bytes */

void
vw_cli_matrix_source_clear (VwCliMatrixSource *self)
{
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->metrics, vw_metrics_free);
  g_clear_pointer (&self->class_names, g_strfreev);
}

static char **
number_classes (guint n)
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup_printf ("%u", i);
  return names;
}

static char **
read_classes (const VwJson *json, guint n, GError **error)
{
  JsonArray *classes = vw_json_get_array (json, "classes", n, n, error);
  g_auto (GStrv) names = g_new0 (char *, n + 1);

  if (classes == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (classes, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        {
          vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is not an array of texts"),
                        "classes");
          return NULL;
        }
      names[i] = json_node_dup_string (node);
    }
  return g_steal_pointer (&names);
}

/* One of another program need not name its classes. */
static gboolean
read_report (const char *path, VwCliMatrixSource *source, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, LARGEST_REPORT, NULL, error);
  g_autoptr (JsonObject) object = NULL;
  VwJson json;

  if (bytes == NULL)
    return FALSE;
  object = vw_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), path, error);
  if (object == NULL)
    return FALSE;
  json = (VwJson){ object, path };
  source->metrics = vw_metrics_from_json (&json, error);
  if (source->metrics == NULL)
    return FALSE;
  source->class_names = json_object_has_member (object, "classes")
                            ? read_classes (&json, source->metrics->n_classes, error)
                            : number_classes (source->metrics->n_classes);
  return source->class_names != NULL;
}

gboolean
vw_cli_matrix_source_read (const char *path, VwCliMatrixSource *source, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (!g_str_has_suffix (lower, ".json"))
    {
      source->model = vw_model_load (path, error);
      if (source->model == NULL)
        return FALSE;
      source->metrics = vw_metrics_copy (source->model->metrics);
      source->class_names = g_strdupv (source->model->class_names);
      return TRUE;
    }
  return read_report (path, source, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model-json.h"

#include <string.h>

#include "core/files.h"
#include "core/metrics-json.h"
#include "core/parameters-json.h"
#include "core/raw-data.h"

#define FORMAT 1 /* of model files; raise it when an older program could misread a new one */
#define SHA256_LENGTH 64
#define MIN_CLASSES 2

JsonObject *
vw_model_to_json (const VwModel *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *names = json_array_new ();
  char **stored = self->stored_names != NULL ? self->stored_names : self->class_names;

  for (guint i = 0; i < self->metrics->n_classes; i++)
    json_array_add_string_element (names, stored[i]);
  json_object_set_int_member (object, "format", FORMAT);
  json_object_set_string_member (object, "version", self->version);
  json_object_set_object_member (object, "parameters", vw_parameters_to_json (&self->parameters));
  json_object_set_string_member (object, "data_sha256", self->data_sha256);
  json_object_set_int_member (object, "rows", self->rows);
  json_object_set_int_member (object, "cols", self->cols);
  json_object_set_array_member (object, "class_names", names);
  json_object_set_int_member (object, "train_descriptors", self->train_descriptors);
  json_object_set_int_member (object, "train_images", self->train_images);
  json_object_set_int_member (object, "train_total", self->train_total);
  json_object_set_double_member (object, "inertia", self->inertia);
  vw_metrics_to_json (self->metrics, object);
  return object;
}

gboolean
vw_model_check_format (const VwJson *json, GError **error)
{
  guint64 format;

  if (!vw_json_get_count (json, "format", G_MAXINT64, &format, error))
    return FALSE;
  if (format == FORMAT)
    return TRUE;
  vw_error_set (error, VW_ERROR_UNSUPPORTED, json->name,
                N_ ("is a model in format %s; this program reads format %s"), VW_NUMBER (format),
                VW_NUMBER (FORMAT));
  return FALSE;
}

static gboolean
read_class_names (VwModel *self, const VwJson *json, GError **error)
{
  guint n = self->metrics->n_classes;
  JsonArray *names = vw_json_get_array (json, "class_names", MAX (n, MIN_CLASSES), n, error);
  g_auto (GStrv) read = NULL;

  if (names == NULL)
    return FALSE;
  read = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (names, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        {
          vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is not an array of texts"),
                        "class_names");
          return FALSE;
        }
      read[i] = g_strdup (json_node_get_string (node));
    }
  vw_model_take_class_names (self, g_steal_pointer (&read));
  return TRUE;
}

static gboolean
read_texts (VwModel *self, const VwJson *json, GError **error)
{
  self->version = g_strdup (vw_json_get_string (json, "version", error));
  if (self->version == NULL)
    return FALSE;
  self->data_sha256 = g_strdup (vw_json_get_string (json, "data_sha256", error));
  if (self->data_sha256 == NULL)
    return FALSE;
  if (strlen (self->data_sha256) == SHA256_LENGTH
      && strspn (self->data_sha256, "0123456789abcdef") == SHA256_LENGTH)
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is not a SHA-256"), "data_sha256");
  return FALSE;
}

static gboolean
read_counts (VwModel *self, const VwJson *json, GError **error)
{
  struct {
    const char *key;
    guint64 least, most, value;
  } counts[] = {
    { "rows", 1, VW_MAX_SIDE },
    { "cols", 1, VW_MAX_SIDE },
    { "train_total", 0, G_MAXUINT },
    { "train_images", 0, G_MAXUINT },
    { "train_descriptors", 0, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (!vw_json_get_count (json, counts[i].key, counts[i].most, &counts[i].value, error))
        return FALSE;
      if (counts[i].value >= counts[i].least)
        continue;
      vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is 0"), counts[i].key);
      return FALSE;
    }
  self->rows = counts[0].value;
  self->cols = counts[1].value;
  self->train_total = counts[2].value;
  self->train_images = counts[3].value;
  self->train_descriptors = counts[4].value;
  if (self->train_images <= self->train_total)
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, json->name,
                N_ ("has more training images with keypoints than training images"));
  return FALSE;
}

static gboolean
read_inertia (VwModel *self, const VwJson *json, GError **error)
{
  if (!vw_json_get_number (json, "inertia", &self->inertia, error))
    return FALSE;
  if (self->inertia >= 0)
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is negative"), "inertia");
  return FALSE;
}

static gboolean
read_parameters (VwModel *self, const VwJson *json, GError **error)
{
  VwJson inner = { vw_json_get_object (json, "parameters", error), json->name };

  return inner.object != NULL && vw_parameters_from_json (&inner, &self->parameters, error);
}

gboolean
vw_model_read_json (VwModel *self, const VwJson *json, GError **error)
{
  self->metrics = vw_metrics_from_json (json, error);
  return self->metrics != NULL && read_class_names (self, json, error)
         && read_texts (self, json, error) && read_counts (self, json, error)
         && read_inertia (self, json, error) && read_parameters (self, json, error);
}

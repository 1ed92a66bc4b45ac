/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/matrix-source.h"

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

static VwMetrics *
read_report (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, LARGEST_REPORT, NULL, error);
  g_autoptr (JsonObject) object = NULL;
  VwJson json;

  if (bytes == NULL)
    return NULL;
  object = vw_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), path, error);
  if (object == NULL)
    return NULL;
  json = (VwJson){ object, path };
  return vw_metrics_from_json (&json, error);
}

gboolean
vw_cli_matrix_source_read (const char *path, VwCliMatrixSource *source, GError **error)
{
  if (!g_str_has_suffix (path, ".json"))
    {
      source->model = vw_model_load (path, error);
      if (source->model == NULL)
        return FALSE;
      source->metrics = vw_metrics_copy (source->model->metrics);
      source->class_names = g_strdupv (source->model->class_names);
      return TRUE;
    }
  source->metrics = read_report (path, error);
  if (source->metrics == NULL)
    return FALSE;
  source->class_names = number_classes (source->metrics->n_classes);
  return TRUE;
}

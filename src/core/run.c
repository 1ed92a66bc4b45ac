/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run.h"

#include <string.h>

#include "core/files.h"
#include "core/model-json.h"
#include "core/usage-json.h"

#define FORMAT 1     /* of records; raise it when an older program could misread a new one */
#define MAX_NAME 200 /* characters */
/* Of 9999-12-31, in UTC; a day later GLib has no dates. */
#define LAST_SECOND G_GINT64_CONSTANT (253402214400)

/* A model without its two large parts, made of what is written of it. */
static VwModel *
summarize (const VwModel *model)
{
  g_autoptr (JsonObject) object = vw_model_to_json (model);
  VwModel *summary = vw_model_new ();

  if (!vw_model_read_json (summary, &(VwJson){ object, "model" }, NULL))
    g_return_val_if_reached (summary);
  return summary;
}

VwRun *
vw_run_new (const VwModel *model, const VwStageRecord *stages, GArray *predictions, gint64 created)
{
  VwRun *self = g_new0 (VwRun, 1);

  g_atomic_ref_count_init (&self->refs);
  self->created = created;
  self->summary = summarize (model);
  memcpy (self->stages, stages, sizeof self->stages);
  self->predictions = g_array_ref (predictions);
  return self;
}

VwRun *
vw_run_rename (const VwRun *self, const char *name)
{
  VwRun *other = vw_run_new (self->summary, self->stages, self->predictions, self->created);

  other->id = g_strdup (self->id);
  other->name = g_strdup (name);
  return other;
}

VwRun *
vw_run_ref (VwRun *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_run_unref (VwRun *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->summary, vw_model_unref);
  g_clear_pointer (&self->predictions, g_array_unref);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/* Two bytes each, the lower one first. */
static char *
predictions_to_text (const GArray *predictions)
{
  g_autofree guint16 *bytes = g_new (guint16, predictions->len);

  for (guint i = 0; i < predictions->len; i++)
    bytes[i] = GUINT16_TO_LE ((guint16) g_array_index (predictions, gint16, i));
  return g_base64_encode ((const guint8 *) bytes, predictions->len * sizeof *bytes);
}

JsonObject *
vw_run_to_json (const VwRun *self)
{
  JsonObject *object = json_object_new ();
  g_autofree char *predictions = predictions_to_text (self->predictions);

  json_object_set_int_member (object, "format", FORMAT);
  if (self->name != NULL)
    json_object_set_string_member (object, "name", self->name);
  json_object_set_int_member (object, "created", self->created);
  json_object_set_object_member (object, "model", vw_model_to_json (self->summary));
  json_object_set_array_member (object, "stages", vw_stages_to_json (self->stages));
  json_object_set_string_member (object, "predictions", predictions);
  return object;
}

static gboolean
check_format (const VwJson *json, GError **error)
{
  guint64 format;

  if (!vw_json_get_count (json, "format", G_MAXINT64, &format, error))
    return FALSE;
  if (format == FORMAT)
    return TRUE;
  vw_error_set (error, VW_ERROR_UNSUPPORTED, json->name,
                N_ ("is a run in format %s; this program reads format %s"), VW_NUMBER (format),
                VW_NUMBER (FORMAT));
  return FALSE;
}

static gboolean
read_name (VwRun *self, const VwJson *json, GError **error)
{
  const char *name;

  if (!json_object_has_member (json->object, "name"))
    return TRUE;
  name = vw_json_get_string (json, "name", error);
  if (name == NULL)
    return FALSE;
  self->name = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME));
  return TRUE;
}

static gboolean
read_summary (VwRun *self, const VwJson *json, GError **error)
{
  VwJson inner = { vw_json_get_object (json, "model", error), json->name };

  self->summary = vw_model_new ();
  return inner.object != NULL && vw_model_check_format (&inner, error)
         && vw_model_read_json (self->summary, &inner, error);
}

/* Whether the images that are predicted to be of a class are as many as the matrix has. */
static gboolean
check_predictions (const VwRun *self, const char *name, GError **error)
{
  const VwMetrics *metrics = self->summary->metrics;
  int n_classes = metrics->n_classes;
  g_autofree guint *counts = g_new0 (guint, n_classes + 1);
  gboolean good = self->predictions->len == vw_metrics_total (metrics, VW_POPULATION_ALL);

  for (guint i = 0; good && i < self->predictions->len; i++)
    {
      int predicted = g_array_index (self->predictions, gint16, i);

      good = predicted >= VW_NO_PREDICTION && predicted < n_classes;
      if (good)
        counts[predicted + 1]++;
    }
  for (int c = 0; good && c < n_classes; c++)
    good = counts[c + 1] == vw_metrics_predicted (metrics, c);
  if (!good)
    vw_error_set (error, VW_ERROR_MISMATCH, name,
                  N_ ("has predictions that are not those of its confusion matrix"));
  return good;
}

static gboolean
read_predictions (VwRun *self, const VwJson *json, GError **error)
{
  const char *text = vw_json_get_string (json, "predictions", error);
  g_autofree guint8 *bytes = NULL;
  gsize size;

  if (text == NULL)
    return FALSE;
  bytes = g_base64_decode (text, &size);
  self->predictions = g_array_new (FALSE, FALSE, sizeof (gint16));
  for (gsize i = 0; i + 1 < size; i += sizeof (gint16))
    {
      gint16 predicted = (gint16) (bytes[i] | bytes[i + 1] << 8);

      g_array_append_val (self->predictions, predicted);
    }
  return check_predictions (self, json->name, error);
}

VwRun *
vw_run_from_json (const VwJson *json, const char *id, GError **error)
{
  g_autoptr (VwRun) self = g_new0 (VwRun, 1);
  guint64 created;

  g_atomic_ref_count_init (&self->refs);
  self->id = g_strdup (id);
  if (!check_format (json, error)
      || !vw_json_get_count (json, "created", LAST_SECOND, &created, error)
      || !read_name (self, json, error) || !read_summary (self, json, error)
      || !vw_stages_from_json (json, self->stages, error) || !read_predictions (self, json, error))
    return NULL;
  self->created = created;
  return g_steal_pointer (&self);
}

double
vw_run_get_seconds (const VwRun *self)
{
  double seconds = 0;

  for (VwStage s = VW_STAGE_KEYPOINTS; s < VW_N_STAGES; s++)
    seconds += self->stages[s].seconds;
  return seconds;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/outcome.h"

#include "config.h"
#include "core/json.h"
#include "core/parameters-json.h"

#include <math.h>

#define MUCH_FARTHER 2.5

VwOutcome *
vw_outcome_new (const VwParameterInfo *info,
                const VwParameters *parameters,
                const char *data_sha256,
                GArray *values)
{
  VwOutcome *self = g_new (VwOutcome, 1);

  *self = (VwOutcome){ info, *parameters, g_strdup (data_sha256), g_array_ref (values),
                       vw_trials_new () };
  return self;
}

VwOutcome *
vw_outcome_copy (const VwOutcome *self)
{
  VwOutcome *copy
      = vw_outcome_new (self->info, &self->parameters, self->data_sha256, self->values);

  vw_trials_append (copy->trials, self->trials, 0);
  return copy;
}

void
vw_outcome_free (VwOutcome *self)
{
  g_free (self->data_sha256);
  g_array_unref (self->values);
  g_array_unref (self->trials);
  g_free (self);
}

gboolean
vw_outcome_is_repetition (const VwOutcome *self)
{
  return g_str_equal (self->info->name, "seed");
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

gboolean
vw_outcome_has_ratios (const VwOutcome *self)
{
  g_autoptr (GArray) values = g_array_copy (self->values);
  double difference = INFINITY, ratio = INFINITY, least, most;

  if (values->len < 3 || vw_outcome_is_repetition (self)
      || self->info->type == VW_PARAMETER_CHOICE)
    return FALSE;
  g_array_sort (values, compare_doubles);
  least = g_array_index (values, double, 0);
  most = g_array_index (values, double, values->len - 1);
  if (least <= 0)
    return FALSE;
  for (guint i = 1; i < values->len; i++)
    {
      double before = g_array_index (values, double, i - 1);
      double value = g_array_index (values, double, i);

      difference = fmin (difference, value - before);
      ratio = fmin (ratio, log (value / before));
    }
  return ratio / log (most / least) > MUCH_FARTHER * difference / (most - least);
}

gboolean
vw_outcome_changes_keypoints (const VwOutcome *self)
{
  return self->info->stage <= VW_STAGE_KEYPOINTS;
}

VwParameters
vw_outcome_get_parameters (const VwOutcome *self, double value)
{
  VwParameters parameters = self->parameters;

  vw_parameter_set (&parameters, self->info, value);
  return parameters;
}

char *
vw_outcome_format_value (const VwOutcome *self, double value)
{
  VwParameters parameters = vw_outcome_get_parameters (self, value);

  return vw_parameter_format (&parameters, self->info);
}

int
vw_outcome_best (const VwOutcome *self)
{
  double most = -1;
  int best = -1;

  for (guint i = 0; i < self->trials->len; i++)
    {
      const VwMetrics *metrics = g_array_index (self->trials, VwTrial, i).metrics;
      double accuracy
          = metrics != NULL ? vw_metrics_accuracy (metrics, VW_POPULATION_ALL) : -1;

      if (accuracy > most)
        {
          most = accuracy;
          best = (int) i;
        }
    }
  return best;
}

static void
add_row (VwTable *table, const VwOutcome *self, const VwTrial *trial)
{
  g_autofree char *value = vw_outcome_format_value (self, trial->value);
  g_autofree char *keypoints = g_strdup_printf ("%" G_GUINT64_FORMAT, trial->train_descriptors);

  vw_table_add (table, value);
  if (trial->metrics == NULL)
    {
      for (guint i = 1; i < table->n_columns; i++)
        vw_table_add (table, "");
      return;
    }
  vw_table_add_share (table, vw_metrics_accuracy (trial->metrics, VW_POPULATION_ALL));
  vw_table_add_share (table, vw_metrics_accuracy (trial->metrics, VW_POPULATION_WITH_KEYPOINTS));
  vw_table_add_share (table,
                      vw_metrics_macro_average (trial->metrics, VW_POPULATION_WITH_KEYPOINTS).f1);
  vw_table_add (table, keypoints);
}

VwTable *
vw_outcome_table (const VwOutcome *self)
{
  static const char *const heads[]
      = { "accuracy_all", "accuracy", "macro_f1", "train_descriptors" };
  VwTable *table = vw_table_new (1 + G_N_ELEMENTS (heads));

  vw_table_add (table, self->info->name);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    vw_table_add (table, heads[i]);
  for (guint i = 0; i < self->trials->len; i++)
    add_row (table, self, &g_array_index (self->trials, VwTrial, i));
  return table;
}

char *
vw_outcome_origin (const VwOutcome *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *values = json_array_new ();

  for (guint i = 0; i < self->values->len; i++)
    {
      g_autofree char *text
          = vw_outcome_format_value (self, g_array_index (self->values, double, i));

      json_array_add_string_element (values, text);
    }
  json_object_set_string_member (object, "parameter", self->info->name);
  json_object_set_array_member (object, "values", values);
  json_object_set_object_member (object, "parameters", vw_parameters_to_json (&self->parameters));
  json_object_set_string_member (object, "data_sha256", self->data_sha256);
  json_object_set_string_member (object, "version", VW_VERSION);
  return vw_json_format (object);
}

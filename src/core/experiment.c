/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/experiment.h"

#include <math.h>

#include "core/error.h"
#include "core/files.h"

/* Of an accumulated decimal step: 0.1 + 0.2 is no more than 0.3. */
#define STEP_SLACK 1e-9
#define STEP_DIGITS "%.12g"

typedef struct {
  const VwExperiment *experiment;
  guint n_done;
  VwTrainingProgress last;
} Run;

void
vw_trial_clear (VwTrial *self)
{
  g_clear_pointer (&self->metrics, vw_metrics_free);
  g_clear_error (&self->error);
}

double
vw_trial_get_keypoints (const VwTrial *self)
{
  return (double) self->train_descriptors / MAX (self->train_total, 1);
}

GArray *
vw_trials_new (void)
{
  GArray *trials = g_array_new (FALSE, TRUE, sizeof (VwTrial));

  g_array_set_clear_func (trials, (GDestroyNotify) vw_trial_clear);
  return trials;
}

void
vw_trials_append (GArray *self, const GArray *from, guint first)
{
  for (guint i = first; i < from->len; i++)
    {
      VwTrial trial = g_array_index (from, VwTrial, i);

      trial.metrics = trial.metrics != NULL ? vw_metrics_copy (trial.metrics) : NULL;
      trial.error = trial.error != NULL ? g_error_copy (trial.error) : NULL;
      g_array_append_val (self, trial);
    }
}

/* The parameter's own rule, and its own words for what breaks it. */
static gboolean
parse_value (const VwParameterInfo *info, const char *text, double *value, GError **error)
{
  VwParameters parameters = { 0 };

  if (!vw_parameter_parse (&parameters, info, text, error))
    return FALSE;
  *value = vw_parameter_get (&parameters, info);
  return TRUE;
}

static gboolean
check_value (const VwParameterInfo *info, double value, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return parse_value (info, g_ascii_dtostr (text, sizeof text, value), &value, error);
}

static gboolean
check_step (const VwParameterInfo *info, double step, GError **error)
{
  if (step > 0 && isfinite (step) && (info->type == VW_PARAMETER_DOUBLE || step == floor (step)))
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL,
                info->type == VW_PARAMETER_INT ? N_ ("%s: the step is not a whole number above 0")
                                               : N_ ("%s: the step is not above 0"),
                info->name);
  return FALSE;
}

static gboolean
check_number (const VwParameterInfo *info, double n, GError **error)
{
  if (n <= VW_EXPERIMENT_MOST_TRIALS)
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: these are more than %s values"),
                info->name, VW_NUMBER (VW_EXPERIMENT_MOST_TRIALS));
  return FALSE;
}

/* The number that the user would write: 1.1 + 0.1 is 1.2, and the same training as with 1.2. */
static double
round_value (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, STEP_DIGITS, value), NULL);
}

GArray *
vw_experiment_range (const VwParameterInfo *info,
                     double from,
                     double to,
                     double step,
                     GError **error)
{
  double steps = floor (fabs (to - from) / step + STEP_SLACK);
  GArray *values;

  if (!check_value (info, from, error) || !check_value (info, to, error)
      || !check_step (info, step, error) || !check_number (info, steps + 1, error))
    return NULL;
  values = g_array_new (FALSE, FALSE, sizeof (double));
  for (double i = 0; i <= steps; i++)
    {
      double value = round_value (from + (to < from ? -i : i) * step);

      g_array_append_val (values, value);
    }
  return values;
}

static GArray *
parse_range (const VwParameterInfo *info, char **parts, GError **error)
{
  double limits[2], step = info->step;
  char *end = NULL;

  for (guint i = 0; i < 2; i++)
    if (!parse_value (info, parts[i], &limits[i], error))
      return NULL;
  if (parts[2] != NULL)
    {
      step = g_ascii_strtod (parts[2], &end);
      if (end == parts[2] || *end != '\0')
        step = 0; /* refused as such */
    }
  return vw_experiment_range (info, limits[0], limits[1], step, error);
}

static GArray *
parse_list (const VwParameterInfo *info, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double unused;

  if (parts[0] == NULL) /* what an empty text is split into */
    {
      parse_value (info, text, &unused, error); /* refused in its words */
      return NULL;
    }
  if (!check_number (info, g_strv_length (parts), error))
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      double value;

      if (!parse_value (info, g_strstrip (parts[i]), &value, error))
        return NULL;
      g_array_append_val (values, value);
    }
  return g_steal_pointer (&values);
}

GArray *
vw_experiment_parse (const VwParameterInfo *info, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  guint n = g_strv_length (parts);

  if (info->type != VW_PARAMETER_CHOICE && (n == 2 || n == 3))
    return parse_range (info, parts, error);
  return parse_list (info, text, error);
}

GArray *
vw_experiment_parse_typed (const VwParameterInfo *info,
                           const char *text,
                           gboolean decimal_comma,
                           GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean apart = FALSE; /* a separator came since the last value */

  decimal_comma = decimal_comma && info->type == VW_PARAMETER_DOUBLE;
  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean decimals = decimal_comma && at > text && g_ascii_isdigit (at[-1])
                          && g_ascii_isdigit (at[1]);

      if (g_ascii_isspace (*at) || *at == ';' || (*at == ',' && !decimals))
        {
          apart = TRUE;
          continue;
        }
      if (apart && list->len > 0)
        g_string_append_c (list, ',');
      apart = FALSE;
      g_string_append_c (list, *at == ',' ? '.' : *at);
    }
  return vw_experiment_parse (info, list->str, error);
}

GArray *
vw_experiment_seeds (const VwParameters *parameters, guint n)
{
  const VwParameterInfo *info = vw_parameter_find ("seed");
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      double seed = fmod (parameters->seed + (double) i, info->most + 1);

      g_array_append_val (values, seed);
    }
  return values;
}

static void
tell (const Run *run)
{
  if (run->experiment->progress != NULL)
    run->experiment->progress (run->n_done, &run->last, run->experiment->progress_data);
}

/* A VwTrainingFunc. */
static void
on_progress (const VwTrainingProgress *progress, gpointer data)
{
  Run *run = data;

  run->last = *progress;
  tell (run);
}

/* Returns: FALSE when cancelled. */
static gboolean
run_trial (Run *run, VwTrainer *trainer, VwTrial *trial)
{
  const VwExperiment *self = run->experiment;
  VwTraining training = self->training;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (VwModel) model = NULL;

  training.keep_descriptors = VW_KEEP_DESCRIPTORS;
  training.progress = on_progress;
  training.progress_data = run;
  vw_parameter_set (&training.parameters, self->info, trial->value);
  model = vw_trainer_run (trainer, &training, NULL, NULL, &trial->error);
  trial->seconds = (g_get_monotonic_time () - start) / 1e6;
  if (model == NULL)
    return trial->error->domain == VW_ERROR;
  trial->metrics = vw_metrics_copy (model->metrics);
  trial->train_descriptors = model->train_descriptors;
  trial->train_total = model->train_total;
  return TRUE;
}

gboolean
vw_experiment_run (const VwExperiment *self, VwTrainer *trainer, GArray *trials, GError **error)
{
  Run run = { .experiment = self };

  while (run.n_done < self->n_values)
    {
      VwTrial trial = { .value = self->values[run.n_done] };

      if (!run_trial (&run, trainer, &trial))
        {
          g_propagate_error (error, g_steal_pointer (&trial.error));
          vw_trial_clear (&trial);
          return FALSE;
        }
      g_array_append_val (trials, trial);
      run.n_done = trials->len;
      tell (&run);
    }
  return TRUE;
}

VwSummary
vw_trials_accuracy (const GArray *trials, VwPopulation population)
{
  VwSummary summary = { .least = INFINITY, .most = -INFINITY };
  double sum = 0, squares = 0;

  for (guint i = 0; i < trials->len; i++)
    {
      const VwTrial *trial = &g_array_index (trials, VwTrial, i);
      double accuracy;

      if (trial->metrics == NULL)
        continue;
      accuracy = vw_metrics_accuracy (trial->metrics, population);
      sum += accuracy;
      summary.n++;
      summary.least = fmin (summary.least, accuracy);
      summary.most = fmax (summary.most, accuracy);
    }
  if (summary.n == 0)
    return (VwSummary){ 0 };
  summary.mean = sum / summary.n;
  for (guint i = 0; i < trials->len; i++)
    {
      const VwTrial *trial = &g_array_index (trials, VwTrial, i);

      if (trial->metrics != NULL)
        squares += pow (vw_metrics_accuracy (trial->metrics, population) - summary.mean, 2);
    }
  summary.deviation = summary.n > 1 ? sqrt (squares / (summary.n - 1)) : 0;
  return summary;
}

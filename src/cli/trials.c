/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trials.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "config.h"
#include "core/parameters-json.h"
#include "plot/outcome.h"
#include "text/language.h"

/* Widths of columns. */
enum { VALUE = 14, NUMBER = 18 };

static void
print_trial (const VwOutcome *self, const VwTrial *trial)
{
  g_autofree char *value = vw_outcome_format_value (self, trial->value);

  vw_cli_print_left (value, VALUE);
  if (trial->metrics == NULL)
    {
      g_autofree char *reason = vw_cli_describe (trial->error);

      printf ("%s\n", reason);
      return;
    }
  printf ("%*.4f%*.4f%*.4f%*.1f%*.1f\n", NUMBER,
          vw_metrics_accuracy (trial->metrics, VW_POPULATION_ALL), NUMBER,
          vw_metrics_accuracy (trial->metrics, VW_POPULATION_WITH_KEYPOINTS), NUMBER,
          vw_metrics_macro_average (trial->metrics, VW_POPULATION_WITH_KEYPOINTS).f1, NUMBER,
          vw_trial_get_keypoints (trial), NUMBER, trial->seconds);
}

static void
print_summary (const char *label, const VwSummary *summary)
{
  vw_cli_print_label (label);
  printf (_ ("%.4f ± %.4f, from %.4f to %.4f\n"), summary->mean, summary->deviation, summary->least,
          summary->most);
}

static void
print_text (const VwOutcome *self)
{
  VwSummary all = vw_trials_accuracy (self->trials, VW_POPULATION_ALL);
  VwSummary with = vw_trials_accuracy (self->trials, VW_POPULATION_WITH_KEYPOINTS);

  vw_cli_print_left (self->info->name, VALUE);
  vw_cli_print_right (_ ("All images"), NUMBER);
  vw_cli_print_right (_ ("With keypoints"), NUMBER);
  vw_cli_print_right (_ ("Macro F1"), NUMBER);
  vw_cli_print_right (_ ("Keypoints"), NUMBER);
  vw_cli_print_right (_ ("Seconds"), NUMBER);
  putchar ('\n');
  for (guint i = 0; i < self->trials->len; i++)
    print_trial (self, &g_array_index (self->trials, VwTrial, i));
  if (!vw_outcome_is_repetition (self) || all.n < 2)
    return;
  putchar ('\n');
  print_summary (_ ("All images"), &all);
  print_summary (_ ("With keypoints"), &with);
}

static JsonObject *
trial_to_json (const VwOutcome *self, const VwTrial *trial)
{
  JsonObject *object = json_object_new ();
  g_autofree char *value = vw_outcome_format_value (self, trial->value);

  if (self->info->type == VW_PARAMETER_CHOICE)
    json_object_set_string_member (object, "value", value);
  else
    json_object_set_double_member (object, "value", trial->value);
  json_object_set_double_member (object, "seconds", trial->seconds);
  if (trial->metrics == NULL)
    {
      json_object_set_string_member (object, "error", trial->error->message);
      return object;
    }
  json_object_set_double_member (
      object, "accuracy", vw_metrics_accuracy (trial->metrics, VW_POPULATION_WITH_KEYPOINTS));
  json_object_set_double_member (object, "accuracy_all",
                                 vw_metrics_accuracy (trial->metrics, VW_POPULATION_ALL));
  json_object_set_double_member (
      object, "macro_f1",
      vw_metrics_macro_average (trial->metrics, VW_POPULATION_WITH_KEYPOINTS).f1);
  json_object_set_int_member (object, "train_descriptors", (gint64) trial->train_descriptors);
  json_object_set_int_member (object, "test_images",
                              vw_metrics_total (trial->metrics, VW_POPULATION_WITH_KEYPOINTS));
  json_object_set_int_member (object, "test_total",
                              vw_metrics_total (trial->metrics, VW_POPULATION_ALL));
  return object;
}

static JsonObject *
summary_to_json (const VwSummary *summary)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "n", summary->n);
  json_object_set_double_member (object, "mean", summary->mean);
  json_object_set_double_member (object, "deviation", summary->deviation);
  json_object_set_double_member (object, "least", summary->least);
  json_object_set_double_member (object, "most", summary->most);
  return object;
}

static int
print_json (const VwOutcome *self)
{
  VwSummary all = vw_trials_accuracy (self->trials, VW_POPULATION_ALL);
  VwSummary with = vw_trials_accuracy (self->trials, VW_POPULATION_WITH_KEYPOINTS);
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *trials = json_array_new ();

  for (guint i = 0; i < self->trials->len; i++)
    json_array_add_object_element (trials,
                                   trial_to_json (self, &g_array_index (self->trials, VwTrial, i)));
  json_object_set_string_member (object, "parameter", self->info->name);
  json_object_set_array_member (object, "trials", trials);
  if (vw_outcome_is_repetition (self))
    {
      json_object_set_object_member (object, "accuracy", summary_to_json (&with));
      json_object_set_object_member (object, "accuracy_all", summary_to_json (&all));
    }
  json_object_set_object_member (object, "parameters", vw_parameters_to_json (&self->parameters));
  json_object_set_string_member (object, "data_sha256", self->data_sha256);
  json_object_set_string_member (object, "version", VW_VERSION);
  json_node_take_object (root, object);
  return vw_cli_print_json (root);
}

static gboolean
write_picture (const VwOutcome *self, const VwCliFigure *file, GError **error)
{
  VwPlotOutcomeWords words;
  g_autofree char *title = NULL, *caption = NULL;
  g_autofree char *origin = vw_outcome_origin (self);
  g_autoptr (VwPlotFigure) figure = NULL;
  VwPlotOutcomeFigure content = { .outcome = self, .words = &words };

  vw_plot_outcome_words_init (&words, self->info, vw_language (), vw_cli_translate);
  title = vw_plot_outcome_words_title (&words, self);
  caption = vw_plot_outcome_words_made_from (&words, self);
  content.title = file->title != NULL ? file->title : title;
  content.caption = caption;
  content.width = vw_plot_figure_width_for (file->width);
  figure = vw_plot_outcome_figure_new (&content);
  return vw_cli_figure_write_picture (file, figure, origin, error);
}

static gboolean
write_output (const VwOutcome *self, const VwCliFigure *file, GError **error)
{
  g_autoptr (VwTable) table = NULL;

  if (file->is_picture)
    return write_picture (self, file, error);
  table = vw_outcome_table (self);
  return vw_cli_figure_write_table (file, table, error);
}

/* A VwExperimentFunc. */
static void
show_trial (guint n_done, const VwTrainingProgress *progress, gpointer data)
{
  const VwExperiment *experiment = data;
  g_autofree char *what = g_strdup_printf ("%u/%u %s",
                                           MIN (n_done + 1, experiment->n_values),
                                           experiment->n_values,
                                           vw_cli_stage_label (progress->stage));

  vw_cli_show_progress (what, progress->fraction);
}

static int
tell (const VwOutcome *self, gboolean as_json)
{
  if (as_json)
    return print_json (self);
  print_text (self);
  return vw_cli_finish_output ();
}

int
vw_cli_trials_run (VwExperiment *experiment, const VwCliTrials *trials)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (VwOutcome) outcome = NULL;
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  data = vw_cli_load (trials->source, experiment->training.threads, &error);
  if (data == NULL)
    return vw_cli_fail (error);
  outcome = vw_outcome_new (experiment->info, &experiment->training.parameters,
                            vw_dataset_get_sha256 (data), trials->values);
  experiment->training.dataset = data;
  experiment->n_values = trials->values->len;
  experiment->values = (const double *) trials->values->data;
  experiment->progress = show_trial;
  experiment->progress_data = experiment;
  done = vw_experiment_run (experiment, trainer, outcome->trials, &error);
  vw_cli_show_progress (NULL, 1);
  if (!done || (trials->file != NULL && !write_output (outcome, trials->file, &error)))
    return vw_cli_fail (error);
  return tell (outcome, trials->as_json);
}

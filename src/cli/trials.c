/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trials.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "config.h"
#include "core/file-write.h"
#include "core/parameters-json.h"
#include "core/table.h"

/* Widths of columns. */
enum { VALUE = 14, NUMBER = 16 };

static char *
value_text (const VwCliTrials *self, const VwTrial *trial)
{
  VwParameters parameters = *self->parameters;

  vw_parameter_set (&parameters, self->info, trial->value);
  return vw_parameter_format (&parameters, self->info);
}

/* Seeds are repetitions of the same, and only then a mean means something. */
static gboolean
has_spread (const VwCliTrials *self)
{
  return g_str_equal (self->info->name, "seed");
}

static double
keypoints_per_image (const VwTrial *trial)
{
  return (double) trial->train_descriptors / MAX (trial->train_total, 1);
}

static void
print_trial (const VwCliTrials *self, const VwTrial *trial)
{
  g_autofree char *value = value_text (self, trial);

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
          keypoints_per_image (trial), NUMBER, trial->seconds);
}

static void
print_summary (const char *label, const VwSummary *summary)
{
  vw_cli_print_label (label);
  printf (_ ("%.4f ± %.4f, from %.4f to %.4f\n"), summary->mean, summary->deviation, summary->least,
          summary->most);
}

static void
print_text (const VwCliTrials *self)
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
  if (!has_spread (self) || all.n < 2)
    return;
  putchar ('\n');
  print_summary (_ ("All images"), &all);
  print_summary (_ ("With keypoints"), &with);
}

static JsonObject *
trial_to_json (const VwCliTrials *self, const VwTrial *trial)
{
  JsonObject *object = json_object_new ();
  g_autofree char *value = value_text (self, trial);

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
print_json (const VwCliTrials *self)
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
  if (has_spread (self))
    {
      json_object_set_object_member (object, "accuracy", summary_to_json (&with));
      json_object_set_object_member (object, "accuracy_all", summary_to_json (&all));
    }
  json_object_set_object_member (object, "parameters", vw_parameters_to_json (self->parameters));
  json_object_set_string_member (object, "data_sha256", self->data_sha256);
  json_object_set_string_member (object, "version", VW_VERSION);
  json_node_take_object (root, object);
  return vw_cli_print_json (root);
}

static void
add_row (VwTable *table, const VwCliTrials *self, const VwTrial *trial)
{
  g_autofree char *value = value_text (self, trial);
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

/* With the keys of the JSON at the head, for scripts; without times, so that it is the same again.
 */
static gboolean
write_csv (const VwCliTrials *self, const char *path, GError **error)
{
  static const char *const heads[]
      = { "accuracy_all", "accuracy", "macro_f1", "train_descriptors" };
  g_autoptr (VwTable) table = vw_table_new (1 + G_N_ELEMENTS (heads));
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  vw_table_add (table, self->info->name);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    vw_table_add (table, heads[i]);
  for (guint i = 0; i < self->trials->len; i++)
    add_row (table, self, &g_array_index (self->trials, VwTrial, i));
  text = vw_table_format (table, VW_TABLE_CSV);
  bytes = g_bytes_new_take (text, strlen (text));
  return vw_file_write (path, bytes, error);
}

/* A VwExperimentFunc. */
static void
show_trial (guint n_done, const VwTrainingProgress *progress, gpointer data)
{
  const VwExperiment *experiment = data;
  g_autofree char *what = g_strdup_printf ("%u/%u %s", n_done + 1, experiment->n_values,
                                           vw_cli_stage_label (progress->stage));

  vw_cli_show_progress (what, progress->fraction);
}

int
vw_cli_trials_run (VwExperiment *experiment,
                   const char *source,
                   const char *output,
                   gboolean as_json)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GArray) trials = vw_trials_new ();
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (GError) error = NULL;
  VwCliTrials outcome = { experiment->info, &experiment->training.parameters, NULL, trials };
  gboolean done;

  if (output != NULL && !vw_cli_check_output (output, &error))
    return vw_cli_fail (error);
  data = vw_cli_load (source, experiment->training.threads, &error);
  if (data == NULL)
    return vw_cli_fail (error);
  experiment->training.dataset = data;
  experiment->progress = show_trial;
  experiment->progress_data = experiment;
  outcome.data_sha256 = vw_dataset_get_sha256 (data);
  done = vw_experiment_run (experiment, trainer, trials, &error);
  vw_cli_show_progress (NULL, 1);
  if (!done || (output != NULL && !write_csv (&outcome, output, &error)))
    return vw_cli_fail (error);
  if (as_json)
    return print_json (&outcome);
  print_text (&outcome);
  return vw_cli_finish_output ();
}

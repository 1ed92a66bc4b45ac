/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/training-report.h"

#include "cli/console.h"
#include "config.h"
#include "core/metrics-json.h"
#include "core/parameters-json.h"
#include "core/presets.h"
#include "core/usage-json.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Widths of columns, that of names at least. */
enum { NAMES = 16, CELL = 6, LAST_CELL = 20 };

static void
print_facts (const VwCliOutcome *outcome)
{
  const VwModel *model = outcome->model;
  const VwPreset *preset = vw_preset_matching (&model->parameters);

  vw_cli_print_label (_("Preset"));
  puts (preset != NULL ? preset->name : _("own settings"));
  vw_cli_print_label (_("Keypoints"));
  printf (_("%lu train descriptors; %u of %u train and %u of %u test images have keypoints\n"),
          (unsigned long) model->train_descriptors, model->train_images, model->train_total,
          vw_metrics_total (outcome->metrics, VW_POPULATION_WITH_KEYPOINTS),
          vw_metrics_total (outcome->metrics, VW_POPULATION_ALL));
  vw_cli_print_label (_("Vocabulary"));
  printf (_("%u words, inertia %.6g\n"), vw_vocabulary_get_words (model->vocabulary),
          model->inertia);
}

static void
print_stages (const VwStageRecord *stages)
{
  putchar ('\n');
  vw_cli_print_left (_("Stage"), NAMES);
  vw_cli_print_right (_("Seconds"), 11);
  vw_cli_print_right (_("CPU %"), 9);
  vw_cli_print_right (_("Peak MB"), 11);
  putchar ('\n');
  for (VwStage s = 0; s < VW_N_STAGES; s++)
    {
      vw_cli_print_left (vw_cli_stage_label (s), NAMES);
      printf ("%11.2f%9.0f%11.0f\n", stages[s].seconds, stages[s].cpu_percent, stages[s].peak_mb);
    }
}

static void
print_scores (const char *name, int width, VwScores scores)
{
  vw_cli_print_left (name, width);
  printf ("%11.3f%9.3f%9.3f%9u\n", scores.precision, scores.recall, scores.f1, scores.support);
}

static void
print_report (const VwCliOutcome *outcome)
{
  const VwMetrics *metrics = outcome->metrics;
  VwPopulation population = VW_POPULATION_WITH_KEYPOINTS;
  int width = vw_cli_width_for (outcome->model->class_names, NAMES);

  putchar ('\n');
  vw_cli_print_left (_("Class"), width);
  vw_cli_print_right (_("Precision"), 11);
  vw_cli_print_right (_("Recall"), 9);
  vw_cli_print_right (_("F1"), 9);
  vw_cli_print_right (_("Support"), 9);
  putchar ('\n');
  for (guint c = 0; c < metrics->n_classes; c++)
    print_scores (outcome->model->class_names[c], width,
                  vw_metrics_class_scores (metrics, c, population));
  print_scores (_("Macro mean"), width, vw_metrics_macro_average (metrics, population));
  print_scores (_("Weighted mean"), width, vw_metrics_weighted_average (metrics, population));
}

static void
print_confusion (const VwCliOutcome *outcome)
{
  const VwMetrics *metrics = outcome->metrics;
  int width = vw_cli_width_for (outcome->model->class_names, NAMES);

  printf ("\n%s\n", _("Confusion matrix: a row for each truth, a column for each prediction"));
  vw_cli_print_left ("", width);
  for (guint c = 0; c < metrics->n_classes; c++)
    vw_cli_print_right (outcome->model->class_names[c], CELL);
  vw_cli_print_right (_("no keypoints"), LAST_CELL);
  putchar ('\n');
  for (guint t = 0; t < metrics->n_classes; t++)
    {
      vw_cli_print_left (outcome->model->class_names[t], width);
      for (guint p = 0; p < metrics->n_classes; p++)
        printf ("%*u", CELL, vw_metrics_get (metrics, t, p));
      printf ("%*u\n", LAST_CELL, metrics->without_keypoints[t]);
    }
}

void
vw_cli_print_outcome (const VwCliOutcome *outcome)
{
  const VwMetrics *metrics = outcome->metrics;

  print_facts (outcome);
  if (outcome->stages != NULL)
    print_stages (outcome->stages);
  putchar ('\n');
  vw_cli_print_label (_("Accuracy"));
  printf (_("%.4f over all %u test images\n"), vw_metrics_accuracy (metrics, VW_POPULATION_ALL),
          vw_metrics_total (metrics, VW_POPULATION_ALL));
  vw_cli_print_label ("");
  printf (_("%.4f over the %u with keypoints, as in the notebook\n"),
          vw_metrics_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS),
          vw_metrics_total (metrics, VW_POPULATION_WITH_KEYPOINTS));
  print_report (outcome);
  print_confusion (outcome);
}

static JsonArray *
list_classes (const VwModel *model)
{
  JsonArray *names = json_array_new ();

  for (char **name = model->class_names; *name != NULL; name++)
    json_array_add_string_element (names, *name);
  return names;
}

JsonNode *
vw_cli_outcome_json (const VwCliOutcome *outcome)
{
  const VwModel *model = outcome->model;
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "classes", list_classes (model));
  json_object_set_int_member (object, "train_descriptors", (gint64) model->train_descriptors);
  json_object_set_int_member (object, "train_images", model->train_images);
  json_object_set_int_member (object, "train_total", model->train_total);
  json_object_set_double_member (object, "inertia", model->inertia);
  vw_metrics_to_json (outcome->metrics, object);
  json_object_set_array_member (object, "stages", outcome->stages != NULL
                                                      ? vw_stages_to_json (outcome->stages)
                                                      : json_array_new ());
  json_object_set_object_member (object, "parameters", vw_parameters_to_json (&model->parameters));
  json_object_set_string_member (object, "data_sha256", outcome->data_sha256);
  json_object_set_string_member (object, "version", VW_VERSION);
  json_node_take_object (root, object);
  return root;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/training-report.h"

#include "cli/console.h"
#include "config.h"
#include "core/presets.h"
#include "core/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_facts (const VwCliOutcome *outcome)
{
  const VwModel *model = outcome->model;
  const VwPreset *preset = vw_preset_matching (&model->parameters);

  printf ("%-12s %s\n", _("Preset"), preset != NULL ? preset->name : _("own settings"));
  printf ("%-12s " , _("Keypoints"));
  printf (_("%" G_GUINT64_FORMAT " train descriptors; %u of %u train and %u of %u test images have "
            "keypoints\n"),
          model->train_descriptors, model->train_images, model->train_total,
          vw_metrics_total (outcome->metrics, VW_POPULATION_WITH_KEYPOINTS),
          vw_metrics_total (outcome->metrics, VW_POPULATION_ALL));
  printf ("%-12s ", _("Vocabulary"));
  printf (_("%u words, inertia %.6g\n"), vw_vocabulary_get_words (model->vocabulary),
          model->inertia);
}

static void
print_stages (const VwStageRecord *stages)
{
  printf ("\n%-14s %9s %7s %11s\n", _("Stage"), _("Seconds"), _("CPU %"), _("Peak MB"));
  for (VwStage s = 0; s < VW_N_STAGES; s++)
    printf ("%-14s %9.2f %7.0f %11.0f\n", vw_cli_stage_label (s), stages[s].seconds,
            stages[s].cpu_percent, stages[s].peak_mb);
}

static void
print_scores (const char *name, VwScores scores)
{
  printf ("%-16s %9.3f %9.3f %9.3f %9u\n", name, scores.precision, scores.recall, scores.f1,
          scores.support);
}

static void
print_report (const VwCliOutcome *outcome)
{
  const VwMetrics *metrics = outcome->metrics;
  VwPopulation population = VW_POPULATION_WITH_KEYPOINTS;

  printf ("\n%-16s %9s %9s %9s %9s\n", _("Class"), _("Precision"), _("Recall"), _("F1"),
          _("Support"));
  for (guint c = 0; c < metrics->n_classes; c++)
    print_scores (outcome->model->class_names[c],
                  vw_metrics_class_scores (metrics, c, population));
  print_scores (_("Macro mean"), vw_metrics_macro_average (metrics, population));
  print_scores (_("Weighted mean"), vw_metrics_weighted_average (metrics, population));
}

static void
print_confusion (const VwCliOutcome *outcome)
{
  const VwMetrics *metrics = outcome->metrics;

  printf ("\n%s\n%-12s", _("Confusion matrix: a row for each truth, a column for each prediction"),
          "");
  for (guint c = 0; c < metrics->n_classes; c++)
    printf (" %6.6s", outcome->model->class_names[c]);
  printf ("  %s\n", _("no keypoints"));
  for (guint t = 0; t < metrics->n_classes; t++)
    {
      printf ("%-12s", outcome->model->class_names[t]);
      for (guint p = 0; p < metrics->n_classes; p++)
        printf (" %6u", vw_metrics_get (metrics, t, p));
      printf ("  %6u\n", metrics->without_keypoints[t]);
    }
}

void
vw_cli_print_outcome (const VwCliOutcome *outcome)
{
  const VwMetrics *metrics = outcome->metrics;

  print_facts (outcome);
  if (outcome->stages != NULL)
    print_stages (outcome->stages);
  printf ("\n%-12s ", _("Accuracy"));
  printf (_("%.4f over all %u test images\n"), vw_metrics_accuracy (metrics, VW_POPULATION_ALL),
          vw_metrics_total (metrics, VW_POPULATION_ALL));
  printf ("%-12s ", "");
  printf (_("%.4f over the %u with keypoints, as in the notebook\n"),
          vw_metrics_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS),
          vw_metrics_total (metrics, VW_POPULATION_WITH_KEYPOINTS));
  print_report (outcome);
  print_confusion (outcome);
}

static void
add_stages (JsonBuilder *json, const VwStageRecord *stages)
{
  json_builder_set_member_name (json, "stages");
  json_builder_begin_array (json);
  for (VwStage s = 0; stages != NULL && s < VW_N_STAGES; s++)
    {
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, vw_stage_name (s));
      json_builder_set_member_name (json, "seconds");
      json_builder_add_double_value (json, stages[s].seconds);
      json_builder_set_member_name (json, "cpu_percent");
      json_builder_add_double_value (json, stages[s].cpu_percent);
      json_builder_set_member_name (json, "peak_mb");
      json_builder_add_double_value (json, stages[s].peak_mb);
      json_builder_set_member_name (json, "end_mb");
      json_builder_add_double_value (json, stages[s].end_mb);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_int (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_parameters (JsonBuilder *json, const VwParameters *parameters)
{
  json_builder_set_member_name (json, "parameters");
  json_builder_add_value (json, vw_parameters_to_json (parameters));
}

JsonBuilder *
vw_cli_outcome_json (const VwCliOutcome *outcome)
{
  const VwModel *model = outcome->model;
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  add_int (json, "train_descriptors", (gint64) model->train_descriptors);
  add_int (json, "train_images", model->train_images);
  add_int (json, "train_total", model->train_total);
  json_builder_set_member_name (json, "inertia");
  json_builder_add_double_value (json, model->inertia);
  vw_metrics_add_json (outcome->metrics, json);
  add_stages (json, outcome->stages);
  add_parameters (json, &model->parameters);
  json_builder_set_member_name (json, "data_sha256");
  json_builder_add_string_value (json, outcome->data_sha256);
  json_builder_set_member_name (json, "version");
  json_builder_add_string_value (json, VW_VERSION);
  json_builder_end_object (json);
  return json;
}

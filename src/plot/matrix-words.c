/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/matrix-words.h"

#include "core/error.h"

static const VwPlotHeatmapText english = {
  .truth = N_ ("Truth"),
  .prediction = N_ ("Prediction"),
  .no_keypoints = N_ ("no keypoints"),
  .total = N_ ("total"),
  .recall = N_ ("recall"),
  .precision = N_ ("precision"),
  .accuracy = N_ ("accuracy"),
  .scale = { N_ ("images"), N_ ("share of the true class"), N_ ("share of the predicted class"),
             N_ ("share of all images") },
  .scale_difference = N_ ("fewer in B ← images → more in B"),
  .at_least = N_ ("≥ {value}"),
  .describe_cell = N_ ("truth {truth}, predicted {prediction}: {count} of {total} ({share})"),
  .describe_without = N_ ("truth {truth}, no keypoints: {count} of {total} ({share})"),
  .describe_row = N_ ("truth {truth}: {count} of {total} right, recall {recall}"),
  .describe_column
  = N_ ("predicted {prediction}: {count} of {total} right, precision {precision}"),
  .describe_all_without = N_ ("no keypoints: {count} of {total} ({share})"),
  .describe_difference
  = N_ ("truth {truth}, predicted {prediction}: {before}, now {after} ({change})"),
};

void
vw_plot_matrix_words_init (VwPlotMatrixWords *self, const char *language, VwPlotTranslate translate)
{
  self->language = language;
  self->translate = translate;
  self->numbers = vw_plot_numbers_for (language);
  self->heatmap = english;
  self->report = *vw_report_texts ();
  vw_plot_translate_all ((const char **) &self->heatmap, sizeof self->heatmap, translate);
  vw_plot_translate_all ((const char **) &self->report, sizeof self->report, translate);
  self->title = translate (N_ ("Confusion matrix – ORB + BoVW + SVM"));
  self->accuracies = translate (N_ ("Accuracy {all} over all {images} test images · {some} over the "
                                    "{keypoints} with keypoints"));
}

static char *
format_accuracy (const VwPlotMatrixWords *self, const VwMetrics *metrics, VwPopulation population)
{
  return vw_plot_format_percent (self->numbers, vw_metrics_accuracy (metrics, population), 2, FALSE);
}

char *
vw_plot_matrix_words_accuracies (const VwPlotMatrixWords *self, const VwMetrics *metrics)
{
  g_autofree char *all = format_accuracy (self, metrics, VW_POPULATION_ALL);
  g_autofree char *some = format_accuracy (self, metrics, VW_POPULATION_WITH_KEYPOINTS);
  g_autofree char *images = vw_plot_format_count (
      self->numbers, vw_metrics_total (metrics, VW_POPULATION_ALL), FALSE);
  g_autofree char *keypoints = vw_plot_format_count (
      self->numbers, vw_metrics_total (metrics, VW_POPULATION_WITH_KEYPOINTS), FALSE);

  return vw_plot_compose (self->accuracies, "all", all, "images", images, "some", some, "keypoints",
                          keypoints, NULL);
}

char *
vw_plot_matrix_words_made_from (const VwPlotMatrixWords *self, const VwModel *model)
{
  const VwPlotOrigin origin = vw_plot_origin_of_model (model);

  return vw_plot_origin_describe (&origin, self->translate, self->numbers);
}

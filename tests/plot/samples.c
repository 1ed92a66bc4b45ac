/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

const char *const sample_digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", NULL };
const char *const sample_clothes[] = { "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
                                       "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot", NULL };

const VwPlotHeatmapText sample_english = {
  .truth = "Truth",
  .prediction = "Prediction",
  .no_keypoints = "no keypoints",
  .total = "total",
  .recall = "recall",
  .precision = "precision",
  .accuracy = "accuracy",
  .scale = { "images", "share of the true class", "share of the predicted class",
             "share of all images" },
  .scale_difference = "fewer in B ← images → more in B",
  .at_least = "≥ {value}",
  .describe_cell = "truth {truth}, predicted {prediction}: {count} of {total} ({share})",
  .describe_without = "truth {truth}, no keypoints: {count} of {total} ({share})",
  .describe_row = "truth {truth}: {count} of {total} right, recall {recall}",
  .describe_column = "predicted {prediction}: {count} of {total} right, precision {precision}",
  .describe_all_without = "no keypoints: {count} of {total} ({share})",
  .describe_difference = "truth {truth}, predicted {prediction}: {before}, now {after} ({change})",
};

const VwPlotHeatmapText sample_french = {
  .truth = "Vérités terrain",
  .prediction = "Prédictions",
  .no_keypoints = "sans point clé",
  .total = "total",
  .recall = "rappel",
  .precision = "précision",
  .accuracy = "exactitude",
  .scale = { "images", "part de la classe vraie", "part de la classe prédite",
             "part de toutes les images" },
  .scale_difference = "moins dans B ← images → plus dans B",
  .at_least = "≥ {value}",
  .describe_cell = "vérité {truth}, prédiction {prediction} : {count} sur {total} ({share})",
  .describe_without = "vérité {truth}, sans point clé : {count} sur {total} ({share})",
  .describe_row = "vérité {truth} : {count} justes sur {total}, rappel {recall}",
  .describe_column = "prédiction {prediction} : {count} justes sur {total}, précision {precision}",
  .describe_all_without = "sans point clé : {count} sur {total} ({share})",
  .describe_difference
  = "vérité {truth}, prédiction {prediction} : {before}, puis {after} ({change})",
};

VwMetrics *
sample_notebook (void)
{
  static const guint counts[10][10] = {
    { 716, 105, 42, 8, 16, 14, 21, 34, 7, 3 },    { 34, 1065, 3, 4, 0, 6, 0, 7, 1, 1 },
    { 113, 67, 447, 79, 32, 35, 46, 111, 78, 23 }, { 27, 3, 33, 732, 29, 96, 19, 21, 25, 25 },
    { 40, 3, 58, 64, 507, 57, 37, 43, 112, 61 },  { 20, 15, 33, 90, 30, 524, 56, 27, 22, 75 },
    { 41, 15, 36, 26, 39, 63, 564, 24, 45, 105 }, { 91, 81, 97, 71, 67, 65, 13, 506, 24, 13 },
    { 35, 0, 44, 24, 101, 10, 30, 6, 669, 55 },   { 28, 3, 38, 35, 60, 85, 117, 17, 51, 575 },
  };
  static const guint without[10] = { 14, 14, 1 };
  VwMetrics *metrics = vw_metrics_new (10);

  for (guint i = 0; i < 100; i++)
    metrics->confusion[i] = counts[i / 10][i % 10];
  for (guint i = 0; i < 10; i++)
    metrics->without_keypoints[i] = without[i];
  return metrics;
}

VwMetrics *
sample_metrics (guint n, guint most)
{
  VwMetrics *metrics = vw_metrics_new (n);

  for (guint row = 0; row < n; row++)
    {
      for (guint column = 0; column < n; column++)
        metrics->confusion[row * n + column]
            = row == column ? most * (row + 1) / n : (row * 7 + column * 3) % 11 * most / 100;
      metrics->without_keypoints[row] = row % 3 * most / 50;
    }
  return metrics;
}

VwPlotHeatmap
sample_heatmap (const VwMetrics *metrics, gboolean french)
{
  return (VwPlotHeatmap) {
    .metrics = metrics,
    .classes = sample_digits,
    .normalize = VW_PLOT_NORMALIZE_TRUE,
    .population = VW_POPULATION_ALL,
    .text = french ? &sample_french : &sample_english,
    .numbers = vw_plot_numbers_for (french ? "fr" : "en"),
  };
}

VwPlotStyle
sample_style (VwPlotTheme theme)
{
  VwPlotStyle style;

  vw_plot_style_init (&style, theme);
  style.font_family = "Cantarell";
  return style;
}

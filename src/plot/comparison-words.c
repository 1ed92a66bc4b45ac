/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/comparison-words.h"

#include "core/error.h"

#define LEAST_P 0.001 /* smaller ones are only said to be so */
#define LIKELY_P 0.05 /* the usual level of significance */

static const VwPlotComparisonText english = {
  .difference = N_ ("Confusion matrix, B − A"),
  .score = { N_ ("Precision of each class in A and B"), N_ ("Recall of each class in A and B"),
             N_ ("F1 of each class in A and B") },
  .legend = N_ ("○ A, ● B; at the right the points from A to B"),
  .accuracies = N_ ("{before} → {after}"),
  .points = N_ ("{points} points"),
  .flips = N_ ("{fixed} now right, {broken} now wrong"),
  .p = N_ ("p = {p}"),
  .least_p = N_ ("p < {p}"),
  .unlikely = N_ ("unlikely to be chance ({p})"),
  .likely = N_ ("may be chance ({p})"),
  .summary = N_ ("Accuracy {accuracies} ({points}) over all {images} test images"),
  .summary_with_flips
  = N_ ("Accuracy {accuracies} ({points}) over all {images} test images · {flips} · {verdict}"),
  .made_from = N_ ("A: {before} · B: {after}"),
};

void
vw_plot_comparison_words_init (VwPlotComparisonWords *self,
                               const char *language,
                               VwPlotTranslate translate)
{
  vw_plot_matrix_words_init (&self->matrix, language, translate);
  self->table = *vw_comparison_texts ();
  self->text = english;
  vw_plot_translate_all ((const char **) &self->table, sizeof self->table, translate);
  vw_plot_translate_all ((const char **) &self->text, sizeof self->text, translate);
}

char *
vw_plot_comparison_words_accuracies (const VwPlotComparisonWords *self,
                                     const VwMetrics *before,
                                     const VwMetrics *after)
{
  const VwPlotNumbers *numbers = self->matrix.numbers;
  g_autofree char *first
      = vw_plot_format_percent (numbers, vw_metrics_accuracy (before, VW_POPULATION_ALL), 1, FALSE);
  g_autofree char *second
      = vw_plot_format_percent (numbers, vw_metrics_accuracy (after, VW_POPULATION_ALL), 1, FALSE);

  return vw_plot_compose (self->text.accuracies, "before", first, "after", second, NULL);
}

char *
vw_plot_comparison_words_points (const VwPlotComparisonWords *self,
                                 const VwMetrics *before,
                                 const VwMetrics *after)
{
  double change = vw_metrics_accuracy (after, VW_POPULATION_ALL)
                  - vw_metrics_accuracy (before, VW_POPULATION_ALL);
  g_autofree char *points = vw_plot_format_decimal (self->matrix.numbers, change * 100, 1, TRUE);

  return vw_plot_compose (self->text.points, "points", points, NULL);
}

char *
vw_plot_comparison_words_flips (const VwPlotComparisonWords *self, const VwComparison *flips)
{
  const VwPlotNumbers *numbers = self->matrix.numbers;
  g_autofree char *fixed = vw_plot_format_count (numbers, flips->counts[VW_FLIP_FIXED], FALSE);
  g_autofree char *broken = vw_plot_format_count (numbers, flips->counts[VW_FLIP_BROKEN], FALSE);

  return vw_plot_compose (self->text.flips, "fixed", fixed, "broken", broken, NULL);
}

char *
vw_plot_comparison_words_p (const VwPlotComparisonWords *self, const VwComparison *flips)
{
  double p = vw_comparison_p_value (flips);
  g_autofree char *number
      = vw_plot_format_decimal (self->matrix.numbers, MAX (p, LEAST_P), 3, FALSE);
  g_autofree char *formula
      = vw_plot_compose (p < LEAST_P ? self->text.least_p : self->text.p, "p", number, NULL);
  GString *text = g_string_new (formula);

  g_string_replace (text, " ", "\u00a0", 0); /* no line breaks in it */
  return g_string_free (text, FALSE);
}

gboolean
vw_plot_comparison_is_unlikely (const VwComparison *flips)
{
  return vw_comparison_p_value (flips) < LIKELY_P;
}

char *
vw_plot_comparison_words_verdict (const VwPlotComparisonWords *self, const VwComparison *flips)
{
  g_autofree char *p = vw_plot_comparison_words_p (self, flips);
  gboolean unlikely = vw_plot_comparison_is_unlikely (flips);

  return vw_plot_compose (unlikely ? self->text.unlikely : self->text.likely, "p", p, NULL);
}

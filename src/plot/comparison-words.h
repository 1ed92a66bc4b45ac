/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/comparison-report.h"
#include "core/comparison.h"
#include "plot/matrix-words.h"

G_BEGIN_DECLS

/**
 * VwPlotComparisonText:
 * @difference: what the difference of two matrices is called
 * @score: what a chart of a score is called, by #VwScore
 * @legend: of that chart, where A is a ring and B a disc
 * @accuracies: pattern of {before}, {after}
 * @points: pattern of {points}, by how much the accuracy rose
 * @flips: pattern of {fixed}, {broken}
 * @p, @least_p: patterns of {p}, where @least_p is for what is below it
 * @unlikely, @likely: patterns of {p}: whether chance alone does so
 * @summary: pattern of {accuracies}, {images}, {points}
 * @summary_with_flips: the same and {flips}, {verdict}
 * @made_from: pattern of {before}, {after}, each from what
 *
 * All strings, in one language.
 */
typedef struct {
  const char *difference;
  const char *score[VW_N_SCORES];
  const char *legend;
  const char *accuracies, *points, *flips;
  const char *p, *least_p, *unlikely, *likely;
  const char *summary, *summary_with_flips;
  const char *made_from;
} VwPlotComparisonText;

/**
 * VwPlotComparisonWords:
 *
 * All the words of two runs side by side: those of their matrices, of the table and their own.
 * Members may be replaced.
 */
typedef struct {
  VwPlotMatrixWords matrix;
  VwComparisonTexts table;
  VwPlotComparisonText text;
} VwPlotComparisonWords;

/* @language: (nullable): borrowed */
void vw_plot_comparison_words_init (VwPlotComparisonWords *self,
                                    const char *language,
                                    VwPlotTranslate translate);

/* Returns: (transfer full): "73.1 % → 91.2 %", over all images. */
char *vw_plot_comparison_words_accuracies (const VwPlotComparisonWords *self,
                                           const VwMetrics *before,
                                           const VwMetrics *after);

/* Returns: (transfer full): "+18.1 points" */
char *vw_plot_comparison_words_points (const VwPlotComparisonWords *self,
                                       const VwMetrics *before,
                                       const VwMetrics *after);

/* Returns: (transfer full): "2,995 now right, 394 now wrong" */
char *vw_plot_comparison_words_flips (const VwPlotComparisonWords *self, const VwComparison *flips);

/* Returns: (transfer full): "p < 0.001" */
char *vw_plot_comparison_words_p (const VwPlotComparisonWords *self, const VwComparison *flips);

/* Whether chance alone seldom does so: in fewer than one case of twenty. */
gboolean vw_plot_comparison_is_unlikely (const VwComparison *flips);

/* Returns: (transfer full): "unlikely to be chance (p < 0.001)" */
char *vw_plot_comparison_words_verdict (const VwPlotComparisonWords *self,
                                        const VwComparison *flips);

G_END_DECLS

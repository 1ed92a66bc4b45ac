/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/comparison-words.h"
#include "plot/figure.h"

G_BEGIN_DECLS

/* What of two runs a figure shows: the difference of their matrices, or a score of each class. */
typedef enum { VW_PLOT_COMPARISON_DIFFERENCE, VW_PLOT_COMPARISON_SCORE } VwPlotComparisonContent;

/**
 * VwPlotComparison:
 * @before_model, @after_model: what each was made with, for caption and metadata
 * @before, @after: of the same classes and images
 * @flips: (nullable): what happened to each image, if that is known
 * @normalize, @range: of the difference
 * @score: of the chart by class
 *
 * Two runs to be drawn; all borrowed.
 */
typedef struct {
  const VwModel *before_model, *after_model;
  const VwMetrics *before, *after;
  const VwComparison *flips;
  VwPlotNormalize normalize;
  VwPlotRange range;
  VwScore score;
} VwPlotComparison;

/* Returns: the difference as a matrix to draw; borrows @self and @words. */
VwPlotHeatmap vw_plot_comparison_heatmap (const VwPlotComparison *self,
                                          const VwPlotMatrixWords *words);

/**
 * VwPlotComparisonFigure:
 * @title, @across, @down, @caption: (nullable): the axes' titles are those of a difference
 * @width: of the figure, in its units
 *
 * Two runs on paper; all borrowed. Safe from any thread.
 */
typedef struct {
  const VwPlotComparison *comparison;
  VwPlotComparisonContent content;
  const VwPlotComparisonWords *words;
  const char *title, *across, *down, *caption;
  const char *font_family;
  double width;
} VwPlotComparisonFigure;

/* Returns: (transfer full): the figure, to be drawn as long as models, metrics and flips live. */
VwPlotFigure *vw_plot_comparison_figure_new (const VwPlotComparisonFigure *self);

/* Returns: (transfer none): the title that goes with a content. */
const char *vw_plot_comparison_title (const VwPlotComparison *self,
                                      VwPlotComparisonContent content,
                                      const VwPlotComparisonWords *words);

/* Returns: (transfer full): what both were made from, in a line. */
char *vw_plot_comparison_made_from (const VwPlotComparison *self,
                                    const VwPlotComparisonWords *words);

/* Returns: (transfer full): JSON of both models, A and B, for the file's metadata. */
char *vw_plot_comparison_parameters (const VwPlotComparison *self);

/* Returns: (transfer full): the same content as a table. */
VwTable *vw_plot_comparison_table (const VwPlotComparison *self,
                                   VwPlotComparisonContent content,
                                   const VwPlotComparisonWords *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/figure.h"
#include "plot/matrix-words.h"

G_BEGIN_DECLS

/**
 * VwPlotMatrixFigure:
 * @matrix: what to draw, in the words of @words
 * @model: (nullable): what it was made from, for the file's metadata
 * @title, @caption: (nullable): above and below; between title and matrix stand the accuracies
 * @font_family: (nullable): %NULL for the system's sans serif
 *
 * A confusion matrix on paper; all borrowed. Safe from any thread.
 */
typedef struct {
  VwPlotHeatmap matrix;
  const VwModel *model;
  const VwPlotMatrixWords *words;
  const char *title, *caption;
  const char *font_family;
} VwPlotMatrixFigure;

/* Returns: (transfer full): the figure, to be drawn as long as @self lives unchanged. */
VwPlotFigure *vw_plot_matrix_figure_new (const VwPlotMatrixFigure *self);

/* Returns: (transfer full) (nullable): JSON of the model, for the file's metadata. */
char *vw_plot_matrix_figure_parameters (const VwPlotMatrixFigure *self);

G_END_DECLS

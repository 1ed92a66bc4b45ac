/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model.h"
#include "core/report.h"
#include "plot/heatmap.h"
#include "plot/origin.h"

G_BEGIN_DECLS

/**
 * VwPlotMatrixWords:
 * @language: (nullable): as in "fr"
 * @translate: into that language
 * @heatmap: what a confusion matrix says
 * @report: what a table of it says
 * @title: of a figure
 * @accuracies: pattern of {all}, {images}, {some}, {keypoints}: accuracies and what they are over
 *
 * All the words of a confusion matrix on paper, in one language. Members may be replaced.
 */
typedef struct {
  const char *language;
  VwPlotTranslate translate;
  const VwPlotNumbers *numbers;
  VwPlotHeatmapText heatmap;
  VwReportTexts report;
  const char *title;
  const char *accuracies;
} VwPlotMatrixWords;

/* @language: (nullable): borrowed */
void vw_plot_matrix_words_init (VwPlotMatrixWords *self, const char *language,
                                VwPlotTranslate translate);

/* Returns: (transfer full): both accuracies in a sentence. */
char *vw_plot_matrix_words_accuracies (const VwPlotMatrixWords *self, const VwMetrics *metrics);

/* Returns: (transfer full): program, preset, every parameter and the data's hash, in a line. */
char *vw_plot_matrix_words_made_from (const VwPlotMatrixWords *self, const VwModel *model);

G_END_DECLS

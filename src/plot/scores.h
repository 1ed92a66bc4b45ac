/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotScores:
 * @scores: decision value of each class; −G_MAXFLOAT for one that nothing was learnt of
 * @predicted: the class that wins, −1 for none
 *
 * A bar a class, to the right of zero for and to the left against it. Borrowed.
 */
typedef struct {
  guint n_classes;
  const char *const *classes;
  const double *scores;
  int predicted;
  const VwPlotNumbers *numbers;
} VwPlotScores;

/* Bars are round @zero, @scale units for 1. Zero-initialise before the first use. */
typedef struct {
  double width, height;
  guint n_classes;
  double top, row_height, bar_height;
  double zero, scale;
  VwPlotTexts *texts;
} VwPlotScoresLayout;

/* Returns: (transfer full): with its sign, or a dash where nothing was learnt of the class. */
char *vw_plot_scores_format (const VwPlotNumbers *numbers, double score);

/* @height: 0 for as much as the fonts ask for */
void vw_plot_scores_layout (const VwPlotScores *model, double width, double height,
                            const VwPlotStyle *style, VwPlotScoresLayout *out);
void vw_plot_scores_layout_clear (VwPlotScoresLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotScoresLayout, vw_plot_scores_layout_clear)

/* Returns: the class of that row, or −1. */
int vw_plot_scores_hit (const VwPlotScoresLayout *layout, double x, double y);

/* @pointed: a class whose row is marked, or −1 */
void vw_plot_scores_paint (cairo_t *cr, const VwPlotScores *model,
                           const VwPlotScoresLayout *layout, const VwPlotStyle *style,
                           int pointed);

G_END_DECLS

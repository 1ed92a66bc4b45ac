/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotDumbbells:
 * @before, @after: a share of each class, 0 … 1
 *
 * Recall of each class in two runs: a ring where it was, a disc where it is, and the points
 * between them in figures. Borrowed.
 */
typedef struct {
  guint n_classes;
  const char *const *classes;
  const double *before, *after;
  const VwPlotNumbers *numbers;
} VwPlotDumbbells;

/* Share s stands at left + (s − least) × scale. Zero-initialise before the first use. */
typedef struct {
  double width, height;
  guint n_classes;
  double top, row_height;
  double left, right, least, scale;
  guint ticks;
  double tick_step;
  VwPlotTexts *texts;
} VwPlotDumbbellsLayout;

/* @height: 0 for as much as the fonts ask for */
void vw_plot_dumbbells_layout (const VwPlotDumbbells *model, double width, double height,
                               const VwPlotStyle *style, VwPlotDumbbellsLayout *out);
void vw_plot_dumbbells_layout_clear (VwPlotDumbbellsLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotDumbbellsLayout, vw_plot_dumbbells_layout_clear)

/* Returns: the class of that row, or −1. */
int vw_plot_dumbbells_hit (const VwPlotDumbbellsLayout *layout, double x, double y);

/* @pointed: a class whose row is marked, or −1 */
void vw_plot_dumbbells_paint (cairo_t *cr, const VwPlotDumbbells *model,
                              const VwPlotDumbbellsLayout *layout, const VwPlotStyle *style,
                              int pointed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotBarKind:
 * @VW_PLOT_BAR_LEVEL: in the colour of a pyramid level
 * @VW_PLOT_BAR_SIGNED: for when it goes up, against when it goes down
 */
typedef enum {
  VW_PLOT_BAR_NEUTRAL,
  VW_PLOT_BAR_POINTED,
  VW_PLOT_BAR_LEVEL,
  VW_PLOT_BAR_SIGNED,
} VwPlotBarKind;

/**
 * VwPlotRow:
 * @label: before the bar
 * @patch: (nullable): model's patch_side² bytes, shown before the label
 * @from, @to: where the bar begins and ends
 * @lost: where a hatched part that was lost ends, from @to on; equal to @to for none
 * @track: how far the bar could go, shown as a groove from 0; 0 for none
 * @level: for %VW_PLOT_BAR_LEVEL
 * @figure: behind the bar
 * @bold, @ruled: a sum: bold, with a line above
 */
typedef struct {
  const char *label;
  const guint8 *patch;
  double from, to, lost, track;
  VwPlotBarKind kind;
  guint level;
  const char *figure;
  gboolean bold, ruled;
} VwPlotRow;

/**
 * VwPlotRows:
 * @title: (nullable): above
 *
 * Bars below each other on one scale, each with its figure: sums that build up, quotas,
 * distances. Borrowed.
 */
typedef struct {
  const char *title;
  guint n_rows;
  const VwPlotRow *rows;
  guint patch_side;
} VwPlotRows;

/**
 * VwPlotRowsLayout:
 * @height: what the rows take, at most what was given
 * @zero, @scale: value v stands at zero + v × scale
 *
 * Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  guint n_rows;
  double top, row_height, bar_height;
  double patch_side;
  double left, right, zero, scale;
  VwPlotTexts *texts;
} VwPlotRowsLayout;

void vw_plot_rows_layout (const VwPlotRows *model, double width, double height,
                          const VwPlotStyle *style, VwPlotRowsLayout *out);
void vw_plot_rows_layout_clear (VwPlotRowsLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotRowsLayout, vw_plot_rows_layout_clear)

/* How many rows there is room for in that height, title included. */
guint vw_plot_rows_capacity (double height, const VwPlotStyle *style);

/* Returns: the row there, −1 for none. */
int vw_plot_rows_hit (const VwPlotRowsLayout *layout, double x, double y);

void vw_plot_rows_paint (cairo_t *cr, const VwPlotRows *model, const VwPlotRowsLayout *layout,
                         const VwPlotStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"
#include "plot/style.h"

G_BEGIN_DECLS

#define VW_PLOT_BITS_SIDE 16 /* rows and columns */

/**
 * VwPlotBits:
 * @descriptor: %VW_DESCRIPTOR_BYTES, borrowed
 *
 * A descriptor's bits, in their order, row by row.
 */
typedef struct {
  const guint8 *descriptor;
} VwPlotBits;

/**
 * VwPlotBitsLayout:
 * @area: the square of cells, in the middle
 * @cell: side of a cell
 */
typedef struct {
  cairo_rectangle_t area;
  double cell;
} VwPlotBitsLayout;

void
vw_plot_bits_layout (double width, double height, const VwPlotStyle *style, VwPlotBitsLayout *out);
cairo_rectangle_t vw_plot_bits_cell (const VwPlotBitsLayout *layout, guint bit);

/* Returns: the bit there, or −1. */
int vw_plot_bits_hit (const VwPlotBitsLayout *layout, double x, double y);

/* 1 is a full cell, 0 a small one. @lit: a bit that is pointed at, −1 for none */
void vw_plot_bits_paint (cairo_t *cr, const VwPlotBits *model, const VwPlotBitsLayout *layout,
                         const VwPlotStyle *style, int lit);

G_END_DECLS

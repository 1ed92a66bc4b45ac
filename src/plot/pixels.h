/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"

G_BEGIN_DECLS

/**
 * VwPlotPixels:
 * @pixels: width × height bytes, 255 is full ink
 * @stride: bytes from one row to the next; 0 for @width
 *
 * An image of ink; borrowed.
 */
typedef struct {
  guint width, height;
  const guint8 *pixels;
  gssize stride;
} VwPlotPixels;

/* The colour of that much ink where the colours of the method must stand out from it. */
VwPlotColor vw_plot_pixels_color (const VwPlotStyle *style, guint8 ink);

/* Paints the whole image into @area: single pixels where they are large, smooth where they are
 * small. */
void vw_plot_pixels_paint (cairo_t *cr, const VwPlotStyle *style, const VwPlotPixels *pixels,
                           const cairo_rectangle_t *area);

G_END_DECLS

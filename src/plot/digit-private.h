/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/digit.h"

G_BEGIN_DECLS

/* What the parts of the painter share. */
typedef struct {
  cairo_t *cr;
  const VwPlotDigit *model;
  const VwPlotDigitLayout *layout;
  const VwPlotStyle *style;
} VwPlotDigitPainter;

/* Whether the width of the dead border can be shown beside the digit. */
gboolean vw_plot_digit_has_rulers (const VwPlotDigit *model, const VwPlotDigitLayout *layout);

/* Place of something found at (@pixel_x, @pixel_y) of level 0 by looking at @level: on the pixel of
 * that level where it was found when that one is shown alone. */
void vw_plot_digit_place_on (const VwPlotDigit *model, const VwPlotDigitLayout *layout, guint level,
                             double pixel_x, double pixel_y, double *x, double *y);

/* A line of dimension between two places with arrow heads, along x or, turned, along y. */
void vw_plot_digit_paint_ruler (cairo_t *cr, double from, double to, double across,
                                gboolean turned);

/* All corners but those kept, by the layers that are shown. */
void vw_plot_digit_paint_corners (const VwPlotDigitPainter *self);

/* The sign of one of the layers of corners, in the legend. */
void vw_plot_digit_paint_corner_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotLayers layer,
                                      double x, double y);

G_END_DECLS

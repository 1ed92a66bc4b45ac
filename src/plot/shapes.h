/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/color.h"

G_BEGIN_DECLS

void vw_plot_fill (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color);

/* Corners of radius @radius, less where the area is too small for them. */
void vw_plot_fill_rounded (cairo_t *cr, const cairo_rectangle_t *area, double radius,
                           VwPlotColor color);

/* A line of @width inside the area's edge. */
void vw_plot_frame (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double width);

/* A line of @width with the area's edge in its middle. */
void vw_plot_frame_around (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color,
                           double width);

/* Strokes the path, first wider by @extra with a casing, so that a mark stands out from ink and other
 * marks; @extra of 0 for none. */
void vw_plot_stroke_cased (cairo_t *cr, VwPlotColor color, VwPlotColor casing, double width,
                           double extra);

/* A bar that speaks against something: an edge, and little of its colour inside. */
void vw_plot_hollow (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color);

/* Lines of width 1 at 45°, @step apart, that meet across neighbouring areas. */
void vw_plot_hatch (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double step);

/* @area with @by more on each side. */
cairo_rectangle_t vw_plot_grow (const cairo_rectangle_t *area, double by);

gboolean vw_plot_contains (const cairo_rectangle_t *area, double x, double y);

G_END_DECLS

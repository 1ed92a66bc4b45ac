/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotDirection:
 * @side: of the patch, 2 × radius + 1
 * @pixels: @side × @side bytes
 * @inside: @side × @side: whether the pixel counts
 * @x, @y: centre of the ink, in pixels from the middle
 * @angle: degrees, clockwise from the x axis
 * @angle_text, @axis_text: "294°" and what the angle is measured from
 *
 * Where the ink of a keypoint's round patch lies. Borrowed.
 */
typedef struct {
  guint side;
  const guint8 *pixels;
  const gboolean *inside;
  double x, y;
  double angle;
  const char *angle_text, *axis_text;
} VwPlotDirection;

/* The patch in @area, its middle at (@middle_x, @middle_y). Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  cairo_rectangle_t area;
  double scale;
  double middle_x, middle_y;
  VwPlotTexts *texts;
} VwPlotDirectionLayout;

void vw_plot_direction_layout (const VwPlotDirection *model, double width, double height,
                               const VwPlotStyle *style, VwPlotDirectionLayout *out);
void vw_plot_direction_layout_clear (VwPlotDirectionLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotDirectionLayout, vw_plot_direction_layout_clear)

void vw_plot_direction_paint (cairo_t *cr, const VwPlotDirection *model,
                              const VwPlotDirectionLayout *layout, const VwPlotStyle *style);

G_END_DECLS

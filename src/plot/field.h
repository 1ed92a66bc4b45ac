/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/centering.h"
#include "plot/style.h"

G_BEGIN_DECLS

/**
 * VwPlotFieldLayout:
 * @field: the 28 × 28 pixels
 * @box: the 20 pixels a side round the digit, or the ink's own box where it was not centred
 * @middle_x, @middle_y: the middle of the pixel that MNIST gives the centre of mass
 * @mass_x, @mass_y: the centre of mass
 */
typedef struct {
  cairo_rectangle_t field, box;
  double middle_x, middle_y;
  double mass_x, mass_y;
} VwPlotFieldLayout;

/* A square as large as there is room for, of whole units a pixel where the style has it so. */
void vw_plot_field_layout (const VwCentering *model,
                           gboolean centred,
                           double width,
                           double height,
                           const VwPlotStyle *style,
                           VwPlotFieldLayout *out);

/* The image that the method starts from, and how it lies in its field. */
void vw_plot_field_paint (cairo_t *cr,
                          const VwCentering *model,
                          const VwPlotFieldLayout *layout,
                          const VwPlotStyle *style);

G_END_DECLS

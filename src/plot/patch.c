/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/patch.h"

#include "plot/shapes.h"

#define SHARP_SCALE 4

void
vw_plot_patch_paint (cairo_t *cr, const VwPlotStyle *style, const guint8 *patch, guint side,
                     const cairo_rectangle_t *area)
{
  cairo_surface_t *ink = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  guint8 *data = cairo_image_surface_get_data (ink);
  int stride = cairo_image_surface_get_stride (ink);
  cairo_pattern_t *mask;

  for (guint y = 0; data != NULL && y < side; y++)
    for (guint x = 0; x < side; x++)
      data[y * stride + x] = patch[y * side + x];
  cairo_surface_mark_dirty (ink);
  vw_plot_fill (cr, area, style->palette.paper);
  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  cairo_translate (cr, area->x, area->y);
  cairo_scale (cr, area->width / side, area->height / side);
  vw_plot_color_set (cr, style->palette.ink);
  mask = cairo_pattern_create_for_surface (ink);
  cairo_pattern_set_extend (mask, CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (mask, area->width >= SHARP_SCALE * side ? CAIRO_FILTER_NEAREST
                                                                    : CAIRO_FILTER_GOOD);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
  cairo_restore (cr);
  cairo_surface_destroy (ink);
}

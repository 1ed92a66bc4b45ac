/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/pixels.h"

#include <math.h>

#define SHARP_SCALE 4.0 /* from here on single pixels are to be seen, as FAST sees them */

VwPlotColor
vw_plot_pixels_color (const VwPlotStyle *style, guint8 ink)
{
  return vw_plot_color_mix (style->palette.paper, style->palette.canvas_ink, ink / 255.0);
}

static guint32
pack (VwPlotColor color)
{
  return (guint32) round (color.red * 255) << 16 | (guint32) round (color.green * 255) << 8
         | (guint32) round (color.blue * 255);
}

static cairo_surface_t *
make_surface (const VwPlotStyle *style, const VwPlotPixels *self)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  gssize from = self->stride != 0 ? self->stride : self->width;
  guint32 inks[256];

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    inks[i] = pack (vw_plot_pixels_color (style, i));
  for (guint y = 0; data != NULL && y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      ((guint32 *) (data + y * stride))[x] = inks[self->pixels[y * from + x]];
  cairo_surface_mark_dirty (surface);
  return surface;
}

void
vw_plot_pixels_paint (cairo_t *cr, const VwPlotStyle *style, const VwPlotPixels *self,
                      const cairo_rectangle_t *area)
{
  cairo_surface_t *surface = make_surface (style, self);
  double scale = area->width / self->width;

  cairo_save (cr);
  cairo_translate (cr, area->x, area->y);
  cairo_scale (cr, scale, area->height / self->height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            scale >= SHARP_SCALE ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/shapes.h"

#include <math.h>

void
vw_plot_fill (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color)
{
  vw_plot_color_set (cr, color);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_fill (cr);
}

void
vw_plot_fill_rounded (cairo_t *cr, const cairo_rectangle_t *area, double radius, VwPlotColor color)
{
  double r = MIN (radius, MIN (area->width, area->height) / 2);
  double right = area->x + area->width;
  double bottom = area->y + area->height;

  if (r <= 0)
    return;
  vw_plot_color_set (cr, color);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, area->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, area->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, area->x + r, area->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
vw_plot_frame_around (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double width)
{
  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, width);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_stroke (cr);
}

void
vw_plot_frame (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double width)
{
  cairo_rectangle_t inside = vw_plot_grow (area, -width / 2);

  vw_plot_frame_around (cr, &inside, color, width);
}

/* Lines of x + y = a multiple of @step, which a tile of that side repeats. It stays lines in a
   vector file, and on a screen it is several times as fast as the lines themselves. */
static cairo_pattern_t *
make_hatch (VwPlotColor color, double step)
{
  const cairo_rectangle_t extents = { 0, 0, step, step };
  cairo_surface_t *tile = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *pattern;

  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < 3; i++)
    {
      cairo_move_to (cr, i * step + 1, -1);
      cairo_line_to (cr, i * step - step - 1, step + 1);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (tile);
  return pattern;
}

void
vw_plot_stroke_cased (cairo_t *cr, VwPlotColor color, VwPlotColor casing, double width,
                      double extra)
{
  if (extra > 0)
    {
      vw_plot_color_set (cr, vw_plot_color_with_alpha (casing, .85 * color.alpha));
      cairo_set_line_width (cr, width + extra);
      cairo_stroke_preserve (cr);
    }
  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

void
vw_plot_hollow (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color)
{
  vw_plot_fill (cr, area, vw_plot_color_with_alpha (color, .22));
  if (area->width > 3 && area->height > 2)
    vw_plot_frame (cr, area, color, 1.2);
}

void
vw_plot_hatch (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double step)
{
  cairo_pattern_t *hatch = make_hatch (color, step);

  cairo_set_source (cr, hatch);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_fill (cr);
  cairo_pattern_destroy (hatch);
}

cairo_rectangle_t
vw_plot_grow (const cairo_rectangle_t *area, double by)
{
  return (cairo_rectangle_t) { area->x - by, area->y - by, area->width + 2 * by,
                               area->height + 2 * by };
}

gboolean
vw_plot_contains (const cairo_rectangle_t *area, double x, double y)
{
  return x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height;
}

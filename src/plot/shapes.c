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

/* Lines of x + y = a multiple of @step over all of @area. */
static void
add_lines (cairo_t *cr, const cairo_rectangle_t *area, double step)
{
  double first = ceil ((area->x + area->y) / step) * step;
  double last = area->x + area->width + area->y + area->height;

  for (double sum = first; sum <= last; sum += step)
    {
      cairo_move_to (cr, sum - area->y + 1, area->y - 1);
      cairo_line_to (cr, sum - area->y - area->height - 1, area->y + area->height + 1);
    }
}

/* A tile that repeats the lines is several times as fast on a screen as the lines themselves. */
static cairo_pattern_t *
make_hatch (VwPlotColor color, double step)
{
  const cairo_rectangle_t tile_area = { 0, 0, step, step };
  cairo_surface_t *tile
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &tile_area);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *pattern;

  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, 1);
  add_lines (cr, &tile_area, step);
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (tile);
  return pattern;
}

/* Cairo never frees a tile that it has written to an SVG. */
static gboolean
is_for_file (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PDF;
}

void
vw_plot_hatch (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double step)
{
  cairo_pattern_t *hatch;

  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  if (is_for_file (cr))
    {
      cairo_clip (cr);
      vw_plot_color_set (cr, color);
      cairo_set_line_width (cr, 1);
      add_lines (cr, area, step);
      cairo_stroke (cr);
    }
  else
    {
      hatch = make_hatch (color, step);
      cairo_set_source (cr, hatch);
      cairo_fill (cr);
      cairo_pattern_destroy (hatch);
    }
  cairo_restore (cr);
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

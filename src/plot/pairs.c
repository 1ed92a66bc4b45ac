/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/pairs.h"

#include "plot/shapes.h"

#define DOTTED_PIXEL 5.0 /* from here on there is room for dots */
#define LEAST_LINE 0.8
#define MOST_LINE 1.6

void
vw_plot_pairs_place (const VwPlotPairs *self, guint bit, guint point, double *x, double *y)
{
  const VwTestPair *pair = &self->pairs[bit];
  const gint8 *from_centre = self->upright ? pair->upright[point] : pair->turned[point];

  *x = self->x + from_centre[0] * self->pixel;
  *y = self->y + from_centre[1] * self->pixel;
}

static void
trace_pair (cairo_t *cr, const VwPlotPairs *self, guint bit)
{
  double x, y;

  vw_plot_pairs_place (self, bit, 0, &x, &y);
  cairo_move_to (cr, x, y);
  vw_plot_pairs_place (self, bit, 1, &x, &y);
  cairo_line_to (cr, x, y);
}

static VwPlotColor
bit_color (const VwPlotStyle *style, gboolean bit)
{
  return vw_plot_color_with_alpha (style->palette.text, bit ? .8 : .6);
}

static void
set_dashes (cairo_t *cr, double width, gboolean bit)
{
  double dashes[] = { 2 * width, 2.5 * width };

  cairo_set_dash (cr, dashes, bit ? 0 : 2, 0);
}

/* All of one bit in one stroke, so that many crossings do not add up. */
static void
paint_lines (cairo_t *cr, const VwPlotPairs *self, const VwPlotStyle *style, gboolean bit)
{
  double width = CLAMP (self->pixel * .15, LEAST_LINE, MOST_LINE);

  for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
    if (self->pairs[i].bit == bit)
      trace_pair (cr, self, i);
  vw_plot_color_set (cr, bit_color (style, bit));
  cairo_set_line_width (cr, width);
  set_dashes (cr, width, bit);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_dots (cairo_t *cr, const VwPlotPairs *self, const VwPlotStyle *style, gboolean bit)
{
  for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
    if (self->pairs[i].bit == bit)
      {
        double x, y;

        vw_plot_pairs_place (self, i, bit, &x, &y);
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, self->pixel * .22, 0, 2 * G_PI);
      }
  vw_plot_color_set (cr, bit_color (style, bit));
  cairo_fill (cr);
}

static void
paint_lit (cairo_t *cr, const VwPlotPairs *self, const VwPlotStyle *style)
{
  const VwPlotPalette *palette = &style->palette;
  double side = MAX (self->pixel, 4);

  trace_pair (cr, self, self->lit);
  vw_plot_stroke_cased (cr, palette->highlight, palette->paper, 2, 3);
  for (guint point = 0; point < 2; point++)
    {
      cairo_rectangle_t box = { .width = side, .height = side };

      vw_plot_pairs_place (self, self->lit, point, &box.x, &box.y);
      box.x -= side / 2;
      box.y -= side / 2;
      cairo_rectangle (cr, box.x, box.y, side, side);
      vw_plot_stroke_cased (cr, palette->highlight, palette->paper, 1.5, 2);
    }
}

void
vw_plot_pairs_paint (cairo_t *cr, const VwPlotPairs *self, const VwPlotStyle *style)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (gboolean bit = FALSE; bit <= TRUE; bit++)
    {
      paint_lines (cr, self, style, bit);
      if (self->pixel >= DOTTED_PIXEL)
        paint_dots (cr, self, style, bit);
    }
  if (self->lit >= 0)
    paint_lit (cr, self, style);
  cairo_restore (cr);
}

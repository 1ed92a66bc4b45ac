/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/test-pairs.h"

#include "plot/pixels.h"
#include "plot/shapes.h"

#include <math.h>

#define REACH 10.0

void
vw_plot_pairs_layout (const VwPlotPairs *model, double width, double height, VwPlotPairsLayout *out)
{
  double side = MAX (MIN (width, height), 1);

  out->area
      = (cairo_rectangle_t){ floor ((width - side) / 2), floor ((height - side) / 2), side, side };
  out->scale = side / model->side;
}

static void
place (const VwPlotPairs *model,
       const VwPlotPairsLayout *layout,
       guint pair,
       guint end,
       double *x,
       double *y)
{
  double middle = model->side / 2.0;

  *x = layout->area.x + (middle + model->pairs[pair].x[end]) * layout->scale;
  *y = layout->area.y + (middle + model->pairs[pair].y[end]) * layout->scale;
}

int
vw_plot_pairs_hit (const VwPlotPairs *model, const VwPlotPairsLayout *layout, double x, double y)
{
  double best = REACH;
  int found = -1;

  for (guint i = 0; i < model->n_pairs; i++)
    for (guint end = 0; end < 2; end++)
      {
        double pair_x, pair_y, distance;

        place (model, layout, i, end, &pair_x, &pair_y);
        distance = hypot (pair_x - x, pair_y - y);
        if (distance >= best)
          continue;
        best = distance;
        found = i;
      }
  return found;
}

static void
trace_line (cairo_t *cr, const VwPlotPairs *model, const VwPlotPairsLayout *layout, guint pair)
{
  double x, y;

  place (model, layout, pair, 0, &x, &y);
  cairo_move_to (cr, x, y);
  place (model, layout, pair, 1, &x, &y);
  cairo_line_to (cr, x, y);
}

/* Ones are solid, zeros are dashed. */
static void
paint_all (cairo_t *cr,
           const VwPlotPairs *model,
           const VwPlotPairsLayout *layout,
           const VwPlotStyle *style,
           double alpha)
{
  static const double dashes[] = { 3, 2.5 };

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < model->n_pairs; i++)
    {
      VwPlotColor color = model->pairs[i].bit ? style->palette.favour : style->palette.against;

      cairo_set_dash (cr, dashes, model->pairs[i].bit ? 0 : 2, 0);
      vw_plot_color_set (cr, vw_plot_color_with_alpha (color, alpha));
      trace_line (cr, model, layout, i);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The first pixel of the pair is a ring, the second a disc. */
static void
paint_pointed (cairo_t *cr,
               const VwPlotPairs *model,
               const VwPlotPairsLayout *layout,
               const VwPlotStyle *style,
               guint pair)
{
  double radius = CLAMP (layout->scale * .5, 4, 9);
  double x, y;

  trace_line (cr, model, layout, pair);
  vw_plot_color_set (cr, vw_plot_color_with_alpha (style->palette.paper, .9));
  cairo_set_line_width (cr, 6);
  cairo_stroke_preserve (cr);
  vw_plot_color_set (cr, style->palette.highlight);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  for (guint end = 0; end < 2; end++)
    {
      place (model, layout, pair, end, &x, &y);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      vw_plot_color_set (cr, end == 0 ? style->palette.paper : style->palette.highlight);
      cairo_fill_preserve (cr);
      vw_plot_color_set (cr, style->palette.highlight);
      cairo_set_line_width (cr, 2.5);
      cairo_stroke (cr);
    }
}

void
vw_plot_pairs_paint (cairo_t *cr,
                     const VwPlotPairs *model,
                     const VwPlotPairsLayout *layout,
                     const VwPlotStyle *style,
                     int pointed)
{
  cairo_save (cr);
  vw_plot_pixels_paint (cr, style, &(VwPlotPixels){ model->side, model->side, model->pixels },
                        &layout->area);
  paint_all (cr, model, layout, style, pointed >= 0 ? .45 : .7);
  if (pointed >= 0)
    paint_pointed (cr, model, layout, style, pointed);
  vw_plot_frame (cr, &layout->area, style->palette.highlight, 2);
  cairo_restore (cr);
}

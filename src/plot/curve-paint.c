/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/curve.h"

#include "plot/shapes.h"

#include <math.h>

#define LINE 1.75
#define DOT 3.0
#define POINTED_DOT 5.0
#define BAND .12

static void
paint_grid (cairo_t *cr, const VwPlotCurveAxis *axis, const VwPlotStyle *style)
{
  for (guint i = 0; i <= axis->ticks; i++)
    {
      double y = floor (axis->area.y + axis->area.height - i * axis->tick_step * axis->scale);
      cairo_rectangle_t line = { axis->area.x, y, axis->area.width, 1 };

      vw_plot_fill (cr, &line, i == 0 ? style->palette.axis : style->palette.grid);
    }
}

static void
paint_mean (cairo_t *cr, const VwPlotCurve *model, const VwPlotCurveAxis *axis, VwPlotColor color)
{
  double middle = axis->area.y + axis->area.height - (model->mean - axis->bottom) * axis->scale;
  double half = model->deviation * axis->scale;
  cairo_rectangle_t band = { axis->area.x, middle - half, axis->area.width, 2 * half };
  cairo_rectangle_t line = { axis->area.x, middle - .75, axis->area.width, 1.5 };

  vw_plot_fill (cr, &band, vw_plot_color_with_alpha (color, BAND));
  vw_plot_fill (cr, &line, color);
}

/* The value in force, and the one that is pointed at, run through all panels. */
static void
paint_upright (cairo_t *cr, const VwPlotCurveLayout *layout, double x, VwPlotColor color,
               gboolean dashed)
{
  static const double dashes[] = { 3, 3 };
  const VwPlotCurveAxis *last = &layout->axes[layout->n_panels - 1];

  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
  cairo_move_to (cr, floor (x) + .5, layout->axes[0].area.y);
  cairo_line_to (cr, floor (x) + .5, last->area.y + last->area.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A trial that failed is a gap in the line. */
static void
paint_line (cairo_t *cr, const VwPlotCurve *model, const VwPlotCurveLayout *layout, guint panel)
{
  cairo_new_path (cr);
  for (guint i = 0; i < layout->n_points; i++)
    {
      const VwPlotCurvePoint *point = &model->points[layout->order[i]];
      double x, y;

      if (isnan (point->values[panel]))
        {
          cairo_new_sub_path (cr);
          continue;
        }
      vw_plot_curve_place (layout, point, panel, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_set_line_width (cr, LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* A cross on the axis: there is no accuracy, which is not one of 0. */
static void
paint_failure (cairo_t *cr, double x, double y, VwPlotColor color)
{
  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x - DOT, y - DOT);
  cairo_line_to (cr, x + DOT, y + DOT);
  cairo_move_to (cr, x - DOT, y + DOT);
  cairo_line_to (cr, x + DOT, y - DOT);
  cairo_stroke (cr);
}

static void
paint_points (cairo_t *cr, const VwPlotCurve *model, const VwPlotCurveLayout *layout,
              const VwPlotStyle *style, guint panel, int pointed)
{
  const VwPlotCurveAxis *axis = &layout->axes[panel];
  VwPlotColor color = panel == 0 ? style->palette.favour : style->palette.against;

  vw_plot_color_set (cr, color);
  if (model->joined)
    paint_line (cr, model, layout, panel);
  for (guint i = 0; i < model->n_points; i++)
    {
      gboolean here = (int) i == pointed;
      double x, y;

      vw_plot_curve_place (layout, &model->points[i], panel, &x, &y);
      if (isnan (y))
        {
          paint_failure (cr, x, axis->area.y + axis->area.height - DOT - 2, style->palette.dim);
          continue;
        }
      vw_plot_color_set (cr, here ? style->palette.highlight : color);
      cairo_arc (cr, x, y, here ? POINTED_DOT : DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

void
vw_plot_curve_paint (cairo_t *cr, const VwPlotCurve *model, const VwPlotCurveLayout *layout,
                     const VwPlotStyle *style, int pointed)
{
  cairo_save (cr);
  for (guint panel = 0; panel < layout->n_panels; panel++)
    paint_grid (cr, &layout->axes[panel], style);
  if (!isnan (model->mean))
    paint_mean (cr, model, &layout->axes[0], style->palette.favour);
  if (!isnan (model->present))
    paint_upright (cr, layout, vw_plot_curve_across (layout, model->present),
                   style->palette.axis, TRUE);
  if (pointed >= 0)
    paint_upright (cr, layout, vw_plot_curve_across (layout, model->points[pointed].x),
                   style->palette.highlight, FALSE);
  for (guint panel = 0; panel < layout->n_panels; panel++)
    paint_points (cr, model, layout, style, panel, pointed);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/direction.h"

#include "plot/pixels.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 15.0
#define AXIS_SHARE .62 /* of the radius, as the angle's arc */
#define HEAD 11.0
#define CENTRE_RADIUS 6.0

/* Beside the end of its line, on the side that leads away from the middle. */
static void
add_label (const VwPlotStyle *style, VwPlotDirectionLayout *out, const char *string, double angle,
           double reach, VwPlotColor color)
{
  double size = FONT * style->text_scale;
  double width = vw_plot_texts_measure (out->texts, string, size, TRUE);
  double height = vw_plot_texts_line_height (out->texts, size);
  double x = out->middle_x + cos (angle) * (reach + 8 + width / 2);
  double y = out->middle_y + sin (angle) * (reach + 8 + height / 2);

  vw_plot_texts_add (
      out->texts,
      &(VwPlotLabel){ .string = string,
                      .x = CLAMP (x, width / 2, MAX (out->width - width / 2, width / 2)),
                      .y = CLAMP (y, height / 2, out->height - height / 2),
                      .align = VW_PLOT_CENTER,
                      .size = size,
                      .bold = TRUE,
                      .color = color });
}

void
vw_plot_direction_layout (const VwPlotDirection *model, double width, double height,
                          const VwPlotStyle *style, VwPlotDirectionLayout *out)
{
  double margin, angle = model->angle * G_PI / 180, side;

  vw_plot_direction_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  margin = 2 * vw_plot_texts_line_height (out->texts, FONT * style->text_scale);
  side = MAX (MIN (width, height) - margin, 1);
  out->scale = side / model->side;
  out->area
      = (cairo_rectangle_t){ floor ((width - side) / 2), floor ((height - side) / 2), side, side };
  out->middle_x = out->area.x + side / 2;
  out->middle_y = out->area.y + side / 2;
  add_label (style, out, model->angle_text, angle, side / 2, style->palette.highlight);
  if (cos (angle) < .8) /* else the two would lie over each other */
    add_label (style, out, model->axis_text, 0, side / 2, style->palette.dim);
}

void
vw_plot_direction_layout_clear (VwPlotDirectionLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotDirectionLayout){ 0 };
}

static void
paint_disc (cairo_t *cr, const VwPlotDirection *model, const VwPlotDirectionLayout *layout,
            const VwPlotStyle *style)
{
  for (guint i = 0; i < model->side * model->side; i++)
    {
      cairo_rectangle_t pixel = { layout->area.x + i % model->side * layout->scale,
                                  layout->area.y + i / model->side * layout->scale,
                                  layout->scale + .5, layout->scale + .5 }; /* no seams */

      if (model->inside[i])
        vw_plot_fill (cr, &pixel, vw_plot_pixels_color (style, model->pixels[i]));
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, layout->middle_x, layout->middle_y, layout->area.width / 2, 0, 2 * G_PI);
  vw_plot_color_set (cr, vw_plot_color_with_alpha (style->palette.axis, .7));
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
paint_axes (cairo_t *cr, const VwPlotDirectionLayout *layout, const VwPlotStyle *style)
{
  static const double dashes[] = { 6, 5 };
  double reach = layout->area.width / 2;

  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, layout->middle_x, layout->middle_y);
  cairo_line_to (cr, layout->middle_x + reach, layout->middle_y);
  vw_plot_stroke_cased (cr, style->palette.dim, style->palette.paper, 1.6, 3);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The angle from the x axis to the direction, as an arc; then the direction as an arrow. */
static void
paint_direction (cairo_t *cr, const VwPlotDirection *model, const VwPlotDirectionLayout *layout,
                 const VwPlotStyle *style)
{
  double angle = model->angle * G_PI / 180, reach = layout->area.width / 2;
  double x = layout->middle_x, y = layout->middle_y;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, AXIS_SHARE * reach, 0, angle);
  vw_plot_stroke_cased (cr, style->palette.dim, style->palette.paper, 1.6, 3);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + reach * cos (angle), y + reach * sin (angle));
  for (int side = -1; side <= 1; side += 2)
    {
      double head = angle + G_PI + side * .42;

      cairo_move_to (cr, x + reach * cos (angle), y + reach * sin (angle));
      cairo_line_to (cr, x + reach * cos (angle) + HEAD * cos (head),
                     y + reach * sin (angle) + HEAD * sin (head));
    }
  vw_plot_stroke_cased (cr, style->palette.highlight, style->palette.paper, 3, 3);
}

static void
paint_centres (cairo_t *cr, const VwPlotDirection *model, const VwPlotDirectionLayout *layout,
               const VwPlotStyle *style)
{
  double x = layout->middle_x + model->x * layout->scale;
  double y = layout->middle_y + model->y * layout->scale;

  cairo_move_to (cr, layout->middle_x - CENTRE_RADIUS, layout->middle_y);
  cairo_line_to (cr, layout->middle_x + CENTRE_RADIUS, layout->middle_y);
  cairo_move_to (cr, layout->middle_x, layout->middle_y - CENTRE_RADIUS);
  cairo_line_to (cr, layout->middle_x, layout->middle_y + CENTRE_RADIUS);
  vw_plot_stroke_cased (cr, style->palette.text, style->palette.paper, 2, 3);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, CENTRE_RADIUS, 0, 2 * G_PI);
  vw_plot_color_set (cr, style->palette.highlight);
  cairo_fill_preserve (cr);
  vw_plot_color_set (cr, style->palette.paper);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

void
vw_plot_direction_paint (cairo_t *cr, const VwPlotDirection *model,
                         const VwPlotDirectionLayout *layout, const VwPlotStyle *style)
{
  cairo_save (cr);
  paint_disc (cr, model, layout, style);
  paint_axes (cr, layout, style);
  paint_direction (cr, model, layout, style);
  paint_centres (cr, model, layout, style);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

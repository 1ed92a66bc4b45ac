/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/field.h"

#include "plot/patch.h"
#include "plot/shapes.h"

#include <math.h>

#define MIDDLE (VW_FIELD_SIDE / 2 + .5)
#define ARM 5.5 /* of the cross at the centre of mass */

static void
place_box (const VwCentering *model, gboolean centred, double scale, VwPlotFieldLayout *out)
{
  double width = centred ? VW_FIELD_BOX : model->width;
  double height = centred ? VW_FIELD_BOX : model->height;

  out->box = (cairo_rectangle_t){
    out->field.x + scale * (model->left + (model->width - width) / 2),
    out->field.y + scale * (model->top + (model->height - height) / 2),
    scale * width,
    scale * height,
  };
}

void
vw_plot_field_layout (const VwCentering *model,
                      gboolean centred,
                      double width,
                      double height,
                      const VwPlotStyle *style,
                      VwPlotFieldLayout *out)
{
  double scale = MAX (MIN (width, height), 1) / VW_FIELD_SIDE;
  double side;

  if (style->whole_pixels && scale >= 1)
    scale = floor (scale);
  side = scale * VW_FIELD_SIDE;
  out->field
      = (cairo_rectangle_t){ floor ((width - side) / 2), floor ((height - side) / 2), side, side };
  place_box (model, centred, scale, out);
  out->middle_x = out->field.x + scale * MIDDLE;
  out->middle_y = out->field.y + scale * MIDDLE;
  out->mass_x = out->field.x + scale * model->mass_x;
  out->mass_y = out->field.y + scale * model->mass_y;
}

static void
paint_middle (cairo_t *cr, const VwPlotFieldLayout *layout, VwPlotColor color)
{
  static const double dots[] = { 1, 5 };
  const cairo_rectangle_t *field = &layout->field;

  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, field->x, layout->middle_y);
  cairo_line_to (cr, field->x + field->width, layout->middle_y);
  cairo_move_to (cr, layout->middle_x, field->y);
  cairo_line_to (cr, layout->middle_x, field->y + field->height);
  cairo_set_line_width (cr, 1);
  vw_plot_color_set (cr, color);
  cairo_stroke (cr);
}

static void
paint_box (cairo_t *cr, const VwPlotFieldLayout *layout, VwPlotColor color)
{
  static const double dashes[] = { 4, 3 };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  vw_plot_frame_around (cr, &layout->box, color, 1.5);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Cased in paper, as it stands on ink most of the time. */
static void
paint_mass (cairo_t *cr, const VwPlotFieldLayout *layout, const VwPlotPalette *palette)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (int casing = 1; casing >= 0; casing--)
    {
      double arm = ARM + casing;

      cairo_move_to (cr, layout->mass_x - arm, layout->mass_y);
      cairo_line_to (cr, layout->mass_x + arm, layout->mass_y);
      cairo_move_to (cr, layout->mass_x, layout->mass_y - arm);
      cairo_line_to (cr, layout->mass_x, layout->mass_y + arm);
      cairo_set_line_width (cr, casing ? 4 : 2);
      vw_plot_color_set (cr, casing ? palette->paper : palette->dropped);
      cairo_stroke (cr);
    }
}

void
vw_plot_field_paint (cairo_t *cr,
                     const VwCentering *model,
                     const VwPlotFieldLayout *layout,
                     const VwPlotStyle *style)
{
  const VwPlotPalette *palette = &style->palette;

  vw_plot_patch_paint (cr, style, model->pixels, VW_FIELD_SIDE, &layout->field);
  cairo_save (cr);
  vw_plot_frame (cr, &layout->field, vw_plot_color_with_alpha (palette->axis, .55), 1);
  paint_middle (cr, layout, palette->axis);
  if (!model->blank)
    {
      paint_box (cr, layout, palette->accent);
      paint_mass (cr, layout, palette);
    }
  cairo_restore (cr);
}

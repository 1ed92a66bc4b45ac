/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-private.h"

#include "plot/shapes.h"

#include <math.h>

#define CROSS 2.3
#define DIAMOND 5.0
#define DOT 3.4     /* across */
#define EQUALS 2.2  /* half a bar of the sign */
#define STRENGTHS 8 /* that scores are told apart by */

/*
 * There may be thousands of corners: those that look the same are one path, painted at once, and with
 * fewer shades at their edges, which takes half the time.
 */
typedef void (*AddSign) (cairo_t *cr, double x, double y);

static void
add_cross (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x - CROSS, y - CROSS);
  cairo_line_to (cr, x + CROSS, y + CROSS);
  cairo_move_to (cr, x - CROSS, y + CROSS);
  cairo_line_to (cr, x + CROSS, y - CROSS);
}

static void
add_diamond (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x - DIAMOND, y);
  cairo_line_to (cr, x, y - DIAMOND);
  cairo_line_to (cr, x + DIAMOND, y);
  cairo_line_to (cr, x, y + DIAMOND);
  cairo_close_path (cr);
}

/* A line of no length, which round ends make a dot. */
static void
add_dot (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, y);
}

static void
add_equals (cairo_t *cr, double x, double y)
{
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x - EQUALS, y + side * 1.3);
      cairo_line_to (cr, x + EQUALS, y + side * 1.3);
    }
}

typedef struct {
  VwPlotLayers layer;
  AddSign add;
  double width;
  double casing; /* 0 for none */
} Sign;

static const Sign signs[VW_CORNER_KEPT] = {
  [VW_CORNER_BEATEN] = { VW_PLOT_LAYER_BEATEN, add_dot, DOT, 0 },
  [VW_CORNER_TIED] = { VW_PLOT_LAYER_TIED, add_equals, 1.3, 1.4 },
  [VW_CORNER_AT_BORDER] = { VW_PLOT_LAYER_DROPPED, add_cross, 1.15, 0 },
  [VW_CORNER_OVER_QUOTA] = { VW_PLOT_LAYER_OVER_QUOTA, add_diamond, 1.6, 1.6 },
};

static VwPlotColor
sign_color (const VwPlotStyle *style, VwCornerFate fate)
{
  const VwPlotPalette *palette = &style->palette;

  switch (fate)
    {
    case VW_CORNER_AT_BORDER:
      return palette->dropped;
    case VW_CORNER_BEATEN:
      return palette->suppressed;
    default:
      return palette->text;
    }
}

static void
paint_signs (cairo_t *cr, const VwPlotStyle *style, VwCornerFate fate, double alpha)
{
  const Sign *sign = &signs[fate];
  VwPlotColor color = vw_plot_color_with_alpha (sign_color (style, fate), alpha);

  cairo_set_line_cap (cr, fate == VW_CORNER_BEATEN ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  vw_plot_stroke_cased (cr, color, style->palette.paper, sign->width, sign->casing);
}

static gboolean
has_room (const VwPlotDigit *model, guint level)
{
  return level < model->n_levels && model->levels[level].width > 2 * model->edge_threshold
         && model->levels[level].height > 2 * model->edge_threshold;
}

/* Returns: whether the corner is in sight, and where. */
static gboolean
find_corner (const VwPlotDigitPainter *self, const VwPlotCorner *corner, double *x, double *y)
{
  if (self->model->level >= 0 && (int) corner->level != self->model->level)
    return FALSE;
  vw_plot_digit_place_on (self->model, self->layout, corner->level, corner->x, corner->y, x, y);
  return vw_plot_contains (&self->layout->clip, *x, *y);
}

/* Crosses on levels that cannot have a keypoint are fainter. */
static void
paint_fate (const VwPlotDigitPainter *self, VwCornerFate fate)
{
  const VwPlotDigit *model = self->model;
  gboolean by_room = fate == VW_CORNER_AT_BORDER;

  for (int room = 0; room <= by_room; room++)
    {
      for (guint i = 0; i < model->n_corners; i++)
        {
          const VwPlotCorner *corner = &model->corners[i];
          double x, y;

          if (corner->fate == fate && (!by_room || has_room (model, corner->level) == room)
              && find_corner (self, corner, &x, &y))
            signs[fate].add (self->cr, x, y);
        }
      paint_signs (self->cr, self->style, fate, !by_room ? 1 : room ? .7 : .38);
    }
}

/* What FAST says of each pixel: one square a corner, the stronger the fuller. Those of several levels
 * lie upon each other. */
static void
paint_scores (const VwPlotDigitPainter *self)
{
  const VwPlotDigit *model = self->model;

  for (guint strength = 0; strength < STRENGTHS; strength++)
    {
      double alpha = (.16 + .64 * strength / (STRENGTHS - 1)) * (model->level < 0 ? .6 : 1);

      for (guint i = 0; i < model->n_corners; i++)
        {
          const VwPlotCorner *corner = &model->corners[i];
          double side, x, y;

          if (corner->score * STRENGTHS / 256 != (int) strength
              || !find_corner (self, corner, &x, &y))
            continue;
          side = self->layout->canvas.width / model->levels[corner->level].width;
          cairo_rectangle (self->cr, x - side / 2, y - side / 2, side, side);
        }
      vw_plot_color_set (self->cr, vw_plot_color_with_alpha (self->style->palette.text, alpha));
      cairo_fill (self->cr);
    }
}

void
vw_plot_digit_paint_corners (const VwPlotDigitPainter *self)
{
  cairo_save (self->cr);
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_FAST);
  if (self->model->layers & VW_PLOT_LAYER_SCORES)
    paint_scores (self);
  for (VwCornerFate fate = VW_CORNER_BEATEN; fate < VW_CORNER_KEPT; fate++)
    if (self->model->layers & signs[fate].layer)
      paint_fate (self, fate);
  cairo_restore (self->cr);
}

void
vw_plot_digit_paint_corner_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotLayers layer,
                                 double x, double y)
{
  for (VwCornerFate fate = VW_CORNER_BEATEN; fate < VW_CORNER_KEPT; fate++)
    if (signs[fate].layer == layer)
      {
        signs[fate].add (cr, x, y);
        paint_signs (cr, style, fate, 1);
      }
}

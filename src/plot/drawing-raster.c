/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/drawing-private.h"

#include "core/centering.h"

#include <string.h>

/* @mark, @point: what comes next; @taken_back as the drawing had it when that was true */
struct _VwDrawingRaster {
  guint side;
  cairo_surface_t *surface;
  guint mark, point;
  guint64 taken_back;
};

VwDrawingRaster *
vw_drawing_raster_new (guint side)
{
  VwDrawingRaster *self = g_new0 (VwDrawingRaster, 1);

  self->side = side;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) side, (int) side);
  return self;
}

void
vw_drawing_raster_free (VwDrawingRaster *self)
{
  cairo_surface_destroy (self->surface);
  g_free (self);
}

guint
vw_drawing_raster_get_side (const VwDrawingRaster *self)
{
  return self->side;
}

static VwPenPoint
middle (const VwPenPoint *a, const VwPenPoint *b)
{
  return (VwPenPoint){ (a->x + b->x) / 2, (a->y + b->y) / 2, (a->width + b->width) / 2 };
}

/* From one point to the other, bent towards @pull: a parabola as the cubic that it is. */
static void
stroke_curve (cairo_t *cr, const VwPenPoint *from, const VwPenPoint *pull, const VwPenPoint *to)
{
  cairo_move_to (cr, from->x, from->y);
  cairo_curve_to (cr, (from->x + 2 * pull->x) / 3, (from->y + 2 * pull->y) / 3,
                  (to->x + 2 * pull->x) / 3, (to->y + 2 * pull->y) / 3, to->x, to->y);
  cairo_set_line_width (cr, (from->width + to->width) / 2);
  cairo_stroke (cr);
}

/*
 * What point @i adds to a stroke: the first one a dot, each other one the line up to half way
 * between it and the one before, where lines meet without a corner.
 */
static void
stroke_point (cairo_t *cr, const VwPenPoint *points, guint i)
{
  VwPenPoint from, to;

  if (i == 0)
    {
      stroke_curve (cr, &points[0], &points[0], &points[0]);
      return;
    }
  from = i == 1 ? points[0] : middle (&points[i - 2], &points[i - 1]);
  to = middle (&points[i - 1], &points[i]);
  stroke_curve (cr, &from, &points[i - 1], &to);
}

/* From half way to the last point, once it is the last. */
static void
stroke_end (cairo_t *cr, const VwPenPoint *points, guint n)
{
  VwPenPoint from;

  if (n < 2)
    return;
  from = middle (&points[n - 2], &points[n - 1]);
  stroke_curve (cr, &from, &points[n - 1], &points[n - 1]);
}

static void
draw_stroke (VwDrawingRaster *self, cairo_t *cr, const VwMark *mark)
{
  const VwPenPoint *points = (const VwPenPoint *) mark->points->data;

  cairo_set_operator (cr,
                      mark->kind == VW_MARK_ERASER ? CAIRO_OPERATOR_DEST_OUT : CAIRO_OPERATOR_OVER);
  for (; self->point < mark->points->len; self->point++)
    stroke_point (cr, points, self->point);
  if (mark->ended)
    stroke_end (cr, points, mark->points->len);
}

static void
empty (cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
draw_ink (cairo_t *cr, cairo_surface_t *ink)
{
  int width = cairo_image_surface_get_width (ink), height = cairo_image_surface_get_height (ink);
  double scale = (double) VW_FIELD_BOX / VW_FIELD_SIDE / MAX (width, height);

  empty (cr);
  cairo_save (cr);
  cairo_translate (cr, .5 - width * scale / 2, .5 - height * scale / 2);
  cairo_scale (cr, scale, scale);
  cairo_mask_surface (cr, ink, 0, 0);
  cairo_restore (cr);
}

static void
draw_mark (VwDrawingRaster *self, cairo_t *cr, const VwMark *mark)
{
  switch (mark->kind)
    {
    case VW_MARK_PEN:
    case VW_MARK_ERASER:
      draw_stroke (self, cr, mark);
      break;
    case VW_MARK_INK:
      draw_ink (cr, mark->ink);
      break;
    case VW_MARK_CLEAR:
      empty (cr);
      break;
    }
}

static cairo_t *
start (VwDrawingRaster *self, const VwDrawing *drawing)
{
  cairo_t *cr = cairo_create (self->surface);

  cairo_scale (cr, self->side, self->side);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->taken_back != drawing->taken_back)
    {
      empty (cr);
      self->mark = self->point = 0;
      self->taken_back = drawing->taken_back;
    }
  return cr;
}

cairo_surface_t *
vw_drawing_raster_update (VwDrawingRaster *self, const VwDrawing *drawing)
{
  cairo_t *cr = start (self, drawing);

  while (self->mark < drawing->n_done)
    {
      const VwMark *mark = drawing->marks->pdata[self->mark];

      draw_mark (self, cr, mark);
      if (!mark->ended)
        break; /* there is more of it to come */
      self->mark++;
      self->point = 0;
    }
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  return self->surface;
}

guint8 *
vw_drawing_raster_get_ink (const VwDrawingRaster *self)
{
  const guint8 *data = cairo_image_surface_get_data (self->surface);
  int stride = cairo_image_surface_get_stride (self->surface);
  guint8 *ink = g_malloc ((gsize) self->side * self->side);

  for (guint y = 0; y < self->side; y++)
    memcpy (ink + (gsize) y * self->side, data + (gsize) y * stride, self->side);
  return ink;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/drawing-private.h"

#include "core/centering.h"

#include <math.h>
#include <string.h>

/* @piece: a part of a stroke on its way to @surface; otherwise empty. @mark, @point: what comes
   next; @taken_back as the drawing had it when that was true. */
struct _VwDrawingRaster {
  guint side;
  cairo_surface_t *surface, *piece;
  guint mark, point;
  guint64 taken_back;
};

VwDrawingRaster *
vw_drawing_raster_new (guint side)
{
  VwDrawingRaster *self = g_new0 (VwDrawingRaster, 1);

  self->side = side;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) side, (int) side);
  self->piece = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) side, (int) side);
  return self;
}

void
vw_drawing_raster_free (VwDrawingRaster *self)
{
  cairo_surface_destroy (self->surface);
  cairo_surface_destroy (self->piece);
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

/* Pixels that a curve may touch: it stays within its three points, as wide as its line. */
static VwInkBox
find_extent (const VwDrawingRaster *self, const VwPenPoint *const points[3])
{
  double left = 1, top = 1, right = 0, bottom = 0;
  VwInkBox box;

  for (guint i = 0; i < 3; i++)
    {
      double reach = points[i]->width / 2 + 2.0 / self->side;

      left = MIN (left, points[i]->x - reach);
      top = MIN (top, points[i]->y - reach);
      right = MAX (right, points[i]->x + reach);
      bottom = MAX (bottom, points[i]->y + reach);
    }
  box.x = (guint) (CLAMP (left, 0, 1) * self->side);
  box.y = (guint) (CLAMP (top, 0, 1) * self->side);
  box.width = (guint) ceil (CLAMP (right, 0, 1) * self->side) - box.x;
  box.height = (guint) ceil (CLAMP (bottom, 0, 1) * self->side) - box.y;
  return box;
}

/* The more of old and new ink, so that curves that overlap leave no seams; or, for the eraser, the
   less of the old ink and of what it spares. Empties the piece for the next one. */
static void
combine (VwDrawingRaster *self, const VwInkBox *box, gboolean erase)
{
  guint8 *ink = cairo_image_surface_get_data (self->surface);
  guint8 *piece = cairo_image_surface_get_data (self->piece);
  int stride = cairo_image_surface_get_stride (self->surface);

  cairo_surface_flush (self->piece);
  for (guint y = box->y; y < box->y + box->height; y++)
    for (guint x = box->x; x < box->x + box->width; x++)
      {
        gsize at = (gsize) y * stride + x;

        ink[at] = erase ? MIN (ink[at], 255 - piece[at]) : MAX (ink[at], piece[at]);
        piece[at] = 0;
      }
  cairo_surface_mark_dirty (self->piece);
}

/* From one point to the other, bent towards @pull: a parabola as the cubic that it is. */
static void
stroke_curve (VwDrawingRaster *self,
              const VwPenPoint *from,
              const VwPenPoint *pull,
              const VwPenPoint *to,
              gboolean erase)
{
  VwInkBox box = find_extent (self, (const VwPenPoint *const[3]){ from, pull, to });
  cairo_t *cr = cairo_create (self->piece);

  cairo_scale (cr, self->side, self->side);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, from->x, from->y);
  cairo_curve_to (cr, (from->x + 2 * pull->x) / 3, (from->y + 2 * pull->y) / 3,
                  (to->x + 2 * pull->x) / 3, (to->y + 2 * pull->y) / 3, to->x, to->y);
  cairo_set_line_width (cr, (from->width + to->width) / 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
  combine (self, &box, erase);
}

/*
 * What point @i adds to a stroke: the first one a dot, each other one the line up to half way
 * between it and the one before, where lines meet without a corner.
 */
static void
stroke_point (VwDrawingRaster *self, const VwPenPoint *points, guint i, gboolean erase)
{
  VwPenPoint from, to;

  if (i == 0)
    {
      stroke_curve (self, &points[0], &points[0], &points[0], erase);
      return;
    }
  from = i == 1 ? points[0] : middle (&points[i - 2], &points[i - 1]);
  to = middle (&points[i - 1], &points[i]);
  stroke_curve (self, &from, &points[i - 1], &to, erase);
}

/* From half way to the last point, once it is the last. */
static void
stroke_end (VwDrawingRaster *self, const VwPenPoint *points, guint n, gboolean erase)
{
  VwPenPoint from;

  if (n < 2)
    return;
  from = middle (&points[n - 2], &points[n - 1]);
  stroke_curve (self, &from, &points[n - 1], &points[n - 1], erase);
}

static void
draw_stroke (VwDrawingRaster *self, const VwMark *mark)
{
  const VwPenPoint *points = (const VwPenPoint *) mark->points->data;
  gboolean erase = mark->kind == VW_MARK_ERASER;

  cairo_surface_flush (self->surface);
  for (; self->point < mark->points->len; self->point++)
    stroke_point (self, points, self->point, erase);
  if (mark->ended)
    stroke_end (self, points, mark->points->len, erase);
  cairo_surface_mark_dirty (self->surface);
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
      draw_stroke (self, mark);
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

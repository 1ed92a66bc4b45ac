/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/drawing-private.h"

#include <math.h>
#include <string.h>

#define LEAST_STEP .002 /* between points; a hand's tremble */

static void
mark_free (VwMark *mark)
{
  g_clear_pointer (&mark->points, g_array_unref);
  g_clear_pointer (&mark->ink, cairo_surface_destroy);
  g_free (mark->note);
  g_free (mark);
}

VwDrawing *
vw_drawing_new (void)
{
  VwDrawing *self = g_new0 (VwDrawing, 1);

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  return self;
}

void
vw_drawing_free (VwDrawing *self)
{
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static VwMark *
last_mark (const VwDrawing *self)
{
  return self->n_done > 0 ? self->marks->pdata[self->n_done - 1] : NULL;
}

gboolean
vw_drawing_is_under_way (const VwDrawing *self)
{
  const VwMark *last = last_mark (self);

  return last != NULL && !last->ended;
}

/* The marks that were undone make way for it. */
static VwMark *
add_mark (VwDrawing *self, VwMarkKind kind)
{
  VwMark *mark = g_new0 (VwMark, 1);

  vw_drawing_end (self);
  g_ptr_array_set_size (self->marks, self->n_done);
  mark->kind = kind;
  mark->ended = kind == VW_MARK_INK || kind == VW_MARK_CLEAR;
  g_ptr_array_add (self->marks, mark);
  self->n_done++;
  return mark;
}

void
vw_drawing_begin (VwDrawing *self, gboolean erase, const VwPenPoint *point)
{
  VwMark *mark = add_mark (self, erase ? VW_MARK_ERASER : VW_MARK_PEN);

  mark->points = g_array_new (FALSE, FALSE, sizeof (VwPenPoint));
  g_array_append_val (mark->points, *point);
}

void
vw_drawing_move (VwDrawing *self, const VwPenPoint *point)
{
  VwMark *mark = last_mark (self);
  const VwPenPoint *before;

  if (!vw_drawing_is_under_way (self))
    return;
  before = &g_array_index (mark->points, VwPenPoint, mark->points->len - 1);
  if (hypot (point->x - before->x, point->y - before->y) >= LEAST_STEP)
    g_array_append_val (mark->points, *point);
}

void
vw_drawing_end (VwDrawing *self)
{
  if (self->n_done > 0)
    last_mark (self)->ended = TRUE;
}

static cairo_surface_t *
copy_ink (const VwInk *ink)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ink->width, (int) ink->height);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *data = cairo_image_surface_get_data (surface);

  for (guint y = 0; data != NULL && y < ink->height; y++)
    memcpy (data + (gsize) y * stride, ink->pixels + (gsize) y * ink->width, ink->width);
  cairo_surface_mark_dirty (surface);
  return surface;
}

void
vw_drawing_put_ink (VwDrawing *self, const VwInk *ink, const char *note)
{
  VwMark *mark = add_mark (self, VW_MARK_INK);

  mark->ink = copy_ink (ink);
  mark->note = g_strdup (note);
}

const char *
vw_drawing_get_note (const VwDrawing *self)
{
  for (guint i = self->n_done; i > 0; i--)
    {
      const VwMark *mark = self->marks->pdata[i - 1];

      if (mark->kind == VW_MARK_INK || mark->kind == VW_MARK_CLEAR)
        return mark->note;
    }
  return NULL;
}

void
vw_drawing_clear (VwDrawing *self)
{
  if (!vw_drawing_is_empty (self))
    add_mark (self, VW_MARK_CLEAR);
}

void
vw_drawing_undo (VwDrawing *self)
{
  vw_drawing_end (self);
  if (self->n_done == 0)
    return;
  self->n_done--;
  self->taken_back++;
}

void
vw_drawing_redo (VwDrawing *self)
{
  if (self->n_done < self->marks->len)
    self->n_done++;
}

gboolean
vw_drawing_can_undo (const VwDrawing *self)
{
  return self->n_done > 0;
}

gboolean
vw_drawing_can_redo (const VwDrawing *self)
{
  return self->n_done < self->marks->len;
}

gboolean
vw_drawing_is_empty (const VwDrawing *self)
{
  const VwMark *last = last_mark (self);

  return last == NULL || last->kind == VW_MARK_CLEAR;
}

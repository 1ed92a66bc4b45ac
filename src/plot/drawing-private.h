/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/drawing.h"

typedef enum { VW_MARK_PEN, VW_MARK_ERASER, VW_MARK_INK, VW_MARK_CLEAR } VwMarkKind;

/**
 * VwMark:
 * @points: of #VwPenPoint, of a stroke
 * @ended: whether more points may follow
 * @ink: %CAIRO_FORMAT_A8, of ink that was put
 * @note: the same's
 */
typedef struct {
  VwMarkKind kind;
  GArray *points;
  gboolean ended;
  cairo_surface_t *ink;
  char *note;
} VwMark;

/**
 * VwDrawing:
 * @marks: of #VwMark
 * @n_done: the first of them, which are to be seen; the others were undone
 * @taken_back: how often marks that may have been rasterised ceased to be
 */
struct _VwDrawing {
  GPtrArray *marks;
  guint n_done;
  guint64 taken_back;
};

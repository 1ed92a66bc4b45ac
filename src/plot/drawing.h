/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ink.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A place of the pen; the field's side is 1, and so is @width's unit. */
typedef struct {
  double x, y, width;
} VwPenPoint;

/**
 * VwDrawing:
 *
 * What was drawn into a square field, as a stack of strokes of pen and eraser, photos and
 * clearings: independent of any number of pixels, and each of them can be undone. Drawing on after
 * an undo forgets what was undone.
 */
typedef struct _VwDrawing VwDrawing;

VwDrawing *vw_drawing_new (void);
void vw_drawing_free (VwDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwDrawing, vw_drawing_free)

/* A stroke begins; one that was under way ends. */
void vw_drawing_begin (VwDrawing *self, gboolean erase, const VwPenPoint *point);

/* It goes on, if there is one; a point hardly apart from the last one is left out. */
void vw_drawing_move (VwDrawing *self, const VwPenPoint *point);
void vw_drawing_end (VwDrawing *self);
gboolean vw_drawing_is_under_way (const VwDrawing *self);

/**
 * vw_drawing_put_ink:
 * @note: what is to be said of it
 *
 * Puts ink, as of a photo, in the place of all there was: in the middle, its longer side as large a
 * share of the field as MNIST gives a digit.
 */
void vw_drawing_put_ink (VwDrawing *self, const VwInk *ink, const char *note);

/* Returns: (transfer none) (nullable): the note of the ink that what is to be seen began with. */
const char *vw_drawing_get_note (const VwDrawing *self);

/* Nothing is done where nothing is drawn. */
void vw_drawing_clear (VwDrawing *self);

void vw_drawing_undo (VwDrawing *self);
void vw_drawing_redo (VwDrawing *self);
gboolean vw_drawing_can_undo (const VwDrawing *self);
gboolean vw_drawing_can_redo (const VwDrawing *self);

/* Whether there is something to clear; what the eraser left or not is not looked at. */
gboolean vw_drawing_is_empty (const VwDrawing *self);

/**
 * VwDrawingRaster:
 *
 * A drawing in pixels. It follows the drawing stroke by stroke: the same pixels, whether they came
 * all at once or bit by bit.
 */
typedef struct _VwDrawingRaster VwDrawingRaster;

/* @side: of the square, in pixels */
VwDrawingRaster *vw_drawing_raster_new (guint side);
void vw_drawing_raster_free (VwDrawingRaster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwDrawingRaster, vw_drawing_raster_free)

guint vw_drawing_raster_get_side (const VwDrawingRaster *self);

/**
 * vw_drawing_raster_update:
 *
 * Draws what is new. Always the same drawing.
 *
 * Returns: (transfer none): %CAIRO_FORMAT_A8, full where there is ink
 */
cairo_surface_t *vw_drawing_raster_update (VwDrawingRaster *self, const VwDrawing *drawing);

/* Returns: (transfer full): side × side bytes of what was drawn at the last update */
guint8 *vw_drawing_raster_get_ink (const VwDrawingRaster *self);

G_END_DECLS

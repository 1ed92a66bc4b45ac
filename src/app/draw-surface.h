/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "plot/drawing.h"

G_BEGIN_DECLS

#define VW_TYPE_DRAW_SURFACE (vw_draw_surface_get_type ())
G_DECLARE_FINAL_TYPE (VwDrawSurface, vw_draw_surface, VW, DRAW_SURFACE, VwChart)

/**
 * VwDrawSurface:
 *
 * The square to draw in: with the mouse, a finger, or a pen, whose pressure makes strokes thicker
 * and whose other end erases. With the keyboard arrow keys move the pen, Space puts it down and
 * lifts it. Signal "changed": there is something else to be seen.
 */

/* Returns: (transfer none): to be changed by the functions below only. */
const VwDrawing *vw_draw_surface_get_drawing (VwDrawSurface *self);

/* @width: of a stroke, as a share of the side */
void vw_draw_surface_set_brush (VwDrawSurface *self, double width);
void vw_draw_surface_set_erasing (VwDrawSurface *self, gboolean erasing);

/**
 * vw_draw_surface_begin:
 * @x, @y: as shares of the side; beyond the square the pen goes along its edge
 * @pressure: 0 … 1; .5 gives the brush its width
 *
 * What the gestures do.
 */
void vw_draw_surface_begin (VwDrawSurface *self, double x, double y, double pressure);
void vw_draw_surface_move (VwDrawSurface *self, double x, double y, double pressure);
void vw_draw_surface_end (VwDrawSurface *self);

void vw_draw_surface_undo (VwDrawSurface *self);
void vw_draw_surface_redo (VwDrawSurface *self);
void vw_draw_surface_clear (VwDrawSurface *self);

/* See vw_drawing_put_ink(). */
void vw_draw_surface_put_ink (VwDrawSurface *self, const VwInk *ink, const char *note);

G_END_DECLS

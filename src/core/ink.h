/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwInk:
 * @pixels: width × height bytes, row-major, borrowed; 255 is full ink, 0 bare paper
 *
 * A drawing or a photo as ink, of any size.
 */
typedef struct {
  const guint8 *pixels;
  guint width, height;
} VwInk;

/* Pixels x … x + width − 1, y … y + height − 1. */
typedef struct {
  guint x, y, width, height;
} VwInkBox;

/* Returns: the smallest box with every pixel of ink in it; of width and height 0 without ink. */
VwInkBox vw_ink_find_box (const VwInk *self);

/**
 * vw_ink_resize_box:
 * @pixels: (out caller-allocates): @width × @height bytes
 *
 * The part of the ink in @box, as large as wanted; shrunk pixels are the mean of those that they
 * cover.
 *
 * Returns: %FALSE with %VW_ERROR_SYSTEM when OpenCV refuses.
 */
gboolean vw_ink_resize_box (const VwInk *self,
                            const VwInkBox *box,
                            guint width,
                            guint height,
                            guint8 *pixels,
                            GError **error);

G_END_DECLS

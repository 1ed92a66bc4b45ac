/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/ink.h"

G_BEGIN_DECLS

#define VW_PHOTO_MAX_SIDE 8192 /* pixels; about a quarter of a gigabyte while it is decoded */

/**
 * VwPhoto:
 * @ink: of the digit alone, cropped to it
 * @width, @height: of the photo, upright, in pixels
 * @turned: the camera was not held upright
 * @inverted: paper was lighter than ink
 * @threshold: by how many grey values ink differs from the paper around it at least
 * @crop: what of the photo @ink shows, in its pixels
 * @specks: how many spots were left out as too small
 *
 * A photo of a digit as ink on bare paper, and what was done to it. Owns its ink.
 */
typedef struct {
  VwInk ink;
  guint width, height;
  gboolean turned, inverted;
  guint threshold;
  VwInkBox crop;
  guint specks;
} VwPhoto;

/**
 * vw_photo_decode:
 * @bytes: a PNG, JPEG or whatever gdk-pixbuf knows
 * @name: of it, for messages
 *
 * Finds the digit on the photo: grey, the paper's own light and shade taken away, inverted when the
 * paper is the lighter one, ink told from paper by Otsu's threshold, specks left out, cropped.
 * Transparent is what the ink is not. Some 50 ms a megapixel; safe from any thread.
 *
 * Source: Otsu, A threshold selection method from gray-level histograms, 1979.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_FORMAT, %VW_ERROR_TRUNCATED,
 *   %VW_ERROR_TOO_LARGE, or %VW_ERROR_EMPTY when nothing stands out from the paper.
 */
VwPhoto *vw_photo_decode (GBytes *bytes, const char *name, GError **error);

/* The same for a file; also GIO's errors, and %VW_ERROR_EMPTY for a file without content. */
VwPhoto *vw_photo_read (const char *path, GError **error);

void vw_photo_free (VwPhoto *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwPhoto, vw_photo_free)

G_END_DECLS

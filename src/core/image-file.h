/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* One image file, of the kinds that gdk-pixbuf knows. */

/* Returns: (transfer full): the content of a file that is not empty, and not too large. */
GBytes *vw_image_read (const char *path, GError **error);

/**
 * vw_image_decode:
 * @path: of the file, for messages
 * @most: pixels a side that are accepted; asked before anything is decoded
 * @turned: (out) (optional): whether the camera was not held upright
 *
 * Returns: (transfer full): the image the way a viewer turns it; or %NULL with %VW_ERROR_FORMAT,
 *   %VW_ERROR_TRUNCATED, %VW_ERROR_TOO_LARGE, or %VW_ERROR_SYSTEM without memory.
 */
GdkPixbuf *
vw_image_decode (GBytes *bytes, const char *path, guint most, gboolean *turned, GError **error);

/**
 * vw_image_to_grey:
 * @ground: what shows through transparent pixels
 * @rows, @cols: (out)
 *
 * Returns: (transfer full): rows × cols bytes of luminance (Rec. 601)
 */
guint8 *vw_image_to_grey (const GdkPixbuf *pixbuf, guint8 ground, guint *rows, guint *cols);

G_END_DECLS

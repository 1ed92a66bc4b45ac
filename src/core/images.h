/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/raw-data.h"

G_BEGIN_DECLS

/**
 * vw_image_read_grey:
 * @rows, @cols: (out)
 *
 * Reads a PNG, JPEG, PGM or whatever gdk-pixbuf knows as luminance (Rec. 601), the way a viewer
 * turns it. Transparent pixels count as background, 0. Never inverted: MNIST's ink is bright. Sides
 * over 1024 pixels are refused before they are decoded.
 *
 * Returns: (transfer full): @rows × @cols bytes, to be freed with g_free(); or %NULL with
 *   %VW_ERROR_EMPTY, %VW_ERROR_FORMAT, %VW_ERROR_TOO_LARGE or GIO's error.
 */
guint8 *vw_image_read_grey (const char *path, guint *rows, guint *cols, GError **error);

/* Whether a folder has sub-folders. */
gboolean vw_images_is_folder (const char *folder);

/**
 * vw_images_read:
 * @data: (out caller-allocates): zeroed
 *
 * Reads a folder with one sub-folder of images a class, named like the class; or two such folders
 * called "train" and "test" ("training" and "testing"). Classes and images come in the order of
 * their names, numbers in them by value; names that begin with a dot are not looked at. All images
 * must have one size.
 *
 * Returns: %FALSE with an error that names the first file at fault, or %G_IO_ERROR_CANCELLED.
 */
gboolean vw_images_read (const char *folder, VwRawData *data, const VwTask *task, GError **error);

G_END_DECLS

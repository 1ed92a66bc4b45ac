/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/job.h"
#include "core/centering.h"
#include "core/photo.h"
#include "plot/drawing.h"

G_BEGIN_DECLS

/* Photos that come to the Draw page, and drawings that leave it. */

/* Reads a photo on @job; @done gets a #VwPhoto. */
void vw_draw_files_read (VwJob *job, const char *path, VwJobDoneFunc done, gpointer data);

/* The same for a picture from the clipboard or another program. */
void vw_draw_files_decode (VwJob *job, GdkTexture *texture, VwJobDoneFunc done, gpointer data);

/* Whether the name of the file is that of an image. */
gboolean vw_draw_files_is_image (const char *path);

/* Returns: (transfer full): the drawing as a PNG, dark ink on white paper; or %NULL. */
GBytes *vw_draw_files_make (const VwDrawing *drawing, GError **error);

/* Returns: (transfer full): the 28 × 28 pixels as they are, bright ink on black, as a PNG: what the
   command line's “predict” reads; or %NULL. */
GBytes *vw_draw_files_make_field (const VwCentering *centering, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VW_TYPE_PATCH_TILE (vw_patch_tile_get_type ())
G_DECLARE_FINAL_TYPE (VwPatchTile, vw_patch_tile, VW, PATCH_TILE, GtkWidget)

/**
 * VwPatchTile:
 *
 * A patch as ink on paper, in the colours of the theme; kept as a texture, so that many of them
 * scroll smoothly. As large as its size request.
 */
GtkWidget *vw_patch_tile_new (int side);

/* @pixels: (nullable): %VW_PATCH_PIXELS bytes, copied */
void vw_patch_tile_set (VwPatchTile *self, const guint8 *pixels);

G_END_DECLS

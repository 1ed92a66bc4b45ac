/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/upscale.h"

G_BEGIN_DECLS

#define VW_ORIGIN_MOST 8 /* stored pixels along a side, for Lanczos */

/**
 * VwUpscaleOrigin:
 * @column, @row: the first stored pixel that counts
 * @columns, @rows: how many do
 * @across, @down: the weight of each; a stored pixel counts with the product of its two
 *
 * What an upscaled pixel is mixed from.
 */
typedef struct {
  guint column, row;
  guint columns, rows;
  double across[VW_ORIGIN_MOST], down[VW_ORIGIN_MOST];
} VwUpscaleOrigin;

/**
 * vw_upscale_origin_find:
 * @rows, @cols: of stored images
 * @x, @y: the upscaled pixel
 *
 * Measures the weights at the upscaler itself, to within 1/256: by the response to single columns
 * and rows. A few milliseconds at most.
 *
 * Returns: %FALSE with %VW_ERROR_SYSTEM when OpenCV refuses.
 */
gboolean vw_upscale_origin_find (VwUpscaleOrigin *self, const VwParameters *parameters, guint rows,
                                 guint cols, guint x, guint y, GError **error);

G_END_DECLS

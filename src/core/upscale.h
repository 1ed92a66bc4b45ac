/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parameters.h"
#include "core/plane.h"

G_BEGIN_DECLS

/**
 * VwUpscaler:
 *
 * Makes the longer side of an image as long as the parameters want it, the other one in
 * proportion, but at least 1 pixel. The interpolations are OpenCV's, byte for byte, but for
 * "cubic-float", which is bicubic evaluated in floating point. Holds one thread's scratch memory:
 * use one a thread.
 */
typedef struct _VwUpscaler VwUpscaler;

/**
 * vw_upscaler_new:
 * @rows, @cols: of the images to come, in pixels; at least 1
 *
 * Returns: (transfer full): an upscaler.
 */
VwUpscaler *vw_upscaler_new (const VwParameters *parameters, guint rows, guint cols);
void vw_upscaler_free (VwUpscaler *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwUpscaler, vw_upscaler_free)

/* Pixels of what vw_upscaler_run() returns. */
guint vw_upscaler_get_width (const VwUpscaler *self);
guint vw_upscaler_get_height (const VwUpscaler *self);

/**
 * vw_upscaler_run:
 * @image: rows × cols bytes
 *
 * Returns: (transfer none): width × height bytes, row-major, good until the next use; %NULL with
 *   %VW_ERROR_SYSTEM when OpenCV refuses.
 */
const guint8 *vw_upscaler_run (VwUpscaler *self, const guint8 *image, GError **error);

/* The same into an image of width × height pixels; what lies behind its rows may be overwritten. */
gboolean vw_upscaler_fill (VwUpscaler *self, const guint8 *image, VwPlane *to, GError **error);

G_END_DECLS

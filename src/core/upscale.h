/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * VwUpscaler:
 *
 * Enlarges (or shrinks) images of one size so that their longer side has parameters->upscale
 * pixels; the other keeps the proportion and at least one pixel. Holds the scratch memory of one
 * thread. All but cubic-float is cv::resize().
 */
typedef struct _VwUpscaler VwUpscaler;

VwUpscaler *vw_upscaler_new (const VwParameters *parameters, guint rows, guint cols);
void vw_upscaler_free (VwUpscaler *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwUpscaler, vw_upscaler_free)

guint vw_upscaler_get_width (const VwUpscaler *self);
guint vw_upscaler_get_height (const VwUpscaler *self);

/**
 * vw_upscaler_run:
 * @image: rows × cols bytes
 *
 * Returns: (transfer none): height × width bytes, good until the next use; %NULL with
 *   %VW_ERROR_SYSTEM when OpenCV refuses.
 */
const guint8 *vw_upscaler_run (VwUpscaler *self, const guint8 *image, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"

G_BEGIN_DECLS

#define VW_PATCH_SIDE 24
#define VW_PATCH_PIXELS (VW_PATCH_SIDE * VW_PATCH_SIDE)

/**
 * VwPatchCutter:
 *
 * Cuts out of an upscaled image what a keypoint's descriptor is made from: the square of
 * patch-size pixels round it on its own pyramid level, turned so that its direction points to the
 * right, mirrored beyond the image's edge as ORB reads it, before the blur. Holds one thread's
 * scratch memory: use one a thread.
 */
typedef struct _VwPatchCutter VwPatchCutter;

/**
 * vw_patch_cutter_new:
 * @parameters: that the keypoints are found with
 * @width, @height: of the upscaled images
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER, as vw_orb_new().
 */
VwPatchCutter *vw_patch_cutter_new (const VwParameters *parameters, guint width, guint height,
                                    GError **error);
void vw_patch_cutter_free (VwPatchCutter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwPatchCutter, vw_patch_cutter_free)

/* @pixels: width × height bytes, copied: the image that the next patches are cut from. */
void vw_patch_cutter_load (VwPatchCutter *self, const guint8 *pixels);

/**
 * vw_patch_cutter_cut:
 * @keypoint: its place, angle and octave
 * @side: samples a side of the patch
 * @patch: (out caller-allocates): @side × @side bytes, bilinear between the level's pixels
 */
void vw_patch_cutter_cut (VwPatchCutter *self, const VwKeypoint *keypoint, guint side,
                          guint8 *patch);

G_END_DECLS

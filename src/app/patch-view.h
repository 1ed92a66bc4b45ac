/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "core/inspection.h"

G_BEGIN_DECLS

#define VW_TYPE_PATCH_VIEW (vw_patch_view_get_type ())
G_DECLARE_FINAL_TYPE (VwPatchView, vw_patch_view, VW, PATCH_VIEW, VwChart)

/**
 * vw_patch_view_set:
 * @inspection: (nullable): not kept
 *
 * Shows the patch that the descriptor of a keypoint is made from, turned so that the keypoint's
 * direction is to the right.
 */
void vw_patch_view_set (VwPatchView *self, const VwInspection *inspection, int keypoint);

/* The pairs of pixels that are compared show while the pointer is there or one is lit. @bit: −1 for
 * none */
void vw_patch_view_set_bit (VwPatchView *self, int bit);

/* @pixels: (nullable): %VW_PATCH_PIXELS bytes, copied: the mean of a word's patches */
void vw_patch_view_set_pixels (VwPatchView *self, const guint8 *pixels);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb-private.h"
#include "core/orb-trace.h"

G_BEGIN_DECLS

/* For one image; @tests are copied. */
VwOrbTrace *vw_orb_trace_new (const VwKernels *kernels, const VwOrbTests *tests, int patch_size);

/* Begins the next level: @plane before it is blurred, with its border. */
void vw_orb_trace_add_level (VwOrbTrace *self, const VwPlane *plane, float scale);

/**
 * vw_orb_trace_add_corners:
 * @steps: as left by the search for corners, @n of which are not 0
 *
 * Notes the corners of the last level: beaten or tied, until vw_orb_trace_promote() says better.
 */
void vw_orb_trace_add_corners (VwOrbTrace *self, const VwPlane *steps, guint n);

/* These of the last level's corners came as far as that. */
void
vw_orb_trace_promote (VwOrbTrace *self, const VwOrbCorner *corners, guint n, VwCornerFate fate);

/* Notes the Harris responses of these of the last level's corners. */
void vw_orb_trace_rate (VwOrbTrace *self, const VwOrbCorner *corners, guint n);

/* The next keypoint, at that corner of that level. */
void vw_orb_trace_add_keypoint (VwOrbTrace *self, int level, const VwOrbCorner *corner,
                                const int moments[2], float angle);

/* That level, blurred. */
void vw_orb_trace_add_blurred (VwOrbTrace *self, int level, const VwPlane *plane);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb-trace-private.h"

G_BEGIN_DECLS

/* The corners of one level that are still in. */
typedef struct {
  VwOrbCorner *corners;
  guint n;
} VwOrbFound;

struct _VwOrb {
  const VwKernels *kernels;
  int n_levels, edge_threshold, patch_size, fast_threshold;
  VwOrbLevel levels[VW_ORB_MAX_LEVELS];
  VwOrbDisc disc;
  VwOrbTests tests;
  gboolean counting;   /* look at all corners, not only at those that can become keypoints */
  gboolean explaining; /* keep a trace, which takes counting */
  int reach;           /* pixels that a keypoint looks at around it, the blur's included */

  VwPlane planes[VW_ORB_MAX_LEVELS];
  VwPlaneArea
      searched[VW_ORB_MAX_LEVELS]; /* what is made of a level before its corners are known */
  VwOrbShrinker shrinker;
  VwFastScratch fast;
  VwOrbCorner *corners; /* of all levels */
  VwOrbFound found[VW_ORB_MAX_LEVELS];
  int (*moments)[2]; /* of one level's keypoints */
  float *angles;
  float *blurred;

  GArray *keypoints;       /* of VwKeypoint */
  GByteArray *descriptors; /* 32 bytes a keypoint */
  VwOrbTrace *trace;       /* while explaining, of the present image */
  VwOrbFrame frame;
};

/* Whether a keypoint beyond the edge threshold looks over the edge of the image. */
static inline gboolean
vw_orb_looks_outside (const VwOrb *self)
{
  return MAX (self->edge_threshold, VW_ORB_FAST_RADIUS) < self->reach;
}

/* Finds out which part of each level the search takes; again after @counting has changed. */
void vw_orb_plan_search (VwOrb *self);

/**
 * vw_orb_search:
 *
 * Makes the pyramid, as much of it as the search takes, and leaves in @found the corners of each
 * level that become keypoints; counts what each rule drops.
 *
 * Returns: how many levels were needed, or −1 with %VW_ERROR_SYSTEM.
 */
int vw_orb_search (VwOrb *self, GError **error);

/* Turns the corners found into keypoints with their descriptors. */
void vw_orb_describe (VwOrb *self, int n_levels);

G_END_DECLS

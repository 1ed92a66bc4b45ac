/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb-kernels.h"
#include "core/orb.h"

G_BEGIN_DECLS

#define VW_ORB_TEST_POINTS 512

/* x, y of the first point of a test, then of the second; 256 tests. */
extern const gint8 vw_orb_learned_pattern[2 * VW_ORB_TEST_POINTS];

/**
 * VwOrbLevel:
 * @scale: side of level 0 by side of this one
 * @quota: most keypoints, ties aside
 * @pixels: first pixel of the level inside its padded buffer; @stride bytes a row
 * @across, @down: how it comes from the level before; unused at level 0
 *
 * One level of the pyramid.
 */
typedef struct {
  guint width, height;
  gsize stride;
  float scale;
  guint quota;
  guint8 *buffer;
  guint8 *pixels;
  VwShrinkAxis across, down;
} VwOrbLevel;

/* A corner of one level. */
typedef struct {
  guint16 x, y;
  float response;
} VwOrbCorner;

struct _VwOrb {
  VwParameters parameters;
  const VwKernels *kernels;
  guint n_levels;
  guint n_built; /* levels that the current image was shrunk to */
  VwOrbLevel levels[VW_ORB_MAX_LEVELS];
  gboolean counting; /* look at all corners, not only at those that can become keypoints */
  guint pad;      /* pixels kept around each level */
  guint reach;    /* farthest pixel that a descriptor reads, from its keypoint */
  VwMomentPatch patch;
  float pattern_x[VW_ORB_TEST_POINTS], pattern_y[VW_ORB_TEST_POINTS];
  float blur_kernel[7];

  /* scratch of one image */
  gint32 *shrunk[2];
  guint8 *scores[3];
  GArray *corners;      /* of the level under way */
  guint8 *blurred;      /* as large as level 0's buffer */
  float *blur_rows, *blur_line;
  gsize blur_row_stride;
  GArray *keypoints;    /* #VwKeypoint */
  GByteArray *descriptors;
  VwOrbFrame frame;
};

/* orb-pyramid.c */

/* Lays out the levels for images of @width × @height. */
gboolean vw_orb_pyramid_init (VwOrb *self, guint width, guint height, GError **error);
void vw_orb_pyramid_clear (VwOrb *self);

/* Fills the levels that are looked at from the image, with their reflected surroundings where they are read. */
void vw_orb_pyramid_build (VwOrb *self, const guint8 *pixels);

/* Whether any pixel of the level keeps its distance from the border. */
gboolean vw_orb_level_has_room (const VwOrb *self, const VwOrbLevel *level);

/* orb-corners.c */

/* Finds the level's corners by FAST, inside the border, into self->corners; counts each step. */
void vw_orb_find_corners (VwOrb *self, guint level, VwLevelCounts *counts);

/* Applies the quota of the level to self->corners, which then have Harris responses. */
void vw_orb_apply_quota (VwOrb *self, guint level);

/* orb-describe.c */

/* Works out what the patch size decides: round patch, test points, blur. */
void vw_orb_describe_init (VwOrb *self);

/* Degrees, from the moments of the round patch. */
float vw_orb_direction (const VwOrb *self, const VwOrbLevel *level, guint x, guint y);

/* Blurs the level where descriptors read and appends a descriptor for each keypoint from @first. */
void vw_orb_describe_level (VwOrb *self, guint level, guint first);

G_END_DECLS

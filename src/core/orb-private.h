/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/kernels.h"
#include "core/orb.h"

G_BEGIN_DECLS

/**
 * VwOrbLevel:
 * @scale: how many pixels of level 0 one of this level stands for
 * @quota: how many keypoints it may keep, ties aside
 */
typedef struct {
  int width, height;
  float scale;
  guint quota;
} VwOrbLevel;

/**
 * vw_orb_plan_levels:
 * @levels: (out caller-allocates): room for %VW_ORB_MAX_LEVELS
 *
 * Sizes and quotas of the pyramid's levels. Fails with %VW_ERROR_PARAMETER when one of them would
 * have no pixel.
 */
gboolean vw_orb_plan_levels (const VwParameters *parameters, guint width, guint height,
                             VwOrbLevel *levels, GError **error);

/**
 * VwOrbShrinker:
 *
 * How each level of the pyramid is made of the one before it.
 */
typedef struct {
  const VwKernels *kernels;
  int n_levels;
  VwTaps columns[VW_ORB_MAX_LEVELS], rows[VW_ORB_MAX_LEVELS];
  guint16 *sums;
} VwOrbShrinker;

void vw_orb_shrinker_init (VwOrbShrinker *self, const VwKernels *kernels, const VwOrbLevel *levels,
                           int n_levels);
void vw_orb_shrinker_clear (VwOrbShrinker *self);

/* The part of the level before @level that an area of it is made of. */
VwPlaneArea vw_orb_shrinker_source (const VwOrbShrinker *self, int level, const VwPlaneArea *area);

/* Fills an area of @planes[@level], from 1 on, and perhaps what lies beside it in the same rows. */
void vw_orb_shrinker_make (VwOrbShrinker *self, VwPlane *planes, int level,
                           const VwPlaneArea *area);

/* vw_orb_extract() in two steps: the image to be filled, of no more use after the second, and the rest. */
VwPlane *vw_orb_get_image (VwOrb *self);
const VwOrbFrame *vw_orb_run (VwOrb *self, GError **error);

/* x and y of the first pixel of each test and of the second, for patches of 31 pixels. */
extern const gint8 vw_orb_learned_tests[VW_ORB_TESTS][4];

/* The tests for a patch of @patch_size pixels: learned for 31, drawn for any other size. */
gboolean vw_orb_tests_init (VwOrbTests *self, int patch_size, GError **error);

/* How far from the centre a point of the patch can come to lie, in pixels, however it is turned. */
int vw_orb_point_reach (float x, float y);

/* Returns: whether the points that the tests look at are few enough. */
gboolean vw_orb_points_init (VwOrbPoints *self, const VwOrbTests *tests);

void vw_orb_disc_init (VwOrbDisc *self, int patch_size);
void vw_orb_disc_clear (VwOrbDisc *self);

/* Harris' response from vw_kernels ()->gradients. */
float vw_orb_harris (const int sums[3]);

/* Cosine and sine of an angle in degrees, for turning the tests. */
void vw_orb_turn (float angle, float turn[2]);

/* GError from a text of the OpenCV shim, which it frees. */
void vw_orb_take_message (char *message, GError **error);

/* vw_orb_new() with given kernels, so that a test can run those of another machine. */
VwOrb *vw_orb_new_with_kernels (const VwParameters *parameters, guint width, guint height,
                                const VwKernels *kernels, GError **error);

G_END_DECLS

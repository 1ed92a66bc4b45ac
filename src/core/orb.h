/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parameters.h"

G_BEGIN_DECLS

#define VW_ORB_MAX_LEVELS 16
#define VW_DESCRIPTOR_BYTES 32
#define VW_DESCRIPTOR_BITS (8 * VW_DESCRIPTOR_BYTES)

/**
 * VwKeypoint:
 * @x, @y: pixels of the upscaled image, level 0
 * @size: diameter of the patch in the same pixels
 * @angle: degrees, 0 … 360, clockwise from the x axis
 * @response: Harris response
 * @octave: pyramid level
 */
typedef struct {
  float x, y;
  float size;
  float angle;
  float response;
  gint32 octave;
} VwKeypoint;

/**
 * VwLevelCounts:
 * @fast: corners that pass FAST's test
 * @suppressed: left after non-maximum suppression
 * @border: left inside the border
 * @middle: those of @border in the middle of the window that the border leaves, half as wide and
 *   half as high
 * @kept: left after the quota
 */
typedef struct {
  guint width, height;
  guint fast, suppressed, border, middle, kept;
} VwLevelCounts;

/* See core/orb-trace.h. */
typedef struct _VwOrbTrace VwOrbTrace;

/**
 * VwOrbFrame:
 * @keypoints: by level, then in OpenCV's order
 * @descriptors: n_keypoints × 32 bytes
 * @trace: (nullable): what was done, with vw_orb_explain(); a reference keeps it
 * @reach: pixels of its level that a keypoint looks at on each side
 * @n_reflected: keypoints that look over the edge of their level, at what is mirrored there
 *
 * What ORB makes of one image. Owned by the #VwOrb, good until its next use.
 */
typedef struct {
  guint n_keypoints;
  const VwKeypoint *keypoints;
  const guint8 *descriptors;
  VwOrbTrace *trace;
  guint reach, n_reflected;
  guint n_levels;
  VwLevelCounts levels[VW_ORB_MAX_LEVELS];
} VwOrbFrame;

/**
 * VwOrb:
 *
 * ORB in its stages for images of one size, with the scratch memory of one thread: use one
 * object a thread. Equal to cv::ORB::detectAndCompute bit for bit, in keypoints, order and
 * descriptors, on the machine it runs on.
 * Source: Rublee, Rabaud, Konolige & Bradski, ICCV 2011; OpenCV 4.6 for what the paper leaves open.
 */
typedef struct _VwOrb VwOrb;

/**
 * vw_orb_new:
 * @width, @height: of the images to come, in pixels
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER when a pyramid level would have
 *   no pixel left.
 */
VwOrb *vw_orb_new (const VwParameters *parameters, guint width, guint height, GError **error);
void vw_orb_free (VwOrb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwOrb, vw_orb_free)

/**
 * vw_orb_extract:
 * @pixels: width × height bytes, row-major
 *
 * Returns: (transfer none): the keypoints and their descriptors; none is not an error. %NULL
 *   with %VW_ERROR_SYSTEM only when a library refuses.
 */
const VwOrbFrame *vw_orb_extract (VwOrb *self, const guint8 *pixels, GError **error);

/* Returns: the keypoint of the strongest response on @level, or with −1 on any; −1 without any. */
int vw_orb_frame_strongest (const VwOrbFrame *frame, int level);

/* Whether the tests of a patch of @patch_size pixels are the learned ones, not drawn at random. */
gboolean vw_orb_has_learned_tests (int patch_size);

/**
 * vw_orb_skip_counts:
 *
 * From now on corners are looked for only where they can become keypoints. The keypoints stay
 * the same; of a level's counts only @border, @middle and @kept then mean anything.
 */
void vw_orb_skip_counts (VwOrb *self);

/**
 * vw_orb_explain:
 *
 * From now on each frame has a trace of how it came about. The keypoints stay the same. Not
 * together with vw_orb_skip_counts().
 */
void vw_orb_explain (VwOrb *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"
#include "core/plane.h"

G_BEGIN_DECLS

/**
 * VwCornerFate:
 * @VW_CORNER_BEATEN: suppressed: one of its 8 neighbours has a higher score
 * @VW_CORNER_TIED: suppressed: none has a higher score, but one has the same
 * @VW_CORNER_AT_BORDER: left by suppression, but closer to the border than the edge threshold
 * @VW_CORNER_OVER_QUOTA: inside the border, but its level had enough better ones
 * @VW_CORNER_KEPT: a keypoint
 *
 * How far a corner came. Each rule looks at what the one before it left.
 */
typedef enum {
  VW_CORNER_BEATEN,
  VW_CORNER_TIED,
  VW_CORNER_AT_BORDER,
  VW_CORNER_OVER_QUOTA,
  VW_CORNER_KEPT,
  VW_N_CORNER_FATES
} VwCornerFate;

/**
 * VwTraceCorner:
 * @x, @y: pixels of its level
 * @score: FAST's: the highest threshold at which it still is a corner
 * @fate: a #VwCornerFate
 * @keypoint: the keypoint that it became, −1 if it did not
 * @response: Harris', NAN where ORB did not ask: it does for those left by the border, twice the
 *   quota at most
 */
typedef struct {
  gint16 x, y;
  guint8 score;
  guint8 fate;
  gint32 keypoint;
  float response;
} VwTraceCorner;

/**
 * VwTraceLevel:
 * @scale: how many pixels of level 0 one of this level stands for
 * @sharp: what FAST, Harris and the directions look at; the border around it is mirrored
 * @blurred: what the descriptors look at: the level blurred, the border around it as it was
 * @corners: all that pass FAST's test, row by row
 *
 * A level of the pyramid as ORB used it.
 */
typedef struct {
  float scale;
  VwPlane sharp, blurred;
  guint n_corners;
  const VwTraceCorner *corners;
} VwTraceLevel;

/**
 * VwTraceKeypoint:
 * @x, @y: pixels of its level
 * @m10, @m01: first moments in x and in y over the round patch: grey values × pixels from its
 *   centre
 * @angle: the direction of (@m10, @m01) in degrees, 0 … 360, clockwise from the x axis
 */
typedef struct {
  guint level;
  int x, y;
  int m10, m01;
  float angle;
} VwTraceKeypoint;

/**
 * VwTestPair:
 * @upright: x and y of the first pixel and of the second in the pattern, from its centre
 * @turned: the same after turning and rounding: the pixels that were compared
 * @grey: the values of these two pixels of the blurred level
 * @bit: whether the first one's is below the second one's
 *
 * One bit of a descriptor. Bit i of byte j is pair 8j + i.
 */
typedef struct {
  gint8 upright[2][2];
  gint8 turned[2][2];
  guint8 grey[2];
  gboolean bit;
} VwTestPair;

/**
 * VwOrbTrace:
 *
 * All that ORB did to one image, noted down while it did so: see vw_orb_explain(). Immutable and
 * reference-counted, safe to read from several threads.
 */
VwOrbTrace *vw_orb_trace_ref (VwOrbTrace *self);
void vw_orb_trace_unref (VwOrbTrace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwOrbTrace, vw_orb_trace_unref)

guint vw_orb_trace_get_n_levels (const VwOrbTrace *self);
const VwTraceLevel *vw_orb_trace_get_level (const VwOrbTrace *self, guint level);

/* How many corners of a level met that fate. */
guint vw_orb_trace_count (const VwOrbTrace *self, guint level, VwCornerFate fate);

/* @keypoint: an index into the frame's keypoints */
const VwTraceKeypoint *vw_orb_trace_get_keypoint (const VwOrbTrace *self, guint keypoint);

/**
 * vw_orb_trace_get_pairs:
 * @pairs: (out caller-allocates): in the order of the descriptor's bits
 *
 * The tests that made the keypoint's descriptor.
 */
void vw_orb_trace_get_pairs (const VwOrbTrace *self, guint keypoint,
                             VwTestPair pairs[VW_DESCRIPTOR_BITS]);

/* Half the side of the patch, 15 for one of 31 pixels. */
int vw_orb_trace_get_radius (const VwOrbTrace *self);

/* Whether a pixel at that distance from a keypoint belongs to the round patch of its moments. */
gboolean vw_orb_trace_is_in_disc (const VwOrbTrace *self, int dx, int dy);

G_END_DECLS

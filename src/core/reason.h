/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * VwReasonCode:
 * @VW_REASON_UNKNOWN: the engine does not tell its counts
 * @VW_REASON_NO_ROOM: no level is larger than its border on both sides
 * @VW_REASON_NO_CORNERS: FAST found no corner on any level that has room
 * @VW_REASON_TIES: on all levels that have room, corners tied with neighbours and cancelled them
 * @VW_REASON_BORDER: most corners lay too near to the border of their level
 * @VW_REASON_QUOTA: most corners were over the quota of their level
 * @VW_REASON_FEW_CORNERS: nothing dropped most of them, there are only so many
 *
 * The rule that decided the number of keypoints.
 */
typedef enum {
  VW_REASON_UNKNOWN,
  VW_REASON_NO_ROOM,
  VW_REASON_NO_CORNERS,
  VW_REASON_TIES,
  VW_REASON_BORDER,
  VW_REASON_QUOTA,
  VW_REASON_FEW_CORNERS,
} VwReasonCode;

/**
 * VwReason:
 * @fast: corners that pass FAST's test, all levels
 * @corners: left after suppression, all levels
 * @dropped_border, @dropped_quota: of these, lost at each rule
 * @kept: keypoints
 * @edge_threshold: pixels
 * @least_side: pixels that a level needs on each side to hold a keypoint: 2 × edge threshold + 1
 * @largest_side: shorter side of level 0
 * @levels_with_room: levels with both sides of at least @least_side
 * @room_fast, @room_corners: @fast and @corners of these levels alone
 * @tied_levels, @tied_fast: levels where suppression left none of FAST's corners, and how many
 *   these were
 * @n_levels: all levels
 * @features: what the levels' quotas add up to
 * @full_levels: levels whose quota dropped a corner
 * @fast_threshold: grey values
 * @patch_size: pixels
 * @learned_tests: whether descriptors use the learned tests, or others drawn at random
 * @n_reflected, @reach: keypoints nearer than @reach pixels to the edge of their level, whose
 *   descriptors read what is mirrored there
 *
 * Why a digit has as many keypoints as it has: codes and numbers, to be put in words by whoever
 * speaks to the user.
 */
typedef struct {
  VwReasonCode code;
  guint fast, corners, dropped_border, dropped_quota, kept;
  guint edge_threshold, least_side, largest_side;
  guint levels_with_room, room_fast, room_corners;
  guint tied_levels, tied_fast;
  guint n_levels;
  guint features, full_levels;
  guint fast_threshold, patch_size;
  gboolean learned_tests;
  guint n_reflected, reach;
} VwReason;

/* Reads the reason off the counts of the run that made @frame. */
VwReason vw_reason_find (const VwOrbFrame *frame, const VwParameters *parameters);

/* Returns: (transfer none): "border", "quota" … for files and scripts. */
const char *vw_reason_name (VwReasonCode code);

G_END_DECLS

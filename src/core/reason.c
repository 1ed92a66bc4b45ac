/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reason.h"

static VwReasonCode
decide (const VwReason *reason)
{
  if (reason->levels_with_room == 0)
    return VW_REASON_NO_ROOM;
  if (reason->room_fast == 0)
    return VW_REASON_NO_CORNERS;
  if (reason->room_corners == 0)
    return VW_REASON_TIES;
  if (reason->dropped_border >= reason->kept && reason->dropped_border >= reason->dropped_quota)
    return VW_REASON_BORDER;
  return reason->dropped_quota >= reason->kept ? VW_REASON_QUOTA : VW_REASON_FEW_CORNERS;
}

static void
add_level (VwReason *reason, const VwLevelCounts *level)
{
  reason->fast += level->fast;
  reason->corners += level->suppressed;
  reason->dropped_border += level->suppressed - level->border;
  reason->dropped_quota += level->border - level->kept;
  reason->full_levels += level->border > level->kept;
  reason->kept += level->kept;
  if (level->fast > 0 && level->suppressed == 0)
    {
      reason->tied_levels++;
      reason->tied_fast += level->fast;
    }
  if (MIN (level->width, level->height) >= reason->least_side)
    {
      reason->levels_with_room++;
      reason->room_fast += level->fast;
      reason->room_corners += level->suppressed;
    }
}

VwReason
vw_reason_find (const VwOrbFrame *frame, const VwParameters *parameters)
{
  VwReason reason = { .edge_threshold = parameters->edge_threshold,
                      .least_side = 2 * parameters->edge_threshold + 1,
                      .largest_side = MIN (frame->levels[0].width, frame->levels[0].height),
                      .n_levels = frame->n_levels,
                      .features = parameters->features,
                      .fast_threshold = parameters->fast_threshold,
                      .patch_size = parameters->patch_size,
                      .learned_tests = vw_orb_has_learned_tests (parameters->patch_size),
                      .n_reflected = frame->n_reflected,
                      .reach = frame->reach };

  for (guint i = 0; i < frame->n_levels; i++)
    add_level (&reason, &frame->levels[i]);
  if (parameters->engine == VW_ENGINE_OPENCV)
    reason.dropped_border = reason.dropped_quota = reason.full_levels = 0;
  else
    reason.code = decide (&reason);
  return reason;
}

const char *
vw_reason_name (VwReasonCode code)
{
  static const char *const names[]
      = { "unknown", "no-room", "no-corners", "ties", "border", "quota", "few-corners" };

  return names[code];
}

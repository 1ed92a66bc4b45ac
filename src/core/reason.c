/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reason.h"

static VwReasonCode
decide (const VwReason *reason)
{
  if (reason->levels_with_room == 0)
    return VW_REASON_NO_ROOM;
  if (reason->fast == 0)
    return VW_REASON_NO_CORNERS;
  if (reason->corners == 0)
    return VW_REASON_TIES;
  if (reason->dropped_border >= reason->kept && reason->dropped_border >= reason->dropped_quota)
    return VW_REASON_BORDER;
  return reason->dropped_quota >= reason->kept ? VW_REASON_QUOTA : VW_REASON_FEW_CORNERS;
}

VwReason
vw_reason_find (const VwOrbFrame *frame, const VwParameters *parameters)
{
  VwReason reason = { .edge_threshold = parameters->edge_threshold,
                      .least_side = 2 * parameters->edge_threshold + 1,
                      .n_levels = frame->n_levels };

  for (guint i = 0; i < frame->n_levels; i++)
    {
      const VwLevelCounts *level = &frame->levels[i];

      reason.fast += level->fast;
      reason.corners += level->suppressed;
      reason.dropped_border += level->suppressed - level->border;
      reason.dropped_quota += level->border - level->kept;
      reason.kept += level->kept;
      reason.levels_with_room += MIN (level->width, level->height) >= reason.least_side;
    }
  reason.largest_side = MIN (frame->levels[0].width, frame->levels[0].height);
  if (parameters->engine == VW_ENGINE_OPENCV)
    {
      reason.dropped_border = reason.dropped_quota = 0;
      return reason;
    }
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

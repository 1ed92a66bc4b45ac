/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/reason-text.h"

#include <glib/gi18n.h>

static char *
border_sentence (const VwReason *r)
{
  return g_strdup_printf (ngettext ("Of %u corners, %u lies within %u px of the border of its level "
                                    "and is dropped.",
                                    "Of %u corners, %u lie within %u px of the border of their "
                                    "level and are dropped.",
                                    r->dropped_border),
                          r->corners, r->dropped_border, r->edge_threshold);
}

char *
vw_reason_sentence (const VwReason *r)
{
  switch (r->code)
    {
    case VW_REASON_NO_ROOM:
      return g_strdup_printf (_("No level can hold a keypoint: the largest side of %u px is under "
                                "2 × %u + 1 = %u px."),
                              r->largest_side, r->edge_threshold, r->least_side);
    case VW_REASON_NO_CORNERS:
      return g_strdup (_("FAST finds no corner: no ring of pixels differs enough from its centre."));
    case VW_REASON_TIES:
      return g_strdup_printf (_("All %u corners tie with a neighbour, and non-maximum suppression "
                                "drops both."),
                              r->fast);
    case VW_REASON_BORDER:
      return border_sentence (r);
    case VW_REASON_QUOTA:
      return g_strdup_printf (_("Of %u corners, %u are over the quota of their level."), r->corners,
                              r->dropped_quota);
    case VW_REASON_FEW_CORNERS:
      return g_strdup_printf (_("There are %u corners, and %u of them are kept."), r->corners,
                              r->kept);
    case VW_REASON_UNKNOWN:
      break;
    }
  return g_strdup (_("OpenCV does not tell what it dropped."));
}

char *
vw_reason_arithmetic (const VwReason *r)
{
  if (r->code == VW_REASON_NO_ROOM || r->code == VW_REASON_UNKNOWN
      || r->levels_with_room == r->n_levels)
    return NULL;
  return g_strdup_printf (_("%u of %u levels reach 2 × %u + 1 = %u px, the least that holds a "
                            "keypoint."),
                          r->levels_with_room, r->n_levels, r->edge_threshold, r->least_side);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/reason-text.h"

#include <glib/gi18n.h>

static char *
border_sentence (const VwReason *r)
{
  if (r->dropped_border == r->corners)
    return g_strdup_printf (ngettext ("%u corner lies within %u px of the border of its level and "
                                      "is dropped.",
                                      "All %u corners lie within %u px of the border of their "
                                      "level and are dropped.",
                                      r->corners),
                            r->corners, r->edge_threshold);
  return g_strdup_printf (ngettext ("Of %u corners, %u lies within %u px of the border of its level "
                                    "and is dropped.",
                                    "Of %u corners, %u lie within %u px of the border of their "
                                    "level and are dropped.",
                                    r->dropped_border),
                          r->corners, r->dropped_border, r->edge_threshold);
}

static char *
ties_sentence (const VwReason *r)
{
  if (r->levels_with_room == r->n_levels)
    return g_strdup_printf (_("All %u corners tie with a neighbour, and non-maximum suppression "
                              "drops both."),
                            r->fast);
  return g_strdup_printf (_("All %u corners of the levels that have room tie with a neighbour, and "
                            "non-maximum suppression drops both."),
                          r->room_fast);
}

static char *
quota_sentence (const VwReason *r)
{
  return g_strdup_printf (ngettext ("Of %u corners, %u is over the quota of its level.",
                                    "Of %u corners, %u are over the quota of their level.",
                                    r->dropped_quota),
                          r->corners, r->dropped_quota);
}

static char *
few_corners_sentence (const VwReason *r)
{
  if (r->kept == r->corners)
    return g_strdup_printf (ngettext ("There is %u corner, and it is kept.",
                                      "There are %u corners, and all of them are kept.",
                                      r->corners),
                            r->corners);
  return g_strdup_printf (_("There are %u corners, and %u of them are kept."), r->corners, r->kept);
}

char *
vw_reason_sentence (const VwReason *r)
{
  switch (r->code)
    {
    case VW_REASON_NO_ROOM:
      return g_strdup_printf (_("No level can hold a keypoint: even at the largest, a side of %u px "
                                "is under 2 × %u + 1 = %u px."),
                              r->largest_side, r->edge_threshold, r->least_side);
    case VW_REASON_NO_CORNERS:
      return g_strdup_printf (_("FAST finds no corner where there is room: on no ring of 16 pixels "
                                "do 9 in a row differ by more than %u from their centre."),
                              r->fast_threshold);
    case VW_REASON_TIES:
      return ties_sentence (r);
    case VW_REASON_BORDER:
      return border_sentence (r);
    case VW_REASON_QUOTA:
      return quota_sentence (r);
    case VW_REASON_FEW_CORNERS:
      return few_corners_sentence (r);
    case VW_REASON_UNKNOWN:
      break;
    }
  return g_strdup (_("OpenCV does not tell what it dropped."));
}

static char *
room_note (const VwReason *r)
{
  if (r->code == VW_REASON_NO_ROOM || r->levels_with_room == r->n_levels)
    return NULL;
  return g_strdup_printf (ngettext ("%u of %u levels reaches 2 × %u + 1 = %u px, the least that "
                                    "holds a keypoint.",
                                    "%u of %u levels reach 2 × %u + 1 = %u px, the least that "
                                    "holds a keypoint.",
                                    r->levels_with_room),
                          r->levels_with_room, r->n_levels, r->edge_threshold, r->least_side);
}

static char *
quota_note (const VwReason *r)
{
  if (r->full_levels > 0)
    return g_strdup_printf (ngettext ("%u of %u levels has filled its share of the quota of %u.",
                                      "%u of %u levels have filled their share of the quota of %u.",
                                      r->full_levels),
                            r->full_levels, r->n_levels, r->features);
  if (r->code != VW_REASON_BORDER && r->code != VW_REASON_FEW_CORNERS)
    return NULL;
  return g_strdup_printf (_("The quota of %u does not bind."), r->features);
}

static char *
ties_note (const VwReason *r)
{
  if (r->tied_levels == 0 || r->code == VW_REASON_TIES || r->code == VW_REASON_NO_ROOM)
    return NULL;
  return g_strdup_printf (ngettext ("On %u of %u levels all corners tie with a neighbour and none "
                                    "is left.",
                                    "On %u of %u levels all corners tie with a neighbour and none "
                                    "is left.",
                                    r->tied_levels),
                          r->tied_levels, r->n_levels);
}

static char *
mirror_note (const VwReason *r)
{
  if (r->n_reflected == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u keypoint lies within %u px of the edge: its descriptor "
                                    "reads mirrored pixels.",
                                    "%u keypoints lie within %u px of the edge: their descriptors "
                                    "read mirrored pixels.",
                                    r->n_reflected),
                          r->n_reflected, r->reach);
}

static char *
tests_note (const VwReason *r)
{
  if (r->learned_tests || r->kept == 0)
    return NULL;
  return g_strdup_printf (_("Patches of %u px have no learned tests: the 256 tests of a descriptor "
                            "are drawn at random."),
                          r->patch_size);
}

char *
vw_reason_arithmetic (const VwReason *r)
{
  char *(*const notes[]) (const VwReason *r)
      = { room_note, quota_note, ties_note, mirror_note, tests_note };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = r->code == VW_REASON_UNKNOWN ? 4 : 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *note = notes[i](r);

      if (note != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", note);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/step-text-private.h"

#include <glib/gi18n.h>

static char *
upscale_sentence (const VwSteps *s)
{
  static const guint neighbours[]
      = { [VW_INTERPOLATION_NEAREST] = 1,  [VW_INTERPOLATION_LINEAR] = 4,
          [VW_INTERPOLATION_CUBIC] = 16,   [VW_INTERPOLATION_AREA] = 4,
          [VW_INTERPOLATION_LANCZOS] = 64, [VW_INTERPOLATION_CUBIC_FLOAT] = 16 };
  guint n = neighbours[s->parameters.interpolation];

  if (s->width == s->cols && s->height == s->rows)
    return g_strdup_printf (_("The digit keeps the %u × %u px it is stored with."), s->cols,
                            s->rows);
  if (s->width < s->cols)
    return g_strdup_printf (_("The stored digit of %u × %u px is made smaller: %u × %u px."),
                            s->cols, s->rows, s->width, s->height);
  return g_strdup_printf (ngettext ("The stored digit of %u × %u px becomes %u × %u px. Each new "
                                    "pixel repeats the nearest stored one (%u).",
                                    "The stored digit of %u × %u px becomes %u × %u px. Each new "
                                    "pixel is mixed from up to %u stored ones.",
                                    n),
                          s->cols, s->rows, s->width, s->height, n);
}

static char *
pyramid_sentence (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *factor = decimal (s->parameters.scale_factor, 1);

  if (s->n_levels == 1)
    return g_strdup_printf (_("There is one level only, the digit itself at %u px: strokes are "
                               "looked at in one size."),
                            s->width);
  return g_strdup_printf (ngettext ("The digit is shrunk %u time by %s, from %u to %u px, so that "
                                    "thick and thin strokes are both found.",
                                    "The digit is shrunk %u times by %s, from %u to %u px, so that "
                                    "thick and thin strokes are both found.",
                                    s->n_levels - 1),
                          s->n_levels - 1, factor, s->width, s->smallest);
}

static char *
fast_sentence (const VwSteps *s)
{
  if (s->reason.fast == 0)
    return vw_reason_sentence (&s->reason);
  return g_strdup_printf (
      _("FAST looks at a ring of 16 pixels: if 9 in a row all have more ink than "
         "the middle, or all less, by over %d, that is a corner. It finds %u."),
      s->parameters.fast_threshold, s->reason.fast);
}

static char *
suppression_sentence (const VwSteps *s)
{
  guint n = s->reason.corners;

  if (s->reason.fast == 0)
    return g_strdup (_("Only the strongest corner of each cluster stays; here there is none."));
  return g_strdup_printf (
      ngettext ("Corners come in clusters. Only one that scores higher than all "
                "its 8 neighbours stays: %u of %u.",
                "Corners come in clusters. Only those that score higher than "
                "all their 8 neighbours stay: %u of %u.",
                n),
      n, s->reason.fast);
}

static char *
border_sentence (const VwSteps *s)
{
  const VwReason *r = &s->reason;
  guint stay = r->corners - r->dropped_border;

  if (r->corners == 0)
    return g_strdup_printf (
        _("Corners closer than %u px to the border of their level are dropped; "
           "here there is none to drop."),
        r->edge_threshold);
  return g_strdup_printf (ngettext ("Corners closer than %u px to the border of their level are "
                                    "dropped. Of %u, × %u go and ○ %u stays.",
                                    "Corners closer than %u px to the border of their level are "
                                    "dropped. Of %u, × %u go and ○ %u stay.",
                                    stay),
                          r->edge_threshold, r->corners, r->dropped_border, stay);
}

static char *
quota_sentence (const VwSteps *s)
{
  guint features = s->parameters.features, kept = s->reason.kept;

  if (kept == 0)
    return g_strdup_printf (
        _("Up to %u keypoints may stay, shared out over the levels; here there is "
           "none to choose from."),
        features);
  if (s->reason.dropped_quota > 0)
    return g_strdup_printf (ngettext ("%u keypoints are wanted, shared out over the levels. The "
                                      "weakest go, %u of them, and ○ %u stays.",
                                      "%u keypoints are wanted, shared out over the levels. The "
                                      "weakest go, %u of them, and ○ %u stay.",
                                      kept),
                            features, s->reason.dropped_quota, kept);
  return g_strdup_printf (ngettext ("Up to %u keypoints may stay, shared out over the levels. No "
                                    "level has that many: ○ %u stays.",
                                    "Up to %u keypoints may stay, shared out over the levels. No "
                                    "level has that many: all ○ %u stay.",
                                    kept),
                          features, kept);
}

char *
vw_step_sentence_of_corners (VwStep step, const VwSteps *s, VwDecimalFunc decimal)
{
  switch (step)
    {
    case VW_STEP_UPSCALE:
      return upscale_sentence (s);
    case VW_STEP_PYRAMID:
      return pyramid_sentence (s, decimal);
    case VW_STEP_FAST:
      return fast_sentence (s);
    case VW_STEP_SUPPRESSION:
      return suppression_sentence (s);
    case VW_STEP_BORDER:
      return border_sentence (s);
    default:
      return quota_sentence (s);
    }
}

static char *
upscale_note (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *times = decimal ((double) s->width / s->cols, s->width % s->cols == 0 ? 0 : 2);

  return g_strdup_printf (_("%u ÷ %u = %s new pixels for a stored one, along each side."),
                          s->width, s->cols, times);
}

/* "80 ÷ 1.2 = 67": the last step, as every one before it. */
static char *
pyramid_note (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *factor = decimal (s->parameters.scale_factor, 1);
  g_autofree char *second = decimal (s->width / s->parameters.scale_factor, 0);

  if (s->n_levels == 1)
    return NULL;
  return g_strdup_printf (_("%u ÷ %s = %s, and so on, each level from the one before. A corner is "
                             "looked for on every level."),
                          s->width, factor, second);
}

static char *
quota_note (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *factor = decimal (s->parameters.scale_factor, 1);

  if (s->n_levels == 1)
    return g_strdup (_("What counts is Harris’ response; ties with the last one stay."));
  return g_strdup_printf (_("Level 0 may keep %u, each further one %s times fewer. What counts is "
                             "Harris’ response; ties with the last one stay."),
                          s->quotas[0], factor);
}

static char *
border_note (const VwReason *r)
{
  return g_strdup_printf (
      ngettext ("A level needs 2 × %u + 1 = %u px to hold a single keypoint: %u "
                "of %u level has them.",
                "A level needs 2 × %u + 1 = %u px to hold a single keypoint: %u "
                "of %u levels have them.",
                r->n_levels),
      r->edge_threshold, r->least_side, r->levels_with_room, r->n_levels);
}

char *
vw_step_note_of_corners (VwStep step, const VwSteps *s, VwDecimalFunc decimal)
{
  switch (step)
    {
    case VW_STEP_UPSCALE:
      return upscale_note (s, decimal);
    case VW_STEP_PYRAMID:
      return pyramid_note (s, decimal);
    case VW_STEP_FAST:
      return g_strdup_printf (
          ngettext ("Ink goes from 0 to 255. Counted on %u level.",
                    "Ink goes from 0 to 255. Counted on all %u levels together.", s->n_levels),
          s->n_levels);
    case VW_STEP_SUPPRESSION:
      return g_strdup (
          _("The score is the highest threshold at which the pixel is still a corner. "
             "Where two neighbours tie, both go."));
    case VW_STEP_BORDER:
      return border_note (&s->reason);
    default:
      return quota_note (s, decimal);
    }
}

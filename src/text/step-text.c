/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/step-text-private.h"

#include <glib/gi18n.h>

const char *
vw_step_title (VwStep step)
{
  static const char *const titles[VW_N_STEPS]
      = { N_ ("Upscale"), N_ ("Pyramid"),   N_ ("FAST"),      N_ ("Suppression"),
          N_ ("Border"),  N_ ("Quota"),     N_ ("Direction"), N_ ("Descriptor"),
          N_ ("Words"),   N_ ("Histogram"), N_ ("Scores") };

  return _ (titles[step]);
}

char *
vw_step_figure (VwStep step, const VwSteps *s)
{
  VwLack lack = vw_steps_lack (s, step);

  if (lack != VW_LACK_NOTHING && step != VW_STEP_DIRECTION)
    return g_strdup ("–");
  switch (step)
    {
    case VW_STEP_UPSCALE:
      return g_strdup_printf (_("%u px"), s->width);
    case VW_STEP_PYRAMID:
      return g_strdup_printf (ngettext ("%u level", "%u levels", s->n_levels), s->n_levels);
    case VW_STEP_FAST:
      return g_strdup_printf ("%u", s->reason.fast);
    case VW_STEP_SUPPRESSION:
      return g_strdup_printf ("%u", s->reason.corners);
    case VW_STEP_BORDER:
      return g_strdup_printf ("%u", s->reason.corners - s->reason.dropped_border);
    case VW_STEP_QUOTA:
    case VW_STEP_DIRECTION:
      return g_strdup_printf ("%u", s->reason.kept);
    case VW_STEP_DESCRIPTOR:
      return g_strdup (_("256 bits"));
    case VW_STEP_WORDS:
    case VW_STEP_HISTOGRAM:
      return g_strdup_printf ("%u", step == VW_STEP_WORDS ? s->different : s->dims);
    default:
      return g_strdup (s->predicted != NULL ? s->predicted : "–");
    }
}

/* Why the digit has no keypoint, and what follows from it. */
static char *
without_keypoints (const VwSteps *s)
{
  g_autofree char *reason = vw_reason_sentence (&s->reason);

  if (!s->counted)
    return g_strdup (_("This digit has no keypoint, so there is nothing to go on with."));
  return g_strdup_printf (_("%s This digit has no keypoint, so there is nothing to go on with."),
                          reason);
}

char *
vw_step_sentence (VwStep step, const VwSteps *s, VwDecimalFunc decimal)
{
  switch (vw_steps_lack (s, step))
    {
    case VW_LACK_COUNTS:
      return g_strdup (_("OpenCV’s own ORB gives keypoints without telling how it came to them. "
                          "With the engine “In stages” there is something to see here."));
    case VW_LACK_KEYPOINTS:
      return without_keypoints (s);
    case VW_LACK_MODEL:
      return g_strdup (_("Words and their weights are learned from many digits, and there is no "
                          "model yet. Train one to see this step."));
    case VW_LACK_NOTHING:
      break;
    }
  return step < VW_STEP_DIRECTION ? vw_step_sentence_of_corners (step, s, decimal)
                                  : vw_step_sentence_of_keypoints (step, s, decimal);
}

char *
vw_step_note (VwStep step, const VwSteps *s, VwDecimalFunc decimal)
{
  if (vw_steps_lack (s, step) != VW_LACK_NOTHING)
    return NULL;
  return step < VW_STEP_DIRECTION ? vw_step_note_of_corners (step, s, decimal)
                                  : vw_step_note_of_keypoints (step, s, decimal);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/step-text-private.h"

#include <glib/gi18n.h>

static char *
direction_sentence (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *angle = decimal (s->angle, 0);

  return g_strdup_printf (
      ngettext ("A keypoint points to where the ink of its patch lies. This one, "
                "%d of %u, points to %s°.",
                "Each keypoint points to where the ink of its patch lies. This "
                "one, %d of %u, points to %s°.",
                s->reason.kept),
      s->keypoint + 1, s->reason.kept, angle);
}

static char *
descriptor_sentence (const VwSteps *s)
{
  return g_strdup_printf (
      _("The patch is turned upright and 256 pairs of its pixels are compared. In "
         "%u of them the first has less ink than the second: a 1."),
      s->ones);
}

static char *
words_sentence (const VwSteps *s)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("the digit has %u word", "the digit has %u different words", s->different),
      s->different);

  return g_strdup_printf (
      ngettext ("The only patch (%u) is replaced by the nearest of %u words: %s.",
                "Each of the %u patches is replaced by the nearest of %u words: "
                "%s.",
                s->reason.kept),
      s->reason.kept, s->words, words);
}

/* Of words that are counted apart by the direction of their keypoints. */
static char *
directed_histogram_sentence (const VwSteps *s)
{
  if (s->cells > 1)
    return g_strdup_printf (
        _("Words are counted in %u parts of the digit, apart for %u directions of "
           "their keypoints. Of %u counts, %u are above 0."),
        s->cells, s->directions, s->dims, s->entries);
  return g_strdup_printf (_("Words are counted apart for %u directions of their keypoints. Of %u "
                             "counts, %u are above 0."),
                          s->directions, s->dims, s->entries);
}

static char *
histogram_sentence (const VwSteps *s)
{
  if (s->directions > 1)
    return directed_histogram_sentence (s);
  if (s->cells > 1)
    return g_strdup_printf (
        _("Words are counted in the whole digit and in each part of it, %u times "
           "in all. Of %u counts, %u are above 0."),
        s->cells, s->dims, s->entries);
  return g_strdup_printf (
      ngettext ("The digit becomes a list of %u counts: %u is above 0, the other "
                "%u stay 0.",
                "The digit becomes a list of %u counts: %u are above 0, the "
                "other %u stay 0.",
                s->entries),
      s->dims, s->entries, s->dims - s->entries);
}

/* Returns: (transfer full): with its sign, "+0.43" */
static char *
signed_decimal (double value, VwDecimalFunc decimal)
{
  g_autofree char *number = decimal (value, 2);

  return g_strconcat (value > 0 ? "+" : "", number, NULL);
}

static char *
scores_sentence (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *score = signed_decimal (s->score, decimal);
  g_autofree char *truth = NULL;

  if (s->truth == NULL)
    return g_strdup_printf (_("Each word pushes each class up or down. Class %s ends highest, at "
                               "%s."),
                            s->predicted, score);
  if (g_str_equal (s->truth, s->predicted))
    return g_strdup_printf (_("Each word pushes each class up or down. Class %s ends highest, at "
                               "%s, and that is right."),
                            s->predicted, score);
  truth = signed_decimal (s->truth_score, decimal);
  return g_strdup_printf (
      _("Each word pushes each class up or down. Class %s ends highest, at %s; "
         "the right one, %s, at %s."),
      s->predicted, score, s->truth, truth);
}

char *
vw_step_sentence_of_keypoints (VwStep step, const VwSteps *s, VwDecimalFunc decimal)
{
  switch (step)
    {
    case VW_STEP_DIRECTION:
      return direction_sentence (s, decimal);
    case VW_STEP_DESCRIPTOR:
      return descriptor_sentence (s);
    case VW_STEP_WORDS:
      return words_sentence (s);
    case VW_STEP_HISTOGRAM:
      return histogram_sentence (s);
    default:
      return scores_sentence (s, decimal);
    }
}

static char *
words_note (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *distance = decimal (s->distance, 0);

  if (s->hamming)
    return g_strdup_printf (_("Keypoint %d differs from word %u in %s of 256 bits; no word is "
                               "nearer."),
                            s->keypoint + 1, s->word, distance);
  return g_strdup_printf (
      _("Keypoint %d is %s away from word %u, and no word is nearer: the root of "
         "the sum of 32 squared differences."),
      s->keypoint + 1, distance, s->word);
}

static char *
histogram_note (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *length = decimal (s->length, 2);
  g_autofree char *whole = decimal (s->length, 0);

  if (s->norm == VW_NORM_L2)
    return g_strdup_printf (_("Then each is divided by %s, the root of the sum of all squared "
                               "counts, so that digits with many keypoints do not shout."),
                            length);
  if (s->norm == VW_NORM_L1)
    return g_strdup_printf (_("Then each is divided by %s, the sum of all counts, so that digits "
                               "with many keypoints do not shout."),
                            whole);
  return g_strdup_printf (_("Then each is divided by %s, the sum of all counts, and the root is "
                             "taken, so that frequent words do not drown the rare ones."),
                          whole);
}

static char *
scores_note (const VwSteps *s, VwDecimalFunc decimal)
{
  g_autofree char *start = signed_decimal (s->intercept, decimal);
  g_autofree char *end = signed_decimal (s->score, decimal);

  return g_strdup_printf (_("Class %s starts at %s, its constant. %u words push it up, %u push it "
                             "down; value × weight of all of them gives %s."),
                          s->predicted, start, s->favour, s->against, end);
}

char *
vw_step_note_of_keypoints (VwStep step, const VwSteps *s, VwDecimalFunc decimal)
{
  switch (step)
    {
    case VW_STEP_DIRECTION:
      return g_strdup_printf (
          _("The arrow goes from the middle to the centre of the ink: the mean "
             "place, weighted by ink, of a disc of %d px on level %u."),
          s->parameters.patch_size, s->level);
    case VW_STEP_DESCRIPTOR:
      return g_strdup (_("256 bits are 32 bytes. The level is smoothed before, so that no single "
                          "pixel decides."));
    case VW_STEP_WORDS:
      return words_note (s, decimal);
    case VW_STEP_HISTOGRAM:
      return histogram_note (s, decimal);
    default:
      return scores_note (s, decimal);
    }
}

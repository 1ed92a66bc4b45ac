/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson in words: numbers in their places, none missing, one or many, English and French. */
#include "config.h"
#include "core/presets.h"
#include "text/language.h"
#include "text/step-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A VwDecimalFunc with a mark of its own, so that every decimal is seen to go through it. */
static char *
decimal (double value, int digits)
{
  char format[8], buffer[64];

  g_snprintf (format, sizeof format, "%%.%df", digits);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  return g_strdelimit (g_strdup (buffer), ".", '_');
}

static VwSteps
make_steps (guint kept)
{
  VwSteps steps = { .rows = 28,
                    .cols = 28,
                    .width = 96,
                    .height = 96,
                    .parameters = vw_preset_find ("notebook-printed")->parameters,
                    .n_levels = 8,
                    .smallest = 27,
                    .counted = TRUE,
                    .quotas = { 109 },
                    .keypoint = kept > 0 ? 0 : -1,
                    .level = 1,
                    .level_side = 80,
                    .ones = 131,
                    .angle = 294.3,
                    .has_model = TRUE,
                    .words = 300,
                    .different = kept,
                    .word = 145,
                    .distance = 229.7,
                    .most = 1,
                    .length = 4.243,
                    .cells = 1,
                    .dims = 300,
                    .entries = kept,
                    .predicted = "5",
                    .truth = "5",
                    .score = .43,
                    .truth_score = .43,
                    .intercept = -.8,
                    .favour = 9,
                    .against = 5 };

  steps.reason = (VwReason){ VW_REASON_BORDER, 1554, 254, 254 - kept, 0, kept, 31, 63, 96, 3, 8 };
  return steps;
}

static void
assert_says (const char *text, const char *part)
{
  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

typedef struct {
  VwStep step;
  const char *figure, *sentence, *note;
} Expected;

static void
test_numbers (void)
{
  static const Expected expected[] = {
    { VW_STEP_UPSCALE, "96 px", "28 × 28 px becomes 96 × 96 px", "96 ÷ 28 = 3_43" },
    { VW_STEP_PYRAMID, "8 levels", "7 times by 1_2, from 96 to 27 px", "96 ÷ 1_2 = 80" },
    { VW_STEP_FAST, "1554", "by over 20", "8 levels" },
    { VW_STEP_SUPPRESSION, "254", "254 of 1554", "tie" },
    { VW_STEP_BORDER, "16", "Of 254, × 238 go and ○ 16 stay.", "2 × 31 + 1 = 63 px" },
    { VW_STEP_QUOTA, "16", "all ○ 16 stay", "109" },
    { VW_STEP_DIRECTION, "16", "1 of 16, points to 294°", "31 px on level 1" },
    { VW_STEP_DESCRIPTOR, "256 bits", "In 131 of them", "32 bytes" },
    { VW_STEP_WORDS, "16", "the 16 patches is replaced by the nearest of 300 words", "230 away" },
    { VW_STEP_HISTOGRAM, "300", "300 counts: 16 are above 0, the other 284", "4_24" },
    { VW_STEP_SCORES, "5", "Class 5 ends highest, at +0_43, and that is right.", "at -0_80" },
  };
  VwSteps steps = make_steps (16);

  g_assert_cmpuint (G_N_ELEMENTS (expected), ==, VW_N_STEPS);
  for (guint i = 0; i < VW_N_STEPS; i++)
    {
      g_autofree char *figure = vw_step_figure (i, &steps);
      g_autofree char *sentence = vw_step_sentence (i, &steps, decimal);
      g_autofree char *note = vw_step_note (i, &steps, decimal);

      g_assert_cmpint (expected[i].step, ==, i);
      g_assert_cmpstr (figure, ==, expected[i].figure);
      assert_says (sentence, expected[i].sentence);
      assert_says (note, expected[i].note);
    }
}

static void
assert_sentence (VwStep step, const VwSteps *steps, const char *part)
{
  g_autofree char *sentence = vw_step_sentence (step, steps, decimal);

  assert_says (sentence, part);
}

static void
test_one (void)
{
  VwSteps steps = make_steps (1);

  assert_sentence (VW_STEP_BORDER, &steps, "○ 1 stays");
  assert_sentence (VW_STEP_QUOTA, &steps, "○ 1 stays");
  assert_sentence (VW_STEP_HISTOGRAM, &steps, "1 is above 0, the other 299");
  assert_sentence (VW_STEP_WORDS, &steps, "The only patch");
  steps.reason.dropped_quota = 7;
  assert_sentence (VW_STEP_QUOTA, &steps, "The weakest go, 7 of them");
  steps.n_levels = 1;
  assert_sentence (VW_STEP_PYRAMID, &steps, "one level only");
  steps.n_levels = 2;
  assert_sentence (VW_STEP_PYRAMID, &steps, "shrunk 1 time");
}

static void
test_variants (void)
{
  VwSteps steps = make_steps (16);
  g_autofree char *hamming = NULL;

  steps.parameters.interpolation = VW_INTERPOLATION_NEAREST;
  assert_sentence (VW_STEP_UPSCALE, &steps, "repeats the nearest");
  steps.width = steps.height = 28;
  assert_sentence (VW_STEP_UPSCALE, &steps, "keeps the 28 × 28 px");
  steps.width = steps.height = 20;
  assert_sentence (VW_STEP_UPSCALE, &steps, "smaller: 20 × 20 px");
  steps.hamming = TRUE;
  steps.distance = 21;
  hamming = vw_step_note (VW_STEP_WORDS, &steps, decimal);
  assert_says (hamming, "in 21 of 256 bits");
  steps.cells = 21;
  steps.dims = 6300;
  assert_sentence (VW_STEP_HISTOGRAM, &steps, "21 times in all. Of 6300 counts, 16");
  steps.directions = 8;
  steps.dims = 50400;
  assert_sentence (VW_STEP_HISTOGRAM, &steps, "in 21 parts of the digit, apart for 8 directions");
  steps.cells = 1;
  assert_sentence (VW_STEP_HISTOGRAM, &steps, "apart for 8 directions of their keypoints. Of 50400");
  steps.truth = "3";
  steps.truth_score = -1.25;
  assert_sentence (VW_STEP_SCORES, &steps, "the right one, 3, at -1_25");
  steps.truth = NULL;
  assert_sentence (VW_STEP_SCORES, &steps, "Class 5 ends highest, at +0_43.");
}

static void
test_lacks (void)
{
  VwSteps steps = make_steps (0);

  for (VwStep step = VW_STEP_DIRECTION; step < VW_N_STEPS; step++)
    {
      g_autofree char *figure = vw_step_figure (step, &steps);
      g_autofree char *note = vw_step_note (step, &steps, decimal);

      assert_sentence (step, &steps, "has no keypoint");
      assert_sentence (step, &steps, "254 corners");
      g_assert_null (note);
      g_assert_cmpstr (figure, ==, step == VW_STEP_DIRECTION ? "0" : "–");
    }
  assert_sentence (VW_STEP_QUOTA, &steps, "none to choose from");
  steps.has_model = FALSE;
  assert_sentence (VW_STEP_WORDS, &steps, "Train one");
  steps.counted = FALSE;
  assert_sentence (VW_STEP_FAST, &steps, "OpenCV");
  assert_sentence (VW_STEP_DESCRIPTOR, &steps, "OpenCV");
  steps.has_model = TRUE;
  assert_sentence (VW_STEP_SCORES, &steps, "This digit has no keypoint");
}

/* In French: every step says something else, with the same numbers, typeset as French is. */
static void
test_french (void)
{
  VwSteps steps = make_steps (16);

  textdomain (GETTEXT_PACKAGE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VW_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_assert_true (vw_language_speak ("fr"));
  g_assert_cmpstr (vw_language (), ==, "fr");
  assert_sentence (VW_STEP_BORDER, &steps, "Sur 254, × 238 partent et ○ 16 restent.");
  assert_sentence (VW_STEP_SCORES, &steps, "+0_43");
  g_assert_cmpstr (vw_step_title (VW_STEP_DESCRIPTOR), ==, "Descripteur");
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    {
      g_autofree char *sentence = vw_step_sentence (step, &steps, decimal);

      for (const char *at = strpbrk (sentence, ":;!?"); at != NULL; at = strpbrk (at + 1, ":;!?"))
        g_assert_true (g_str_has_prefix (at - 2, "\302\240"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-text/numbers", test_numbers);
  g_test_add_func ("/step-text/one", test_one);
  g_test_add_func ("/step-text/variants", test_variants);
  g_test_add_func ("/step-text/lacks", test_lacks);
  g_test_add_func ("/step-text/french", test_french);
  return g_test_run ();
}

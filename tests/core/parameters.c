/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"
#include "core/presets.h"

#include <math.h>

static void
test_presets_are_within_range (void)
{
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (vw_parameters_check (&presets[i].parameters, &error));
      g_assert_no_error (error);
      g_assert_true (vw_preset_find (presets[i].name) == &presets[i]);
      g_assert_true (vw_preset_matching (&presets[i].parameters) == &presets[i]);
    }
}

static void
test_notebook_is_the_notebook (void)
{
  const VwParameters *p = &vw_preset_find ("notebook")->parameters;

  g_assert_cmpint (p->upscale, ==, 96);
  g_assert_cmpint (p->features, ==, 500);
  g_assert_cmpint (p->edge_threshold, ==, 31);
  g_assert_cmpint (p->words, ==, 300);
  g_assert_cmpint (p->batch, ==, 4096);
  g_assert_cmpint (p->seed, ==, 42);
}

static void
test_text_round_trip (void)
{
  guint n_parameters, n_presets;
  const VwParameterInfo *table = vw_parameter_table (&n_parameters);
  const VwPreset *presets = vw_preset_table (&n_presets);

  for (guint p = 0; p < n_presets; p++)
    {
      VwParameters copy = { 0 };

      for (guint i = 0; i < n_parameters; i++)
        {
          g_autofree char *text = vw_parameter_format (&presets[p].parameters, &table[i]);
          g_autoptr (GError) error = NULL;

          g_assert_true (vw_parameter_parse (&copy, &table[i], text, &error));
        }
      g_assert_true (vw_parameters_equal (&copy, &presets[p].parameters));
    }
}

/* As people write them, without an exponent. */
static void
test_numbers_are_plain (void)
{
  static const char *const numbers[] = { "0.0001", "0.5", "1", "10", "100", "2500", "10000" };
  const VwParameterInfo *info = vw_parameter_find ("svm-c");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      VwParameters p = vw_preset_default ()->parameters;
      g_autofree char *text = NULL;

      g_assert_true (vw_parameter_parse (&p, info, numbers[i], NULL));
      text = vw_parameter_format (&p, info);
      g_assert_cmpstr (text, ==, numbers[i]);
    }
}

static void
check_message (const char *name, const char *text, const char *message)
{
  VwParameters p = vw_preset_default ()->parameters;
  g_autoptr (GError) error = NULL;

  g_assert_false (vw_parameter_parse (&p, vw_parameter_find (name), text, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_says_what_is_wrong (void)
{
  check_message ("words", "300.5", "words: 300.5 is not a whole number");
  check_message ("words", "1", "words: 1 is not a number from 2 to 20000");
  check_message ("words", "1.5", "words: 1.5 is not a number from 2 to 20000");
  check_message ("words", " ", "words: a number from 2 to 20000 is missing");
}

static void
test_refuses (void)
{
  static const struct {
    const char *name, *text;
  } wrong[] = {
    { "words", "-5" },       { "words", "1" },        { "words", "300.5" },
    { "words", "" },         { "words", "300x" },     { "words", "1e99" },
    { "svm-c", "nan" },      { "svm-c", "inf" },      { "svm-c", "0" },
    { "upscale", "4" },      { "upscale", "513" },    { "interpolation", "bilinear" },
    { "scale-factor", "1" }, { "pyramid", "1+2+3" },  { "scale-factor", "1,2" },
    { "engine", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      VwParameters p = vw_preset_default ()->parameters;
      VwParameters before = p;
      g_autoptr (GError) error = NULL;

      g_assert_false (vw_parameter_parse (&p, vw_parameter_find (wrong[i].name), wrong[i].text,
                                          &error));
      g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
      g_assert_true (g_str_has_prefix (error->message, wrong[i].name));
      g_assert_true (vw_parameters_equal (&p, &before));
    }
}

static void
test_check_finds_nan (void)
{
  VwParameters p = vw_preset_default ()->parameters;
  g_autoptr (GError) error = NULL;

  p.svm_c = NAN;
  g_assert_false (vw_parameters_check (&p, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
}

static void
test_key_follows_the_stages (void)
{
  VwParameters a = vw_preset_default ()->parameters, b = a;
  g_autofree char *words_a = NULL, *words_b = NULL, *svm_a = NULL, *svm_b = NULL;

  b.svm_c = 2;
  words_a = vw_parameters_key (&a, VW_STAGE_HISTOGRAMS);
  words_b = vw_parameters_key (&b, VW_STAGE_HISTOGRAMS);
  g_assert_cmpstr (words_a, ==, words_b);
  svm_a = vw_parameters_key (&a, VW_STAGE_CLASSIFIER);
  svm_b = vw_parameters_key (&b, VW_STAGE_CLASSIFIER);
  g_assert_cmpstr (svm_a, !=, svm_b);
}

static void
test_detector_is_what_finds_keypoints (void)
{
  VwParameters a = vw_preset_default ()->parameters, b = a;

  b.words++;
  b.max_test = 7;
  g_assert_true (vw_parameters_equal_detector (&a, &b));
  b.edge_threshold = 4;
  g_assert_false (vw_parameters_equal_detector (&a, &b));
  vw_parameters_set_detector (&a, &b);
  g_assert_cmpint (a.edge_threshold, ==, 4);
  g_assert_cmpint (a.words, !=, b.words);
  g_assert_cmpint (a.max_test, !=, b.max_test);
}

/* Every step of the lesson is followed by a better one, from the defaults to the last of the table. */
static void
test_path (void)
{
  guint n, steps = 0;
  const VwPreset *presets = vw_preset_table (&n), *at = vw_preset_default ();

  for (const VwPreset *next = vw_preset_next (at); next != NULL; next = vw_preset_next (at))
    {
      g_assert_nonnull (next->step);
      g_assert_cmpfloat (next->accuracy, >, at->accuracy);
      at = next;
      steps++;
    }
  g_assert_true (at == &presets[n - 1]);
  g_assert_cmpuint (steps, ==, 5);
  g_assert_true (vw_preset_next (vw_preset_find ("notebook")) == vw_preset_find ("fixed-border"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameters/presets-in-range", test_presets_are_within_range);
  g_test_add_func ("/parameters/path", test_path);
  g_test_add_func ("/parameters/notebook", test_notebook_is_the_notebook);
  g_test_add_func ("/parameters/round-trip", test_text_round_trip);
  g_test_add_func ("/parameters/plain-numbers", test_numbers_are_plain);
  g_test_add_func ("/parameters/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/parameters/refuses", test_refuses);
  g_test_add_func ("/parameters/nan", test_check_finds_nan);
  g_test_add_func ("/parameters/key", test_key_follows_the_stages);
  g_test_add_func ("/parameters/detector", test_detector_is_what_finds_keypoints);
  return g_test_run ();
}

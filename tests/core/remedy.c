/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dataset.h"
#include "core/detector.h"
#include "core/presets.h"
#include "core/remedy.h"
#include "lib/scratch.h"
#include "lib/synthetic.h"

#define SIDE 28

static guint
count (const guint8 *image, const VwParameters *parameters, VwReason *reason)
{
  g_autoptr (VwDetector) detector = vw_detector_new (parameters, SIDE, SIDE, NULL);
  const VwDetection *seen = vw_detector_run (detector, image, NULL);

  if (reason != NULL)
    *reason = vw_reason_find (&seen->frame, parameters);
  return seen->frame.n_keypoints;
}

/* What is promised is what comes when it is really set, and comes in the promised order. */
static VwRemedies
check (const guint8 *image, const VwParameters *parameters)
{
  VwReason reason;
  guint kept = count (image, parameters, &reason);
  VwRemedyCase given = { image, SIDE, SIDE, parameters, &reason };
  VwRemedies remedies, again;

  g_assert_true (vw_remedies_find (&given, &remedies, NULL));
  g_assert_true (vw_remedies_find (&given, &again, NULL));
  g_assert_cmpuint (remedies.n, <=, VW_REMEDIES_MOST);
  g_assert_cmpuint (remedies.n, ==, again.n);
  g_assert_true (remedies.wanted == (kept < VW_REMEDY_USEFUL || reason.code == VW_REASON_QUOTA));
  g_assert_true (remedies.wanted || remedies.n == 0);
  for (guint i = 0; i < remedies.n; i++)
    {
      const VwRemedy *remedy = &remedies.found[i];
      VwParameters changed = *parameters;

      vw_parameter_set (&changed, remedy->info, remedy->value);
      g_assert_false (vw_parameters_equal_detector (&changed, parameters));
      g_assert_cmpuint (count (image, &changed, NULL), ==, remedy->keypoints);
      g_assert_cmpuint (4 * remedy->keypoints, >=, 5 * kept);
      g_assert_cmpuint (remedy->keypoints, >, kept);
      g_assert_true (remedy->info == again.found[i].info && remedy->value == again.found[i].value);
    }
  return remedies;
}

static VwRemedies
check_drawn (Synthetic kind, const VwParameters *parameters)
{
  g_autofree guint8 *image = synthetic_image (kind, SIDE, SIDE, 1);

  return check (image, parameters);
}

static VwParameters
notebook (void)
{
  return vw_preset_find ("notebook")->parameters;
}

static void
assert_first (const VwRemedies *remedies, const char *name)
{
  g_assert_cmpuint (remedies->n, >, 0);
  g_assert_cmpstr (remedies->found[0].info->name, ==, name);
}

static void
test_border (void)
{
  VwParameters parameters = notebook ();
  VwRemedies remedies = check_drawn (SYNTHETIC_RING, &parameters);

  assert_first (&remedies, "edge-threshold");
  g_assert_cmpfloat (remedies.found[0].value, <, 31);
}

static void
test_no_room (void)
{
  VwParameters parameters = notebook ();
  VwRemedies remedies;

  for (int upscale = 28; upscale <= 62; upscale += 17)
    {
      parameters.upscale = upscale;
      remedies = check_drawn (SYNTHETIC_NOISE, &parameters);
      g_assert_cmpuint (remedies.n, ==, 2);
    }
}

static void
test_no_corners (void)
{
  VwParameters parameters = notebook ();
  VwRemedies remedies;

  parameters.fast_threshold = 254;
  remedies = check_drawn (SYNTHETIC_NOISE, &parameters);
  assert_first (&remedies, "fast-threshold");
}

static void
test_ties (void)
{
  VwParameters parameters = notebook ();
  g_autofree guint8 *bar = synthetic_image (SYNTHETIC_BAR, SIDE, SIDE, 5);
  VwRemedies remedies;

  parameters.interpolation = VW_INTERPOLATION_NEAREST;
  parameters.upscale = 112;
  parameters.levels = 1;
  parameters.edge_threshold = 15;
  remedies = check (bar, &parameters);
  assert_first (&remedies, "interpolation");
}

/* Of what the quota takes nothing else gives back; enough keypoints are then not enough. */
static void
test_quota (void)
{
  VwParameters parameters = notebook ();
  VwRemedies remedies;

  parameters.edge_threshold = 3;
  parameters.features = 60;
  remedies = check_drawn (SYNTHETIC_NOISE, &parameters);
  g_assert_true (remedies.wanted);
  g_assert_cmpuint (remedies.n, ==, 1);
  assert_first (&remedies, "features");
  parameters.features = 5000;
  remedies = check_drawn (SYNTHETIC_NOISE, &parameters);
  g_assert_false (remedies.wanted);
}

/* In an image of one grey there is nothing to find, whatever is set. */
static void
test_hopeless (void)
{
  VwParameters parameters = notebook ();
  VwRemedies remedies = check_drawn (SYNTHETIC_BLANK, &parameters);

  g_assert_true (remedies.wanted);
  g_assert_cmpuint (remedies.n, ==, 0);
}

/* Steps that leave a pyramid level without a pixel are passed over. */
static void
test_impossible_steps (void)
{
  VwParameters parameters = notebook ();

  parameters.upscale = 16;
  parameters.levels = 3;
  parameters.scale_factor = 3;
  check_drawn (SYNTHETIC_NOISE, &parameters);
}

static void
test_opencv (void)
{
  VwParameters parameters = notebook ();
  VwRemedies ours = check_drawn (SYNTHETIC_RING, &parameters), theirs;

  parameters.engine = VW_ENGINE_OPENCV;
  theirs = check_drawn (SYNTHETIC_RING, &parameters);
  g_assert_cmpuint (ours.n, ==, theirs.n);
  for (guint i = 0; i < ours.n; i++)
    g_assert_cmpuint (ours.found[i].keypoints, ==, theirs.found[i].keypoints);
}

/* Every digit can be helped; nearly always by a lower edge threshold. */
static void
check_digits (const VwDataset *data, guint step)
{
  VwParameters parameters = notebook ();
  guint n = 0, by_edge = 0;

  for (guint i = 0; i < vw_dataset_get_count (data, VW_SPLIT_TEST); i += step)
    {
      VwRemedies remedies = check (vw_dataset_get_image (data, VW_SPLIT_TEST, i), &parameters);

      if (!remedies.wanted)
        continue;
      n++;
      g_assert_cmpuint (remedies.n, >, 0);
      by_edge += g_str_equal (remedies.found[0].info->name, "edge-threshold");
    }
  g_test_message ("%u of %u by the edge threshold", by_edge, n);
  g_assert_cmpuint (by_edge, >=, n * 9 / 10);
}

static void
test_sample (void)
{
  g_autoptr (VwDataset) data = vw_dataset_load ("sample", NULL, NULL);

  check_digits (data, 5);
}

static void
test_mnist_digits (void)
{
  const char *folder = test_mnist ();
  g_autoptr (VwDataset) data = folder != NULL ? vw_dataset_load (folder, NULL, NULL) : NULL;

  if (data != NULL)
    check_digits (data, 25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remedy/border", test_border);
  g_test_add_func ("/remedy/no-room", test_no_room);
  g_test_add_func ("/remedy/no-corners", test_no_corners);
  g_test_add_func ("/remedy/ties", test_ties);
  g_test_add_func ("/remedy/quota", test_quota);
  g_test_add_func ("/remedy/hopeless", test_hopeless);
  g_test_add_func ("/remedy/impossible-steps", test_impossible_steps);
  g_test_add_func ("/remedy/opencv", test_opencv);
  g_test_add_func ("/remedy/sample", test_sample);
  g_test_add_func ("/remedy/mnist", test_mnist_digits);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the time estimates rest on: how many descriptors a digit gives. */
#include "app/workload.h"
#include "core/detector.h"
#include "core/presets.h"

#define DIGITS 300

static double
count (VwDataset *dataset, const VwParameters *parameters)
{
  g_autoptr (VwDetector) detector = vw_detector_new (parameters, 28, 28, NULL);
  guint found = 0;

  vw_detector_skip_counts (detector);
  vw_detector_skip_pixels (detector);
  for (guint i = 0; i < DIGITS; i++)
    found += vw_detector_run (detector, vw_dataset_get_image (dataset, VW_SPLIT_TRAIN, i), NULL)
                 ->frame.n_keypoints;
  return (double) found / DIGITS;
}

static void
test_descriptors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, &error);
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      double truth = count (dataset, &presets[i].parameters);
      VwWorkload load;

      vw_workload_init (&load, dataset, &presets[i].parameters);
      g_test_message ("%s: %.1f guessed, %.1f found", presets[i].name, load.descriptors, truth);
      g_assert_cmpfloat (load.descriptors, >, truth / 1.25);
      g_assert_cmpfloat (load.descriptors, <, truth * 1.25);
    }
}

static void
test_more_takes_longer (void)
{
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, NULL);
  VwParameters parameters = vw_preset_default ()->parameters;
  VwWorkload less, more;

  vw_workload_init (&less, dataset, &parameters);
  parameters.edge_threshold = 4;
  parameters.words *= 2;
  vw_workload_init (&more, dataset, &parameters);
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_STAGE_EVALUATION; stage++)
    g_assert_cmpfloat (vw_workload_seconds (&more, stage), >, vw_workload_seconds (&less, stage));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload/descriptors", test_descriptors);
  g_test_add_func ("/workload/more-takes-longer", test_more_takes_longer);
  return g_test_run ();
}

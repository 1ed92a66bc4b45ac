/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keypoints, order and descriptors of MNIST's digits: in stages against the installed OpenCV. */
#include "core/dataset.h"
#include "core/detector.h"
#include "core/features.h"
#include "core/presets.h"
#include "lib/scratch.h"

#include <string.h>

/**
 * @settings: what differs from the notebook
 * @every: looks at one digit in so many
 * @counting: has the counts found out too
 * @descriptors, @images: of the train split, 0 where nobody knows
 */
typedef struct {
  const char *path;
  const char *settings;
  guint every;
  gboolean counting;
  gsize descriptors;
  guint images;
} Case;

static const Case cases[] = {
  { "/digits/linear", "interpolation=linear", 1, FALSE, 1335695, 59928 },
  { "/digits/cubic", "interpolation=cubic", 1, FALSE, 1023464, 59820 },
  { "/digits/cubic-float", "interpolation=cubic-float", 7, FALSE, 0, 59815 },
  { "/digits/counting", "interpolation=linear", 10, TRUE, 0, 0 },
  { "/digits/area-edge-4", "interpolation=area edge-threshold=4", 20, FALSE, 0, 0 },
  { "/digits/lanczos-edge-0", "interpolation=lanczos edge-threshold=0", 70, TRUE, 0, 0 },
  { "/digits/nearest-quota", "interpolation=nearest features=20 edge-threshold=8 fast-threshold=5",
    50, FALSE, 0, 0 },
  { "/digits/patch-40", "patch-size=40 edge-threshold=15 scale-factor=1.4", 50, FALSE, 0, 0 },
};

static VwParameters
notebook_with (const char *text, VwEngine engine)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_auto (GStrv) settings = g_strsplit (text, " ", -1);

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);

      g_assert_true (
          vw_parameter_parse (&parameters, vw_parameter_find (pair[0]), pair[1], NULL));
    }
  parameters.engine = engine;
  return parameters;
}

static VwDataset *
mnist (void)
{
  static VwDataset *dataset;
  g_autoptr (GError) error = NULL;

  if (test_mnist () != NULL && dataset == NULL)
    {
      dataset = vw_dataset_load (test_mnist (), NULL, &error);
      g_assert_no_error (error);
      g_assert_true (vw_dataset_is_mnist (dataset));
    }
  return dataset;
}

typedef struct {
  const Case *c;
  VwDataset *dataset;
  VwSplit split;
  gint mismatches; /* atomic */
} Check;

static gboolean
same (const VwOrbFrame *a, const VwOrbFrame *b)
{
  gsize n = a->n_keypoints;

  return n == b->n_keypoints
         && (n == 0
             || (memcmp (a->keypoints, b->keypoints, n * sizeof *a->keypoints) == 0
                 && memcmp (a->descriptors, b->descriptors, n * VW_DESCRIPTOR_BYTES) == 0));
}

static gboolean
check_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Check *check = data;
  VwParameters staged = notebook_with (check->c->settings, VW_ENGINE_STAGED);
  VwParameters opencv = notebook_with (check->c->settings, VW_ENGINE_OPENCV);
  g_autoptr (VwDetector) ours = vw_detector_new (&staged, 28, 28, NULL);
  g_autoptr (VwDetector) theirs = vw_detector_new (&opencv, 28, 28, NULL);

  if (!check->c->counting)
    {
      vw_detector_skip_counts (ours);
      vw_detector_skip_pixels (ours);
    }
  for (gsize i = begin; i < end; i++)
    {
      guint index = (guint) i * check->c->every;
      const guint8 *image = vw_dataset_get_image (check->dataset, check->split, index);

      if (!same (&vw_detector_run (ours, image, NULL)->frame,
                 &vw_detector_run (theirs, image, NULL)->frame))
        g_atomic_int_inc (&check->mismatches);
    }
  return TRUE;
}

static void
check_figures (const Case *c, VwDataset *dataset)
{
  VwParameters parameters = notebook_with (c->settings, VW_ENGINE_STAGED);
  g_autoptr (VwFeatures) features
      = vw_features_extract (dataset, VW_SPLIT_TRAIN, &parameters, NULL, NULL);

  g_assert_cmpuint (vw_features_count_images (features), ==, c->images);
  if (c->descriptors > 0)
    g_assert_cmpuint (features->n_descriptors, ==, c->descriptors);
  else /* rounding at ties leaves room for five: see the note on cubic-float */
    g_assert_cmpint (ABS ((gint64) features->n_descriptors - 1024077), <=, 5);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Check check = { .c = c, .dataset = mnist () };

  if (check.dataset == NULL)
    return;
  for (check.split = VW_SPLIT_TRAIN; check.split < VW_N_SPLITS; check.split++)
    {
      guint n = vw_dataset_get_count (check.dataset, check.split) / c->every;

      g_assert_true (vw_parallel_run (NULL, n, 500, check_chunk, &check, NULL));
    }
  g_assert_cmpint (check.mismatches, ==, 0);
  if (c->images > 0)
    check_figures (c, check.dataset);
}

static VwFeatures *
extract (VwDataset *dataset, guint threads)
{
  VwParameters parameters = notebook_with ("interpolation=linear edge-threshold=15",
                                           VW_ENGINE_STAGED);
  VwTask task = { .threads = threads };

  return vw_features_extract (dataset, VW_SPLIT_TEST, &parameters, &task, NULL);
}

static void
test_threads (void)
{
  VwDataset *dataset = mnist ();
  g_autoptr (VwFeatures) one = NULL;

  if (dataset == NULL)
    return;
  one = extract (dataset, 1);
  for (guint threads = 2; threads < 8; threads += 5)
    {
      g_autoptr (VwFeatures) many = extract (dataset, threads);

      g_assert_cmpmem (one->offsets, (one->n_images + 1) * sizeof (gsize), many->offsets,
                       (many->n_images + 1) * sizeof (gsize));
      g_assert_cmpmem (one->descriptors, one->n_descriptors * VW_DESCRIPTOR_BYTES,
                       many->descriptors, many->n_descriptors * VW_DESCRIPTOR_BYTES);
      g_assert_cmpmem (one->positions, one->n_descriptors * 2, many->positions,
                       many->n_descriptors * 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/digits/threads", test_threads);
  return g_test_run ();
}

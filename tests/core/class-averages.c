/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/class-averages.h"
#include "core/error.h"
#include "core/features.h"
#include "core/presets.h"
#include "lib/prompt.h"
#include "lib/scratch.h"
#include "lib/script.h"

static VwDataset *
load (const char *source)
{
  g_autoptr (GError) error = NULL;
  VwDataset *data = vw_dataset_load (source, NULL, &error);

  g_assert_no_error (error);
  return data;
}

static VwClassAverages *
find (const VwDataset *data, const VwParameters *parameters, guint threads)
{
  VwTask task = { .threads = threads };
  g_autoptr (GError) error = NULL;
  VwClassAverages *averages
      = vw_class_averages_find (data, VW_SPLIT_TEST, parameters, &task, &error);

  g_assert_no_error (error);
  return averages;
}

/* The keypoints are those that training extracts. */
static void
test_keypoints (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autoptr (VwFeatures) features
      = vw_features_extract (data, VW_SPLIT_TEST, &parameters, NULL, NULL);
  g_autoptr (VwClassAverages) averages = find (data, &parameters, 0);
  const guint8 *labels = vw_dataset_get_labels (data, VW_SPLIT_TEST);
  double sums[10] = { 0 };

  for (guint i = 0; i < features->n_images; i++)
    sums[labels[i]] += features->offsets[i + 1] - features->offsets[i];
  g_assert_cmpuint (averages->n_classes, ==, 10);
  for (guint label = 0; label < 10; label++)
    {
      g_assert_cmpuint (averages->classes[label].n_images, ==, 100);
      g_assert_cmpfloat_with_epsilon (averages->classes[label].keypoints, sums[label] / 100, 1e-9);
    }
  g_assert_cmpuint (averages->all.n_images, ==, 1000);
  g_assert_cmpfloat_with_epsilon (averages->all.keypoints, features->n_descriptors / 1000.0, 1e-9);
}

/* OpenCV's own FAST finds the same shares outside the window and in its middle. */
static void
test_places (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autoptr (VwClassAverages) averages = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("VW_DATADIR"), "sample", NULL);
  g_autofree char *output = test_script ("core/corners.py", folder, NULL);
  const char *at = output;

  if (output == NULL)
    return;
  parameters.levels = 1;
  averages = find (data, &parameters, 0);
  for (guint label = 0; label < 10; label++)
    {
      const VwClassAverage *own = &averages->classes[label];
      double numbers[4];

      for (guint i = 0; i < 4; i++)
        numbers[i] = g_ascii_strtod (at, (char **) &at);
      g_assert_cmpfloat (own->n_images, ==, numbers[0]);
      g_assert_cmpfloat_with_epsilon (own->corners, numbers[1] / numbers[0], 1e-9);
      g_assert_cmpfloat_with_epsilon (own->outside, numbers[2] / numbers[1], 1e-9);
      g_assert_cmpfloat_with_epsilon (own->middle, numbers[3] / numbers[1], 1e-9);
    }
}

static void
assert_same (const VwClassAverage *a, const VwClassAverage *b)
{
  g_assert_cmpuint (a->n_images, ==, b->n_images);
  g_assert_cmpfloat (a->corners, ==, b->corners);
  g_assert_cmpfloat (a->keypoints, ==, b->keypoints);
  g_assert_cmpfloat (a->outside, ==, b->outside);
  g_assert_cmpfloat (a->middle, ==, b->middle);
}

static void
test_threads (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autoptr (VwClassAverages) one = NULL, many = NULL;

  parameters.features = 20; /* corners over the quota count as well */
  one = find (data, &parameters, 1);
  many = find (data, &parameters, 5);
  assert_same (&one->all, &many->all);
  for (guint label = 0; label < 10; label++)
    assert_same (&one->classes[label], &many->classes[label]);
}

/* The quota takes no corner from where it lies. */
static void
test_quota (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autoptr (VwClassAverages) free = find (data, &parameters, 0), bound = NULL;

  parameters.features = 5;
  bound = find (data, &parameters, 0);
  g_assert_cmpfloat (bound->all.keypoints, <, free->all.keypoints);
  g_assert_cmpfloat (bound->all.corners, ==, free->all.corners);
  g_assert_cmpfloat (bound->all.middle, ==, free->all.middle);
}

/* A 0 lies on the ring outside the window and a 1 has few corners, by number and not by name. */
static void
check_mnist (const VwDataset *data)
{
  VwParameters parameters = vw_preset_find ("notebook-printed")->parameters;
  g_autoptr (VwClassAverages) averages = find (data, &parameters, 0);

  g_assert_cmpint (vw_class_averages_get_trait (averages, 0), ==, VW_CLASS_TRAIT_RING);
  g_assert_cmpint (vw_class_averages_get_trait (averages, 1), ==, VW_CLASS_TRAIT_FEW);
  g_assert_cmpint (vw_class_averages_get_trait (averages, 2), ==, VW_CLASS_TRAIT_OUTSIDE);
  g_assert_cmpint (vw_class_averages_get_trait (averages, 4), ==, VW_CLASS_TRAIT_INSIDE);
  g_assert_cmpint (vw_class_averages_get_trait (averages, 5), ==, VW_CLASS_TRAIT_ALIKE);
}

static void
test_sample (void)
{
  g_autoptr (VwDataset) data = load ("sample");

  check_mnist (data);
}

static void
test_whole_mnist (void)
{
  const char *folder = test_mnist ();
  g_autoptr (VwDataset) data = folder != NULL ? load (folder) : NULL;

  if (data != NULL)
    check_mnist (data);
}

static void
test_codes (void)
{
  VwClassAverage own = { 9, 100, 10, 0.6, 0.1 };
  VwClassAverages averages = { { 90, 100, 10, 0.6, 0.1 }, 1, &own };

  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_ALIKE);
  own.outside = 0.7;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_OUTSIDE);
  own.middle = 0.04;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_RING);
  own.outside = 0.5;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_INSIDE);
  own.corners = 60;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_FEW);
  averages.all.corners = 0;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_KEYPOINTS);
  averages.all.keypoints = 0;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_NOTHING);
  own.n_images = 0;
  g_assert_cmpint (vw_class_averages_get_trait (&averages, 0), ==, VW_CLASS_TRAIT_NONE);
}

static void
test_opencv (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autoptr (VwClassAverages) ours = find (data, &parameters, 0), theirs = NULL;

  parameters.engine = VW_ENGINE_OPENCV;
  theirs = find (data, &parameters, 0);
  g_assert_cmpfloat (ours->all.keypoints, ==, theirs->all.keypoints);
  g_assert_cmpint (vw_class_averages_get_trait (theirs, 0), ==, VW_CLASS_TRAIT_KEYPOINTS);
}

static void
test_refused (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VwTask task = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vw_class_averages_find (data, VW_SPLIT_TEST, &parameters, &task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  parameters.upscale = 8;
  parameters.scale_factor = 4;
  g_assert_null (vw_class_averages_find (data, VW_SPLIT_TEST, &parameters, NULL, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
}

typedef struct {
  GCancellable *cancellable;
  gint64 at;
} Cancelling;

static gpointer
cancel_soon (gpointer data)
{
  Cancelling *self = data;

  g_usleep (50 * G_TIME_SPAN_MILLISECOND);
  self->at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* The slowest engine on the largest images there are. */
static void
test_cancel (void)
{
  g_autoptr (VwDataset) data = load ("sample");
  VwParameters parameters = vw_preset_find ("fixed-border")->parameters;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VwTask task = { .threads = 1, .cancellable = cancellable };
  Cancelling cancelling = { cancellable, 0 };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  parameters.upscale = 512;
  parameters.features = 100000;
  parameters.engine = VW_ENGINE_OPENCV;
  thread = g_thread_new ("cancel", cancel_soon, &cancelling);
  g_assert_null (vw_class_averages_find (data, VW_SPLIT_TEST, &parameters, &task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  test_assert_prompt (cancelling.at, g_get_monotonic_time (), 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-averages/keypoints", test_keypoints);
  g_test_add_func ("/class-averages/places", test_places);
  g_test_add_func ("/class-averages/threads", test_threads);
  g_test_add_func ("/class-averages/quota", test_quota);
  g_test_add_func ("/class-averages/sample", test_sample);
  g_test_add_func ("/class-averages/mnist", test_whole_mnist);
  g_test_add_func ("/class-averages/codes", test_codes);
  g_test_add_func ("/class-averages/opencv", test_opencv);
  g_test_add_func ("/class-averages/refused", test_refused);
  g_test_add_func ("/class-averages/cancel", test_cancel);
  return g_test_run ();
}

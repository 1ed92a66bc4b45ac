/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CPU time a digit from stored pixels to descriptors: cv::resize and cv::ORB against the detector,
 * on one thread, in turns; on all digits when only the keypoints are wanted, as in training. Prints a
 * line of JSON for each case.
 */
#include "conformance/oracle.h"
#include "core/detector.h"
#include "core/presets.h"
#include "lib/mnist.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DIGITS_A_ROUND 500

/* What one side found in a round. */
typedef struct {
  GByteArray *keypoints, *descriptors;
} Found;

static double
cpu_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void
keep (Found *found, const void *keypoints, const guint8 *descriptors, guint n)
{
  g_byte_array_append (found->keypoints, keypoints, n * sizeof (VwKeypoint));
  g_byte_array_append (found->descriptors, descriptors, n * VW_DESCRIPTOR_BYTES);
}

static void
forget (Found *found)
{
  g_byte_array_set_size (found->keypoints, 0);
  g_byte_array_set_size (found->descriptors, 0);
}

static gboolean
same (const GByteArray *a, const GByteArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len) == 0);
}

static double
run_opencv (VwOpencvOrb *orb, const VwParameters *parameters, const guint8 *digits, Found *found)
{
  int interpolation = parameters->interpolation == VW_INTERPOLATION_AREA ? VW_OPENCV_AREA
                                                                        : VW_OPENCV_LINEAR;
  guint side = parameters->upscale;
  g_autofree guint8 *enlarged = g_malloc (side * side);
  double start = cpu_seconds ();

  for (guint i = 0; i < DIGITS_A_ROUND; i++)
    {
      VwOpencvImage digit = { digits + i * MNIST_SIDE * MNIST_SIDE, MNIST_SIDE, MNIST_SIDE };
      VwOpencvImage image = { enlarged, side, side };
      const VwOpencvKeypoint *keypoints;
      const guint8 *descriptors;
      guint n;

      if (!vw_opencv_resize (&digit, interpolation, side, side, enlarged, NULL)
          || !vw_opencv_orb_detect (orb, &image, &keypoints, &descriptors, &n, NULL))
        g_error ("OpenCV failed");
      keep (found, keypoints, descriptors, n);
    }
  return cpu_seconds () - start;
}

static double
run_detector (VwDetector *detector, const guint8 *digits, Found *found)
{
  double start = cpu_seconds ();

  for (guint i = 0; i < DIGITS_A_ROUND; i++)
    {
      const VwDetection *detection
          = vw_detector_run (detector, digits + i * MNIST_SIDE * MNIST_SIDE, NULL);

      keep (found, detection->frame.keypoints, detection->frame.descriptors,
            detection->frame.n_keypoints);
    }
  return cpu_seconds () - start;
}

/* What is found out beside the keypoints: nothing, as in training; how many corners each rule drops,
 * as for the whole split; the trace of what happened, as for the digit that is looked at. */
typedef enum { NOTHING, COUNTS, TRACE, N_DETAILS } Detail;

static const char *const detail_names[N_DETAILS] = { "nothing", "counts", "trace" };

typedef struct {
  const char *preset;
  int edge_threshold;
} Case;

static const Case cases[] = { { "notebook", 31 }, { "notebook", 4 }, { "spatial-pyramid", 4 } };

static void
compare (const Case *c, Detail detail, const guint8 *digits)
{
  VwParameters parameters = vw_preset_find (c->preset)->parameters;
  guint rounds = (detail == NOTHING ? MNIST_TRAIN + MNIST_TEST : MNIST_TEST) / DIGITS_A_ROUND;
  g_autoptr (VwDetector) detector = NULL;
  g_autoptr (VwOpencvOrb) orb = NULL;
  Found ours = { 0 }, theirs = { 0 };
  double our_time = 0, their_time = 0;
  guint mismatches = 0;

  parameters.edge_threshold = c->edge_threshold;
  detector = vw_detector_new (&parameters, MNIST_SIDE, MNIST_SIDE, NULL);
  orb = oracle_new (&parameters);
  if (detail == NOTHING)
    {
      vw_detector_skip_counts (detector);
      vw_detector_skip_pixels (detector);
    }
  if (detail == TRACE)
    vw_detector_explain (detector);
  ours.keypoints = g_byte_array_new ();
  ours.descriptors = g_byte_array_new ();
  theirs.keypoints = g_byte_array_new ();
  theirs.descriptors = g_byte_array_new ();
  for (guint round = 0; round < rounds; round++)
    {
      const guint8 *part = digits + round * DIGITS_A_ROUND * MNIST_SIDE * MNIST_SIDE;

      forget (&ours);
      forget (&theirs);
      their_time += run_opencv (orb, &parameters, part, &theirs);
      our_time += run_detector (detector, part, &ours);
      mismatches += !same (ours.keypoints, theirs.keypoints)
                    || !same (ours.descriptors, theirs.descriptors);
    }
  g_print ("{\"benchmark\": \"keypoints\", \"preset\": \"%s\", \"edge_threshold\": %d, "
           "\"beside\": \"%s\", \"digits\": %u, "
           "\"opencv_us\": %.2f, \"ours_us\": %.2f, \"ratio\": %.1f, \"mismatches\": %u}\n",
           c->preset, c->edge_threshold, detail_names[detail], rounds * DIGITS_A_ROUND,
           their_time * 1e6 / (rounds * DIGITS_A_ROUND), our_time * 1e6 / (rounds * DIGITS_A_ROUND),
           their_time / our_time, mismatches);
  g_byte_array_unref (ours.keypoints);
  g_byte_array_unref (ours.descriptors);
  g_byte_array_unref (theirs.keypoints);
  g_byte_array_unref (theirs.descriptors);
}

int
main (void)
{
  g_autoptr (GBytes) images = NULL;

  if (g_getenv ("VW_MNIST_DIR") == NULL)
    return 77; /* skipped */
  images = mnist_load_all_images ();
  for (Detail detail = NOTHING; detail < N_DETAILS; detail++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      compare (&cases[i], detail, g_bytes_get_data (images, NULL));
  return 0;
}

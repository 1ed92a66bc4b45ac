/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CPU time to give a descriptor its nearest of 300 and of 1,000 words by Hamming distance: the fastest
 * kernel against the plain one and against cv2.BFMatcher, on one thread, in turns. Descriptors of
 * digits; the words are some of them. Prints a line of JSON for each number of words.
 */
#include "core/detector.h"
#include "core/hamming.h"
#include "core/presets.h"
#include "lib/mnist.h"
#include "lib/scratch.h"
#include "lib/script.h"

#include <stdlib.h>
#include <time.h>

#define DESCRIPTORS 50000
#define ROUNDS 5

static double
cpu_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static GByteArray *
describe_digits (const guint8 *digits)
{
  const VwParameters *parameters = &vw_preset_find ("spatial-pyramid")->parameters;
  g_autoptr (VwDetector) detector = vw_detector_new (parameters, MNIST_SIDE, MNIST_SIDE, NULL);
  GByteArray *found = g_byte_array_new ();

  for (; found->len < DESCRIPTORS * VW_DESCRIPTOR_BYTES; digits += MNIST_SIDE * MNIST_SIDE)
    {
      const VwOrbFrame *frame = &vw_detector_run (detector, digits, NULL)->frame;

      g_byte_array_append (found, frame->descriptors, frame->n_keypoints * VW_DESCRIPTOR_BYTES);
    }
  g_byte_array_set_size (found, DESCRIPTORS * VW_DESCRIPTOR_BYTES);
  return found;
}

static double
time_kernel (const VwHammingKernels *kernels, const VwHammingWords *words,
             const guint8 *descriptors, guint16 *nearest)
{
  double start = cpu_seconds ();

  for (guint i = 0; i < DESCRIPTORS; i++)
    {
      guint distance;

      nearest[i] = kernels->nearest (words, descriptors + i * VW_DESCRIPTOR_BYTES, &distance);
    }
  return cpu_seconds () - start;
}

/* Returns: a negative number when OpenCV's Python module is not there. */
static double
time_opencv (const Scratch *folder, const guint16 *nearest)
{
  g_autofree char *descriptors = scratch_path (folder, "descriptors");
  g_autofree char *words = scratch_path (folder, "words");
  g_autofree char *found_path = scratch_path (folder, "descriptors.words");
  g_autofree char *output = test_script ("bench/hamming.py", descriptors, words, NULL);
  g_autofree char *found = NULL;
  gsize size;

  if (output == NULL)
    return -1;
  g_assert_true (g_file_get_contents (found_path, &found, &size, NULL));
  g_assert_cmpmem (nearest, DESCRIPTORS * sizeof *nearest, found, size);
  return g_ascii_strtod (output, NULL);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

static void
bench_words (const guint8 *descriptors, guint n_words)
{
  g_auto (Scratch) folder = { NULL };
  g_autofree guint8 *words = g_malloc (n_words * VW_DESCRIPTOR_BYTES);
  g_autofree guint16 *nearest = g_new (guint16, DESCRIPTORS), *same = g_new (guint16, DESCRIPTORS);
  double fast[ROUNDS], to_plain[ROUNDS], to_opencv[ROUNDS];
  VwHammingWords laid_out;

  for (guint w = 0; w < n_words; w++)
    memcpy (words + w * VW_DESCRIPTOR_BYTES,
            descriptors + w * (DESCRIPTORS / n_words) * VW_DESCRIPTOR_BYTES, VW_DESCRIPTOR_BYTES);
  scratch_init (&folder);
  scratch_write (&folder, "descriptors", descriptors, DESCRIPTORS * VW_DESCRIPTOR_BYTES);
  scratch_write (&folder, "words", words, n_words * VW_DESCRIPTOR_BYTES);
  vw_hamming_words_init (&laid_out, words, n_words);
  for (guint i = 0; i < ROUNDS; i++)
    {
      fast[i] = time_kernel (vw_hamming_kernels_get (), &laid_out, descriptors, nearest);
      to_plain[i]
          = time_kernel (&vw_hamming_kernels_plain, &laid_out, descriptors, same) / fast[i];
      to_opencv[i] = time_opencv (&folder, nearest) / fast[i];
      g_assert_cmpmem (nearest, DESCRIPTORS * sizeof *nearest, same, DESCRIPTORS * sizeof *same);
    }
  vw_hamming_words_clear (&laid_out);
  g_print ("{\"benchmark\": \"hamming\", \"words\": %u, \"descriptors\": %d, \"ours_ns\": %.0f, "
           "\"ratio_to_plain\": %.1f, \"ratio_to_opencv\": %.1f}\n",
           n_words, DESCRIPTORS, median (fast) * 1e9 / DESCRIPTORS, median (to_plain),
           median (to_opencv));
}

static void
bench_hamming (void)
{
  g_autoptr (GBytes) images = mnist_load_images (TRUE);
  g_autoptr (GByteArray) descriptors = NULL;

  if (images == NULL)
    return;
  descriptors = describe_digits (g_bytes_get_data (images, NULL));
  bench_words (descriptors->data, 300);
  bench_words (descriptors->data, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/hamming", bench_hamming);
  return g_test_run ();
}

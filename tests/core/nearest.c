/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding the nearest word in whole numbers: the kernels of this processor against those in plain
 * C, and words that lie where no byte can.
 */
#include "core/nearest-kernels.h"
#include "core/nearest.h"
#include "core/random.h"

#include <math.h>
#include <string.h>

#define DIMS VW_NEAREST_DIMS
#define LANES VW_NEAREST_LANES
#define ROWS VW_NEAREST_ROWS
#define MOST_BLOCKS 38

typedef struct {
  gint16 descriptors[ROWS * DIMS];
  gint16 centres[MOST_BLOCKS * DIMS * LANES];
  gint32 starts[MOST_BLOCKS * LANES];
} Problem;

static const VwNearestKernels *plain;

static int
between (VwRandom *random, int least, int most)
{
  return least + (int) vw_random_below (random, (guint32) (most - least + 1));
}

/* @extreme: the ends of what may come instead of anything between */
static void
problem_init (Problem *self, gboolean extreme, VwRandom *random)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->descriptors); i++)
    self->descriptors[i] = (gint16) between (random, -128, 127);
  for (guint i = 0; i < G_N_ELEMENTS (self->centres); i++)
    self->centres[i] = (gint16) between (random, G_MININT16, G_MAXINT16);
  for (guint i = 0; i < G_N_ELEMENTS (self->starts); i++)
    self->starts[i] = between (random, -(1 << 29), 0);
  for (guint i = 0; extreme && i < G_N_ELEMENTS (self->descriptors); i++)
    self->descriptors[i] = -128;
  for (guint i = 0; extreme && i < G_N_ELEMENTS (self->centres); i++)
    self->centres[i] = i / LANES % 3 == 0 ? G_MAXINT16 : G_MININT16;
}

static void
assert_same_near_best (const VwNearestKernels *kernels, const gint32 *scores, guint blocks)
{
  for (guint i = 0; i < blocks * LANES; i++)
    for (int lower = -1; lower <= 1; lower++)
      {
        guint index, expected_index;
        guint n = kernels->near_best (scores, blocks, scores[i] + lower, &index);

        g_assert_cmpuint (n, ==,
                          plain->near_best (scores, blocks, scores[i] + lower, &expected_index));
        if (n == 1)
          g_assert_cmpuint (index, ==, expected_index);
      }
}

static void
assert_same_scores (const VwNearestKernels *kernels, const Problem *problem, guint blocks)
{
  gint32 scores[ROWS * MOST_BLOCKS * LANES], expected[ROWS * MOST_BLOCKS * LANES];
  gint32 best[ROWS], expected_best[ROWS];

  kernels->scores (problem->descriptors, problem->centres, problem->starts, blocks, scores, best);
  plain->scores (problem->descriptors, problem->centres, problem->starts, blocks, expected,
                 expected_best);
  g_assert_cmpmem (scores, ROWS * blocks * LANES * sizeof *scores, expected,
                   ROWS * blocks * LANES * sizeof *expected);
  g_assert_cmpmem (best, sizeof best, expected_best, sizeof expected_best);
  assert_same_near_best (kernels, scores, blocks);
}

static void
assert_same_distances (const VwNearestKernels *kernels, VwRandom *random)
{
  guint8 descriptor[DIMS];
  float centre[DIMS];

  for (guint d = 0; d < DIMS; d++)
    {
      descriptor[d] = (guint8) vw_random_bits (random);
      centre[d] = (float) (vw_random_unit (random) * 255);
    }
  g_assert_cmpfloat (kernels->distance (descriptor, centre), ==,
                     plain->distance (descriptor, centre));
}

static void
test_kernels_agree (void)
{
  const VwNearestKernels *const *kernels = vw_nearest_kernels_here () + 1;
  Problem problem;
  VwRandom random;

  if (*kernels == NULL)
    g_test_skip ("this processor has no other kernels than those in plain C");
  vw_random_init (&random, 1);
  for (; *kernels != NULL; kernels++)
    {
      for (guint blocks = 2; blocks <= MOST_BLOCKS; blocks += 2)
        for (guint extreme = 0; extreme < 2; extreme++)
          {
            problem_init (&problem, extreme, &random);
            assert_same_scores (*kernels, &problem, blocks);
          }
      for (guint i = 0; i < 1000; i++)
        assert_same_distances (*kernels, &random);
    }
}

static guint
nearest_in_double (const float *centres, guint words, const guint8 *descriptor)
{
  double least = INFINITY;
  guint best = 0;

  for (guint w = 0; w < words; w++)
    {
      double sum = 0;

      for (guint d = 0; d < DIMS; d++)
        sum += pow ((double) descriptor[d] - (double) centres[w * DIMS + d], 2);
      if (sum < least)
        {
          least = sum;
          best = w;
        }
    }
  return best;
}

static const struct {
  const char *path;
  double least, most;
} ranges[] = {
  { "bytes", 0, 255 },     { "near-one-another", 99.75, 100.25 },
  { "beside", -40, 300 },  { "far", -1e6, 1e6 },
  { "very-far", 0, 1e15 }, { "one-point", 17, 17 },
};

/* Some of the words are of bytes even where others lie far away. */
static void
test_words_anywhere (gconstpointer data)
{
  const guint range = GPOINTER_TO_UINT (data), words = 45, n = 500;
  float centres[45 * DIMS];
  guint8 descriptors[500 * DIMS];
  guint16 found[500];
  g_autoptr (VwNearest) nearest = NULL;
  VwRandom random;

  vw_random_init (&random, range);
  for (guint i = 0; i < words * DIMS; i++)
    centres[i]
        = i / DIMS % 3 == 0 && range >= 3
              ? (float) vw_random_below (&random, 256)
              : (float) (ranges[range].least
                         + vw_random_unit (&random) * (ranges[range].most - ranges[range].least));
  for (guint i = 0; i < n * DIMS; i++)
    descriptors[i] = (guint8) vw_random_bits (&random);
  nearest = vw_nearest_new_euclidean (centres, words);
  g_assert_true (vw_nearest_assign (nearest, descriptors, n, found, NULL, NULL, NULL));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (found[i], ==, nearest_in_double (centres, words, descriptors + i * DIMS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plain = vw_nearest_kernels_here ()[0];
  g_test_add_func ("/nearest/kernels-agree", test_kernels_agree);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *path = g_strconcat ("/nearest/words/", ranges[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words_anywhere);
    }
  return g_test_run ();
}

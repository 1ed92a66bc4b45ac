/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/histogram.h"
#include "core/presets.h"
#include "core/random.h"

#include <math.h>
#include <string.h>

#define N_IMAGES 600
#define N_WORDS 30
#define MOST_DIRECTIONS 10
#define MOST_PARTS (21 * MOST_DIRECTIONS)

/* Images with 0 … 59 keypoints of random words at random places. */
typedef struct {
  VwFeatures features;
  guint16 *words;
} Made;

static void
made_init (Made *self)
{
  VwRandom random;
  gsize n = 0;

  vw_random_init (&random, 11);
  self->features = (VwFeatures){ .n_images = N_IMAGES };
  self->features.offsets = g_new0 (gsize, N_IMAGES + 1);
  for (guint i = 0; i < N_IMAGES; i++)
    self->features.offsets[i + 1] = n += vw_random_below (&random, 60);
  self->features.n_descriptors = n;
  self->features.positions = g_malloc (VW_POSITION_BYTES * n);
  self->words = g_new (guint16, n);
  for (gsize i = 0; i < n; i++)
    {
      self->words[i] = (guint16) vw_random_below (&random, N_WORDS);
      for (guint k = 0; k < VW_POSITION_BYTES; k++)
        self->features.positions[VW_POSITION_BYTES * i + k] = (guint8) vw_random_bits (&random);
    }
}

static void
made_clear (Made *self)
{
  g_free (self->features.offsets);
  g_free (self->features.positions);
  g_free (self->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

static VwParameters
with (VwPyramid pyramid, int directions, VwNorm norm)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;

  parameters.pyramid = pyramid;
  parameters.directions = directions;
  parameters.norm = norm;
  return parameters;
}

static VwHistograms *
build (const Made *made, const VwParameters *parameters, guint threads)
{
  VwTask task = { .threads = threads };
  g_autoptr (GError) error = NULL;
  VwHistograms *rows;

  rows = vw_histograms_build (&made->features, made->words, N_WORDS, parameters, &task, &error);
  g_assert_no_error (error);
  return rows;
}

/* Counts by another way: a dense array and real coordinates. */
static void
count_densely (const Made *made, guint image, const VwParameters *parameters, double *counts)
{
  static const guint first_cell[] = { 0, 1, 5 };
  const VwFeatures *f = &made->features;

  memset (counts, 0, MOST_PARTS * N_WORDS * sizeof *counts);
  for (gsize d = f->offsets[image]; d < f->offsets[image + 1]; d++)
    for (guint grid = 0; grid <= (guint) parameters->pyramid; grid++)
      {
        const guint8 *position = f->positions + VW_POSITION_BYTES * d;
        double side = pow (2, grid);
        guint column = (guint) floor (position[0] / 256.0 * side);
        guint row = (guint) floor (position[1] / 256.0 * side);
        guint cell = first_cell[grid] + row * (guint) side + column;
        double turn = round (position[2] / 256.0 * parameters->directions);
        guint part = cell * parameters->directions + (guint) fmod (turn, parameters->directions);

        counts[part * N_WORDS + made->words[d]]++;
      }
}

static double
expected (double count, VwNorm norm, double sum, double squares)
{
  if (norm == VW_NORM_L2)
    return count / (sqrt (squares) + 1e-12);
  return norm == VW_NORM_L1 ? count / (sum + 1e-12) : sqrt (count / (sum + 1e-12));
}

static void
assert_row (const VwHistograms *rows, guint image, const double *counts, VwNorm norm)
{
  double sum = 0, squares = 0;
  gsize at = rows->offsets[image];

  for (guint c = 0; c < rows->dims; c++)
    {
      sum += counts[c];
      squares += counts[c] * counts[c];
    }
  for (guint c = 0; c < rows->dims; c++)
    {
      if (counts[c] == 0)
        continue;
      g_assert_cmpuint (at, <, rows->offsets[image + 1]);
      g_assert_cmpuint (rows->indices[at], ==, c);
      g_assert_cmpfloat_with_epsilon (rows->values[at], expected (counts[c], norm, sum, squares),
                                      1e-6);
      at++;
    }
  g_assert_cmpuint (at, ==, rows->offsets[image + 1]);
}

static void
test_counts (void)
{
  g_auto (Made) made = { 0 };
  g_autofree double *counts = g_new (double, MOST_PARTS * N_WORDS);

  made_init (&made);
  for (VwPyramid pyramid = VW_PYRAMID_1; pyramid <= VW_PYRAMID_1_2_4; pyramid++)
    for (VwNorm norm = VW_NORM_L2; norm <= VW_NORM_HELLINGER; norm++)
      for (int directions = 1; directions <= MOST_DIRECTIONS; directions += 3)
        {
          VwParameters parameters = with (pyramid, directions, norm);
          g_autoptr (VwHistograms) rows = build (&made, &parameters, 2);

          g_assert_cmpuint (rows->n_rows, ==, N_IMAGES);
          g_assert_cmpuint (rows->dims, ==, N_WORDS * vw_pyramid_cells (pyramid) * directions);
          for (guint i = 0; i < N_IMAGES; i++)
            {
              count_densely (&made, i, &parameters, counts);
              assert_row (rows, i, counts, norm);
            }
        }
}

static void
test_threads (void)
{
  g_auto (Made) made = { 0 };
  VwParameters parameters = with (VW_PYRAMID_1_2_4, 4, VW_NORM_L2);
  g_autoptr (VwHistograms) one = NULL;

  made_init (&made);
  one = build (&made, &parameters, 1);
  for (guint threads = 2; threads < 8; threads += 5)
    {
      g_autoptr (VwHistograms) many = build (&made, &parameters, threads);
      gsize n = one->offsets[N_IMAGES];

      g_assert_cmpuint (many->offsets[N_IMAGES], ==, n);
      g_assert_cmpmem (one->indices, n * sizeof (guint32), many->indices, n * sizeof (guint32));
      g_assert_cmpmem (one->values, n * sizeof (float), many->values, n * sizeof (float));
    }
}

static void
test_cells (void)
{
  g_assert_cmpuint (vw_pyramid_cell (255, 255, 0), ==, 0);
  g_assert_cmpuint (vw_pyramid_cell (127, 127, 1), ==, 1);
  g_assert_cmpuint (vw_pyramid_cell (128, 127, 1), ==, 2);
  g_assert_cmpuint (vw_pyramid_cell (127, 128, 1), ==, 3);
  g_assert_cmpuint (vw_pyramid_cell (0, 0, 2), ==, 5);
  g_assert_cmpuint (vw_pyramid_cell (255, 255, 2), ==, 20);
}

static void
test_directions (void)
{
  g_assert_cmpuint (vw_histogram_direction (255, 1), ==, 0);
  g_assert_cmpuint (vw_histogram_direction (31, 4), ==, 0);
  g_assert_cmpuint (vw_histogram_direction (32, 4), ==, 1);
  g_assert_cmpuint (vw_histogram_direction (223, 4), ==, 3);
  g_assert_cmpuint (vw_histogram_direction (224, 4), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/counts", test_counts);
  g_test_add_func ("/histogram/threads", test_threads);
  g_test_add_func ("/histogram/cells", test_cells);
  g_test_add_func ("/histogram/directions", test_directions);
  return g_test_run ();
}

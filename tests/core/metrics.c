/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/metrics.h"
#include "core/random.h"
#include "lib/scratch.h"
#include "lib/script.h"

#include <string.h>

#define N_CLASSES 8

typedef struct {
  const char *path;
  guint truths, predictions; /* bits: the classes that occur */
  guint without;             /* one in so many has no keypoints, 0 for none */
  guint n;
} Draw;

static const Draw draws[] = {
  { "/metrics/all-classes", 0xff, 0xff, 20, 2000 },
  { "/metrics/every-image-has-keypoints", 0xff, 0xff, 0, 500 },
  { "/metrics/never-predicted", 0xff, 0x3f, 20, 500 },
  { "/metrics/no-such-truth", 0x3f, 0xff, 20, 500 },
  { "/metrics/absent", 0x5f, 0x5f, 20, 500 },
  { "/metrics/disjoint", 0x0f, 0xf0, 3, 100 },
  { "/metrics/none-has-keypoints", 0xff, 0xff, 1, 50 },
  { "/metrics/one-image", 0x01, 0x01, 0, 1 },
};

static guint
draw_class (VwRandom *random, guint bits)
{
  guint c;

  do
    c = vw_random_below (random, N_CLASSES);
  while (!(bits >> c & 1));
  return c;
}

/* Writes "truth prediction" a line for the script, which reads nothing of ours. */
static VwMetrics *
make (const Draw *draw, const Scratch *folder)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  VwMetrics *self = vw_metrics_new (N_CLASSES);
  VwRandom random;

  vw_random_init (&random, 7);
  for (guint i = 0; i < draw->n; i++)
    {
      guint truth = draw_class (&random, draw->truths);
      int predicted = draw_class (&random, draw->predictions);

      if ((draw->predictions >> truth & 1) && vw_random_below (&random, 2) == 0)
        predicted = truth;
      if (draw->without > 0 && vw_random_below (&random, draw->without) == 0)
        predicted = VW_NO_PREDICTION;
      vw_metrics_add (self, truth, predicted);
      g_string_append_printf (lines, "%u %d\n", truth, predicted);
    }
  scratch_write (folder, "labels", lines->str, lines->len);
  return self;
}

static void
expect (const char *what, VwScores scores, char **line)
{
  g_assert_cmpstr (line[0], ==, what);
  g_assert_cmpfloat_with_epsilon (scores.precision, g_ascii_strtod (line[1], NULL), 1e-12);
  g_assert_cmpfloat_with_epsilon (scores.recall, g_ascii_strtod (line[2], NULL), 1e-12);
  g_assert_cmpfloat_with_epsilon (scores.f1, g_ascii_strtod (line[3], NULL), 1e-12);
  g_assert_cmpfloat (scores.support, ==, g_ascii_strtod (line[4], NULL));
}

/* @lines: one a class, macro, weighted, accuracy. */
static void
expect_population (const VwMetrics *self, VwPopulation population, char **lines)
{
  for (guint i = 0; i < N_CLASSES + 3; i++)
    {
      g_auto (GStrv) line = g_strsplit (lines[i], " ", -1);

      if (i < N_CLASSES)
        expect ("class", vw_metrics_class_scores (self, i, population), line);
      else if (i == N_CLASSES)
        expect ("macro", vw_metrics_macro_average (self, population), line);
      else if (i == N_CLASSES + 1)
        expect ("weighted", vw_metrics_weighted_average (self, population), line);
      else
        g_assert_cmpfloat_with_epsilon (vw_metrics_accuracy (self, population),
                                        g_ascii_strtod (line[1], NULL), 1e-12);
    }
}

static void
test_is_sklearn_metrics (gconstpointer data)
{
  const Draw *draw = data;
  g_autoptr (VwMetrics) self = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (Scratch) folder = { NULL };

  scratch_init (&folder);
  self = make (draw, &folder);
  output = test_script ("core/metrics.py", folder.path, "8", NULL);
  if (output == NULL)
    return;
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, N_CLASSES * N_CLASSES + 2 * (N_CLASSES + 3));
  for (guint i = 0; i < N_CLASSES * N_CLASSES; i++)
    g_assert_cmpuint (self->confusion[i], ==, g_ascii_strtoull (lines[i], NULL, 10));
  expect_population (self, VW_POPULATION_WITH_KEYPOINTS, lines + N_CLASSES * N_CLASSES);
  expect_population (self, VW_POPULATION_ALL, lines + N_CLASSES * N_CLASSES + N_CLASSES + 3);
}

/* The notebook's own figures: its matrix has its support and its accuracy. */
static void
test_notebook (void)
{
  static const guint matrix[100] = {
    716, 105, 42, 8,  16, 14, 21, 34, 7,  3,  34, 1065, 3,  4,  0,  6,  0,   7,   1,   1,
    113, 67, 447, 79, 32, 35, 46, 111, 78, 23, 27, 3,   33, 732, 29, 96, 19, 21,  25,  25,
    40, 3,   58,  64, 507, 57, 37, 43, 112, 61, 20, 15, 33, 90, 30, 524, 56, 27,  22,  75,
    41, 15,  36,  26, 39, 63, 564, 24, 45, 105, 91, 81, 97, 71, 67, 65,  13, 506, 24,  13,
    35, 0,   44,  24, 101, 10, 30, 6, 669, 55, 28, 3,   38, 35, 60, 85,  117, 17, 51,  575,
  };
  static const guint support[] = { 966, 1121, 1031, 1010, 982, 892, 958, 1028, 974, 1009 };
  g_autoptr (VwMetrics) self = vw_metrics_new (10);
  g_autoptr (VwMetrics) copy = NULL;

  memcpy (self->confusion, matrix, sizeof matrix);
  self->without_keypoints[1] = 14;
  self->without_keypoints[0] = 15;
  copy = vw_metrics_copy (self);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (vw_metrics_support (copy, i, VW_POPULATION_WITH_KEYPOINTS), ==, support[i]);
  g_assert_cmpuint (vw_metrics_total (copy, VW_POPULATION_WITH_KEYPOINTS), ==, 9971);
  g_assert_cmpuint (vw_metrics_total (copy, VW_POPULATION_ALL), ==, 10000);
  g_assert_cmpfloat_with_epsilon (vw_metrics_accuracy (copy, VW_POPULATION_WITH_KEYPOINTS), 0.6323,
                                  5e-5);
  g_assert_cmpfloat_with_epsilon (vw_metrics_accuracy (copy, VW_POPULATION_ALL), 0.6305, 1e-9);
}

static void
test_nothing_is_zero (void)
{
  g_autoptr (VwMetrics) self = vw_metrics_new (3);

  for (int p = VW_POPULATION_ALL; p <= VW_POPULATION_WITH_KEYPOINTS; p++)
    {
      VwScores macro = vw_metrics_macro_average (self, p);

      g_assert_cmpfloat (vw_metrics_accuracy (self, p), ==, 0);
      g_assert_cmpfloat (macro.precision + macro.recall + macro.f1, ==, 0);
      g_assert_cmpfloat (vw_metrics_weighted_average (self, p).f1, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    g_test_add_data_func (draws[i].path, &draws[i], test_is_sklearn_metrics);
  g_test_add_func ("/metrics/notebook", test_notebook);
  g_test_add_func ("/metrics/nothing", test_nothing_is_zero);
  return g_test_run ();
}

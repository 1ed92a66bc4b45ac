/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two runs set side by side: what flipped, and whether by chance, also as SciPy has it. */
#include "core/comparison.h"

#include <math.h>

#include "core/metrics.h"
#include "core/random.h"
#include "lib/scratch.h"

static void
test_flips (void)
{
  const guint8 labels[] = { 0, 0, 1, 1, 2, 2, 2 };
  const gint16 before[] = { 0, 1, 1, VW_NO_PREDICTION, 0, 2, 1 };
  const gint16 after[] = { 0, 0, 2, 1, 1, VW_NO_PREDICTION, 1 };
  const guint8 expected[] = { VW_FLIP_NONE,    VW_FLIP_FIXED,  VW_FLIP_BROKEN, VW_FLIP_FIXED,
                              VW_FLIP_MISTAKE, VW_FLIP_BROKEN, VW_FLIP_NONE };
  g_autoptr (VwComparison) self
      = vw_comparison_new (&(VwPredictionPair){ 3, 7, labels, before, after });

  g_assert_cmpmem (self->flips, self->n_images, expected, sizeof expected);
  g_assert_cmpuint (self->counts[VW_FLIP_NONE], ==, 2);
  g_assert_cmpuint (self->counts[VW_FLIP_FIXED], ==, 2);
  g_assert_cmpuint (self->counts[VW_FLIP_BROKEN], ==, 2);
  g_assert_cmpuint (self->counts[VW_FLIP_MISTAKE], ==, 1);
  g_assert_cmpint (vw_comparison_get (self, 0, 0), ==, 1);
  g_assert_cmpint (vw_comparison_get (self, 0, 1), ==, -1);
  g_assert_cmpint (vw_comparison_get (self, 1, VW_NO_PREDICTION), ==, -1);
  g_assert_cmpint (vw_comparison_get (self, 2, VW_NO_PREDICTION), ==, 1);
}

/* Images only move from one column to another. */
static void
test_rows_add_up_to_nothing (void)
{
  enum { N = 500, CLASSES = 7 };
  guint8 labels[N];
  gint16 before[N], after[N];
  g_autoptr (VwComparison) self = NULL;
  VwRandom random;

  vw_random_init (&random, 3);
  for (guint i = 0; i < N; i++)
    {
      labels[i] = vw_random_bits (&random) % CLASSES;
      before[i] = (int) (vw_random_bits (&random) % (CLASSES + 1)) - 1;
      after[i] = (int) (vw_random_bits (&random) % (CLASSES + 1)) - 1;
    }
  self = vw_comparison_new (&(VwPredictionPair){ CLASSES, N, labels, before, after });
  for (guint truth = 0; truth < CLASSES; truth++)
    {
      int sum = 0;

      for (int predicted = VW_NO_PREDICTION; predicted < CLASSES; predicted++)
        sum += vw_comparison_get (self, truth, predicted);
      g_assert_cmpint (sum, ==, 0);
    }
}

static VwComparison *
with_flips (guint fixed, guint broken)
{
  guint n = fixed + broken;
  g_autofree guint8 *labels = g_new0 (guint8, n);
  g_autofree gint16 *before = g_new0 (gint16, n), *after = g_new0 (gint16, n);

  for (guint i = 0; i < n; i++)
    *(i < fixed ? &before[i] : &after[i]) = 1;
  return vw_comparison_new (&(VwPredictionPair){ 2, n, labels, before, after });
}

static void
test_p_value (void)
{
  static const guint cases[][2]
      = { { 0, 0 }, { 1, 0 }, { 3, 3 }, { 10, 2 }, { 2, 10 }, { 700, 655 }, { 3000, 200 } };
  static const char script[] = "import sys\n"
                               "from scipy.stats import binomtest\n"
                               "for pair in sys.argv[1:]:\n"
                               "  a, b = map(int, pair.split(','))\n"
                               "  print(repr(float(binomtest(a, a + b).pvalue)) if a + b else 1)\n";
  char *arguments[G_N_ELEMENTS (cases) + 1] = { NULL };
  g_autofree char *printed = NULL;
  char *next;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    arguments[i] = g_strdup_printf ("%u,%u", cases[i][0], cases[i][1]);
  next = printed = test_python (script, (const char *const *) arguments);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VwComparison) self = with_flips (cases[i][0], cases[i][1]);
      double expected = printed != NULL ? g_ascii_strtod (next, &next) : 0;

      if (printed != NULL)
        g_assert_cmpfloat (fabs (vw_comparison_p_value (self) - expected), <=, 1e-9 * expected);
      g_free (arguments[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/flips", test_flips);
  g_test_add_func ("/comparison/rows", test_rows_add_up_to_nothing);
  g_test_add_func ("/comparison/p-value", test_p_value);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/numbers.h"
#include "plot/scale.h"

#include <math.h>

typedef struct {
  double value;
  gboolean sign;
  const char *english, *french;
} Row;

static void
test_counts (void)
{
  static const Row rows[] = {
    { 0, FALSE, "0", "0" },
    { 0, TRUE, "0", "0" },
    { 999, FALSE, "999", "999" },
    { 1000, TRUE, "+1,000", "+1\u202f000" },
    { -1024077, FALSE, "\u22121,024,077", "\u22121\u202f024\u202f077" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one
          = vw_plot_format_count (vw_plot_numbers_for ("en_GB"), rows[i].value, rows[i].sign);
      g_autofree char *two
          = vw_plot_format_count (vw_plot_numbers_for ("fr_CA"), rows[i].value, rows[i].sign);

      g_assert_cmpstr (one, ==, rows[i].english);
      g_assert_cmpstr (two, ==, rows[i].french);
    }
}

static void
test_percents (void)
{
  static const Row rows[] = {
    { 0.7306, FALSE, "73.1\u202f%", "73,1\u00a0%" },
    { 1, FALSE, "100.0\u202f%", "100,0\u00a0%" },
    { -0.0004, TRUE, "0.0\u202f%", "0,0\u00a0%" },
    { -0.26, TRUE, "\u221226.0\u202f%", "\u221226,0\u00a0%" },
    { 12.3456, FALSE, "1,234.6\u202f%", "1\u202f234,6\u00a0%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one
          = vw_plot_format_percent (vw_plot_numbers_for (NULL), rows[i].value, 1, rows[i].sign);
      g_autofree char *two
          = vw_plot_format_percent (vw_plot_numbers_for ("fr"), rows[i].value, 1, rows[i].sign);

      g_assert_cmpstr (one, ==, rows[i].english);
      g_assert_cmpstr (two, ==, rows[i].french);
    }
}

static void
test_compose (void)
{
  g_autofree char *moved = vw_plot_compose ("{b} de {a}, {b}{", "a", "10 %", "b", "{a}", NULL);
  g_autofree char *unknown = vw_plot_compose ("{other} %s {a", "a", "x", NULL);

  g_assert_cmpstr (moved, ==, "{a} de 10 %, {a}{");
  g_assert_cmpstr (unknown, ==, "{other} %s {a");
}

static void
test_nice_steps (void)
{
  for (double span = 1e-6; span < 1e7; span *= 1.37)
    {
      double step = vw_plot_nice_step (span, 4, 0);

      g_assert_cmpfloat (step * 4, >=, span * (1 - 1e-6));
      g_assert_cmpfloat (step * 4, <=, span * 2.5 * (1 + 1e-6));
      g_assert_cmpfloat (vw_plot_nice_step (span, 4, 1), ==,
                         floor (vw_plot_nice_step (span, 4, 1)));
    }
  g_assert_cmpfloat_with_epsilon (vw_plot_nice_step (1, 4, 0), .25, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/counts", test_counts);
  g_test_add_func ("/numbers/percents", test_percents);
  g_test_add_func ("/numbers/compose", test_compose);
  g_test_add_func ("/scale/nice-steps", test_nice_steps);
  return g_test_run ();
}

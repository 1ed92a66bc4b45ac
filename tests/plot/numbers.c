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

static void
check_ratio_ticks (double least, double most, guint intervals)
{
  g_autoptr (GArray) ticks = vw_plot_ratio_ticks (least, most, intervals);
  double gap = pow (most / least, 1.0 / intervals);

  g_assert_cmpuint (ticks->len, >=, 2);
  g_assert_cmpfloat (g_array_index (ticks, double, 0), ==, least);
  g_assert_cmpfloat (g_array_index (ticks, double, ticks->len - 1), ==, most);
  for (guint i = 1; i < ticks->len; i++)
    g_assert_cmpfloat (g_array_index (ticks, double, i) / g_array_index (ticks, double, i - 1), >=,
                       gap * (1 - 1e-6));
}

static char *
join_ratio_ticks (double least, double most, guint intervals)
{
  g_autoptr (GArray) ticks = vw_plot_ratio_ticks (least, most, intervals);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (text, "%s%g", i == 0 ? "" : " ", g_array_index (ticks, double, i));
  return g_string_free (text, FALSE);
}

static void
test_ratio_ticks (void)
{
  static const struct
  {
    double least, most;
    guint intervals;
    const char *ticks;
  } known[] = {
    { .001, 100, 10, "0.001 0.01 0.1 1 10 100" },
    { .001, 100, 3, "0.001 1 100" },
    { 25, 400, 9, "25 50 100 200 400" },
    { 3, 4, 9, "3 4" },
    { 1, 1000, 2, "1 1000" },
    { 1, 1000, 20, "1 2 5 10 20 50 100 200 500 1000" },
  };

  for (double most = 1.1; most < 1e9; most *= 3.7)
    for (double least = most / 1e6; least < most; least *= 2.3)
      for (guint intervals = 1; intervals < 40; intervals++)
        check_ratio_ticks (least, most, intervals);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *ticks
          = join_ratio_ticks (known[i].least, known[i].most, known[i].intervals);

      g_assert_cmpstr (ticks, ==, known[i].ticks);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/counts", test_counts);
  g_test_add_func ("/numbers/percents", test_percents);
  g_test_add_func ("/numbers/compose", test_compose);
  g_test_add_func ("/scale/nice-steps", test_nice_steps);
  g_test_add_func ("/scale/ratio-ticks", test_ratio_ticks);
  return g_test_run ();
}

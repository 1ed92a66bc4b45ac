/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The speed that is shown: steady for a steady stream, and of the last seconds only. */
#include "net/rate.h"

#define MS G_TIME_SPAN_MILLISECOND

static guint64
come (VwRate *rate, gint64 from, gint64 to, guint64 bytes, guint64 per_second)
{
  for (gint64 time = from; time < to; time += 10 * MS)
    {
      bytes += per_second / 100;
      vw_rate_note (rate, time, bytes);
    }
  return bytes;
}

static void
test_steady (void)
{
  VwRate rate = { 0 };
  gint64 start = 77 * G_TIME_SPAN_SECOND;

  g_assert_cmpfloat (vw_rate_get (&rate, start), ==, 0);
  come (&rate, start, start + 300 * MS, 0, 1000000);
  g_assert_cmpfloat (vw_rate_get (&rate, start + 300 * MS), ==, 0);
  come (&rate, start + 300 * MS, start + 10000 * MS, 300000, 1000000);
  g_assert_cmpfloat_with_epsilon (vw_rate_get (&rate, start + 10000 * MS), 1e6, 1e5);
}

static void
test_change (void)
{
  VwRate rate = { 0 };
  guint64 bytes = come (&rate, 0, 20000 * MS, 0, 5000000);

  come (&rate, 20000 * MS, 26000 * MS, bytes, 100000);
  g_assert_cmpfloat_with_epsilon (vw_rate_get (&rate, 26000 * MS), 1e5, 2e4);
}

static void
test_silence (void)
{
  VwRate rate = { 0 };

  come (&rate, 0, 5000 * MS, 0, 1000000);
  g_assert_cmpfloat (vw_rate_get (&rate, 6000 * MS), <, 1e6);
  g_assert_cmpfloat (vw_rate_get (&rate, 30000 * MS), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate/steady", test_steady);
  g_test_add_func ("/rate/change", test_change);
  g_test_add_func ("/rate/silence", test_silence);
  return g_test_run ();
}

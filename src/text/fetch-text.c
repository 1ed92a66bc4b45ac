/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fetch-text.h"

#include <glib/gi18n.h>

#define MB 1e6
#define LONG_TIME 100 /* s, above which it is told in minutes */

static char *
time_left (double seconds)
{
  guint whole = (guint) MIN (seconds + 1, 3600 * 99);

  if (whole < LONG_TIME)
    return g_strdup_printf (_ ("%u s left"), whole);
  return g_strdup_printf (_ ("%u min left"), (whole + 30) / 60);
}

char *
vw_fetch_text_progress (guint64 received, guint64 expected, double speed)
{
  g_autofree char *left = NULL;

  if (speed <= 0)
    return g_strdup_printf (_ ("%.1f of %.1f MB"), received / MB, expected / MB);
  left = time_left ((expected - received) / speed);
  /* Translators: megabytes that are here, in all, and a second; then "7 s left" */
  return g_strdup_printf (_ ("%.1f of %.1f MB · %.1f MB/s · %s"), received / MB, expected / MB,
                          speed / MB, left);
}

char *
vw_fetch_text_size (guint64 bytes)
{
  return g_strdup_printf (_ ("%.1f MB"), bytes / MB);
}

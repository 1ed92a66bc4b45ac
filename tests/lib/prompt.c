/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/prompt.h"

void
test_assert_prompt (gint64 start, gint64 end, guint milliseconds)
{
  const char *slowdown = g_getenv ("VW_SLOWDOWN");
  gint64 times = slowdown != NULL ? g_ascii_strtoll (slowdown, NULL, 10) : 1;

  g_assert_cmpint (end - start, <, times * milliseconds * G_TIME_SPAN_MILLISECOND);
}

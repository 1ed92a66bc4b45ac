/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Asserts that from @start to @end, both of g_get_monotonic_time(), less than @milliseconds went by;
 * times VW_SLOWDOWN, which is set where a tool that watches the test slows it down. */
void test_assert_prompt (gint64 start, gint64 end, guint milliseconds);

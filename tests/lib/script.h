/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * test_script:
 * @name: of a Python script among the tests, for example "core/linear-svc.py"
 * @...: its arguments, %NULL at the end
 *
 * Runs it as test_python() does.
 *
 * Returns: (transfer full): standard output, or %NULL when the test is skipped.
 */
char *test_script (const char *name, ...) G_GNUC_NULL_TERMINATED;

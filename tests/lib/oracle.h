/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Marks the running test as skipped and returns %FALSE when $VW_PYTHON lacks a module of
   @modules, for example "numpy, sklearn". */
gboolean vw_oracle_available (const char *modules);

/**
 * vw_oracle_run:
 * @script: beside the tests, for example "core/linear-svc.py"
 * @...: its arguments, %NULL at the end
 *
 * Returns: (transfer full): its standard output; a script that fails fails the test.
 */
char *vw_oracle_run (const char *script, ...) G_GNUC_NULL_TERMINATED;

/* Returns: (transfer full): a new folder for this test's files. */
char *vw_test_folder_new (void);

/* Removes the folder with the files in it, and frees its name. */
void vw_test_folder_remove (char *folder);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/error.h"

G_BEGIN_DECLS

/* A folder for one test, removed with all that is in it. */
typedef struct {
  char *path;
} Scratch;

void scratch_init (Scratch *self);
void scratch_clear (Scratch *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scratch, scratch_clear)

/* Returns: (transfer full): the path of a file or folder in it, which need not be there. */
char *scratch_path (const Scratch *self, const char *name);

/* Writes a file, in sub-folders if @name has slashes. */
void scratch_write (const Scratch *self, const char *name, gconstpointer data, gsize size);

void scratch_write_bytes (const Scratch *self, const char *name, GBytes *bytes);

/* Returns: (transfer full): @size bytes as one gzip member. */
GBytes *test_gzip (gconstpointer data, gsize size);

/* Returns: (transfer full): an IDX file of @n_dims (1 or 3) big-endian lengths and @size bytes. */
GBytes *test_idx (guint n_dims, const guint32 *dims, gconstpointer data, gsize size);

/* Asserts domain and code, that the message begins with @file and that it is one line. */
void test_assert_refused (const GError *error, VwErrorCode code, const char *file);

/* Starts anew to measure the most memory that this process holds. */
void test_memory_reset (void);

/* Returns: the most bytes held since. */
gsize test_memory_peak (void);

/**
 * test_python:
 * @script: what to run; "import numpy" and so on first
 * @arguments: (nullable): %NULL-terminated
 *
 * Runs $VW_PYTHON. When there is none, or a module is missing, the test is skipped.
 *
 * Returns: (transfer full): standard output, or %NULL when skipped.
 */
char *test_python (const char *script, const char *const *arguments);

/* Returns: (transfer none): the folder of the full MNIST, or %NULL when the test is skipped. */
const char *test_mnist (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/raw-data.h"

G_BEGIN_DECLS

/**
 * vw_idx_files_read:
 * @paths: four, as VW_KNOWN_PART() counts them
 * @data: (out caller-allocates): zeroed
 *
 * Reads four files that belong together, whatever their names.
 */
gboolean
vw_idx_files_read (char *const paths[4], VwRawData *data, const VwTask *task, GError **error);

/* Whether a file of that name, without its folder, is one of MNIST's four. */
gboolean vw_idx_is_name (const char *name);

/* Whether a folder has a file of such a name. */
gboolean vw_idx_is_folder (const char *folder);

/**
 * vw_idx_folder_find:
 * @paths: (out) (transfer full): four, as VW_KNOWN_PART() counts them; %NULL for what is not there
 *
 * Which files vw_idx_folder_read() would read.
 */
void vw_idx_folder_find (const char *folder, char *paths[4]);

/**
 * vw_idx_folder_read:
 * @data: (out caller-allocates): zeroed
 *
 * Reads the four files of MNIST or a data set packed like it: "train-images-idx3-ubyte" and so
 * on, "t10k" or "test", dash or dot, plain or with ".gz".
 *
 * Returns: %FALSE with an error that names the file at fault or the one that is missing
 *   (%VW_ERROR_MISMATCH), or %G_IO_ERROR_CANCELLED.
 */
gboolean
vw_idx_folder_read (const char *folder, VwRawData *data, const VwTask *task, GError **error);

G_END_DECLS

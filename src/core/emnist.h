/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/raw-data.h"

G_BEGIN_DECLS

/* Whether a file of that name, without its folder, is one of EMNIST's:
   "emnist-letters-train-images- idx3-ubyte", plain or with ".gz". */
gboolean vw_emnist_is_name (const char *name);

/* Whether a folder has a file of such a name. */
gboolean vw_emnist_is_folder (const char *folder);

/**
 * vw_emnist_read:
 * @path: a folder with the four files of one of EMNIST's sets, or one of the files, if the folder
 *   has several sets
 * @data: (out caller-allocates): zeroed
 *
 * Reads one of EMNIST's sets as it is stored, which is with rows and columns exchanged. Classes are
 * named after the set's mapping: digits, letters, or both. The labels of "letters" begin at 1 in
 * the files and at 0 here.
 * Source: Cohen, Afshar, Tapson & van Schaik, "EMNIST: an extension of MNIST to handwritten
 * letters", 2017.
 *
 * Returns: %FALSE with an error that names the file or folder at fault, or %G_IO_ERROR_CANCELLED.
 */
gboolean vw_emnist_read (const char *path, VwRawData *data, const VwTask *task, GError **error);

G_END_DECLS

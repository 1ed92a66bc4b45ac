/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/known-data.h"

G_BEGIN_DECLS

/**
 * VwRemote:
 * @data: what it is, by content
 * @licence: its name, which no language translates
 * @authors: names
 * @packed: about how many bytes each of the four files has as .gz; mirrors pack them anew
 * @mirrors: %NULL-terminated addresses of folders with the four files, best first
 *
 * A data set that can be fetched.
 */
typedef struct {
  const VwKnownData *data;
  const char *licence, *authors;
  guint64 packed[VW_KNOWN_PARTS];
  const char *const *mirrors;
} VwRemote;

/* Returns: (transfer full) (nullable): that of the known data set @name, to be freed with g_free().
 */
VwRemote *vw_remote_new (const char *name);

/* Returns: bytes to fetch, about. */
guint64 vw_remote_size (const VwRemote *self);

/* Returns: (transfer none): the name of a part's file: "train-images-idx3-ubyte.gz" */
const char *vw_remote_file (guint part);

/* Returns: (transfer full): where data sets of the user's own are kept that were fetched. */
char *vw_remote_folder (const VwRemote *self);

G_END_DECLS

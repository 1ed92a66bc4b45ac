/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "core/usage.h"

G_BEGIN_DECLS

#define VW_TYPE_LOADER (vw_loader_get_type ())
G_DECLARE_FINAL_TYPE (VwLoader, vw_loader, VW, LOADER, GObject)

/**
 * VwLoader:
 *
 * Reads data sets and models into the session, off the main thread. Opening something while
 * another of its kind is being read drops the former. When a model stands beside the data that it
 * was made from, it is asked for its predictions. Property "loading" (boolean). Signals:
 *   "loaded" (string path, pointer VwStageRecord): the session has it; path NULL for the sample,
 *     the record NULL for a model
 *   "failed" (string path, GError, boolean is_model): never for cancelling; the session keeps what
 *     it had
 * Main thread only.
 */
VwLoader *vw_loader_new (VwSession *session);

/* @path: a local file or folder with data; NULL for the shipped sample. */
void vw_loader_open (VwLoader *self, const char *path);

/* The same for data whose images vw_dataset_load() would turn upright, as they are stored. */
void vw_loader_open_as_stored (VwLoader *self, const char *path);

void vw_loader_open_model (VwLoader *self, const char *path);

gboolean vw_loader_is_loading (VwLoader *self);

G_END_DECLS

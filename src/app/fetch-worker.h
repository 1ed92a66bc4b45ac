/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/job.h"
#include "net/fetch.h"

G_BEGIN_DECLS

/**
 * VwFetchWorker:
 *
 * A download into the user's own data folder, and how far it is: what the main thread shares with
 * the worker. Reference-counted, because a cancelled worker may outlive the dialog for some ms.
 */
typedef struct _VwFetchWorker VwFetchWorker;

/* @name: of a remote; $VW_MIRRORS, addresses with blanks between, takes the place of its mirrors.
 */
VwFetchWorker *vw_fetch_worker_new (const char *name);
void vw_fetch_worker_unref (VwFetchWorker *self);

const VwRemote *vw_fetch_worker_get_remote (VwFetchWorker *self);
const char *vw_fetch_worker_get_folder (VwFetchWorker *self);

/* Whether the four files are in the folder; nobody looks into them. */
gboolean vw_fetch_worker_is_there (VwFetchWorker *self);

/* @work: (inout): given a run and its input; the result is the notes of vw_fetch_run(). */
void vw_fetch_worker_prepare (VwFetchWorker *self, VwJobWork *work);

/* Returns: %FALSE before anything was asked of a mirror; strings live as long as @self. */
gboolean vw_fetch_worker_read (VwFetchWorker *self, VwFetchStatus *status);

G_END_DECLS

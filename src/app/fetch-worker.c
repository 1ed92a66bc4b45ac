/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fetch-worker.h"

#include "core/idx-folder.h"

struct _VwFetchWorker {
  gatomicrefcount refs;
  VwRemote *remote;
  char *folder;
  char **mirrors; /* NULL for the remote's own */

  GMutex lock; /* guards what is below */
  VwFetchStatus status;
};

static VwFetchWorker *
worker_ref (VwFetchWorker *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

VwFetchWorker *
vw_fetch_worker_new (const char *name)
{
  VwFetchWorker *self = g_new0 (VwFetchWorker, 1);
  const char *mirrors = g_getenv ("VW_MIRRORS");

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->remote = vw_remote_new (name);
  self->folder = vw_remote_folder (self->remote);
  if (mirrors != NULL && *mirrors != '\0')
    self->mirrors = g_strsplit (mirrors, " ", -1);
  return self;
}

void
vw_fetch_worker_unref (VwFetchWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->lock);
  g_strfreev (self->mirrors);
  g_free (self->folder);
  g_free (self->remote);
  g_free (self);
}

const VwRemote *
vw_fetch_worker_get_remote (VwFetchWorker *self)
{
  return self->remote;
}

const char *
vw_fetch_worker_get_folder (VwFetchWorker *self)
{
  return self->folder;
}

gboolean
vw_fetch_worker_is_there (VwFetchWorker *self)
{
  char *paths[VW_KNOWN_PARTS];
  gboolean there = TRUE;

  vw_idx_folder_find (self->folder, paths);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      there &= paths[part] != NULL;
      g_free (paths[part]);
    }
  return there;
}

/* On the worker, like the next one. */
static void
note_status (const VwFetchStatus *status, gpointer data)
{
  VwFetchWorker *self = data;

  g_mutex_lock (&self->lock);
  self->status = *status;
  g_mutex_unlock (&self->lock);
}

static gpointer
run (gpointer input, const VwTask *task, GError **error)
{
  VwFetchWorker *self = input;
  const VwFetch fetch = { self->remote,   self->folder, TRUE, (const char *const *) self->mirrors,
                          VW_FETCH_STALL, note_status,  self };
  GPtrArray *notes = NULL;
  guint fetched;

  vw_fetch_run (&fetch, &notes, &fetched, task, error);
  return notes;
}

void
vw_fetch_worker_prepare (VwFetchWorker *self, VwJobWork *work)
{
  self->status = (VwFetchStatus){ 0 };
  work->run = run;
  work->input = worker_ref (self);
  work->free_input = (GDestroyNotify) vw_fetch_worker_unref;
  work->free_result = (GDestroyNotify) g_ptr_array_unref;
}

gboolean
vw_fetch_worker_read (VwFetchWorker *self, VwFetchStatus *status)
{
  g_mutex_lock (&self->lock);
  *status = self->status;
  g_mutex_unlock (&self->lock);
  return status->file != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/staging.h"

#include "core/file-write.h"
#include "core/files.h"
#include "core/idx-folder.h"
#include "net/part.h"
#include "net/remote.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define SUFFIX ".part"
#define LOCK_TRIES 40 /* while the worker of a cancelled call is on its way out */
#define LOCK_PAUSE (50 * G_TIME_SPAN_MILLISECOND)

static gboolean
fail (const char *path, GError **error)
{
  vw_file_set_errno (error, path, errno);
  return FALSE;
}

static gboolean
make_folder (VwStaging *self, GError **error)
{
  g_autofree char *folder = g_canonicalize_filename (self->folder, NULL);

  self->beside = !g_file_test (folder, G_FILE_TEST_EXISTS);
  self->path = g_strconcat (folder, self->beside ? SUFFIX : "", NULL);
  return g_mkdir_with_parents (self->path, 0777) == 0 || fail (self->path, error);
}

static gboolean
take_lock (VwStaging *self, const VwTask *task, GError **error)
{
  self->lock = g_open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (self->lock < 0)
    return fail (self->path, error);
  for (guint i = 0; i < LOCK_TRIES; i++)
    {
      if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
      if (errno != EWOULDBLOCK && errno != EINTR)
        return fail (self->path, error);
      if (vw_task_cancelled (task, error))
        return FALSE;
      g_usleep (LOCK_PAUSE);
    }
  vw_error_set (error, VW_ERROR_SYSTEM, self->path, N_ ("another program is fetching into it"));
  return FALSE;
}

/* Returns: %FALSE when @problem ends it all. */
static gboolean
judge (VwStaging *self, guint part, char **path, const GError *problem, GPtrArray *notes)
{
  if (problem->domain != VW_ERROR || (problem->code == VW_ERROR_MISMATCH && !self->own))
    return FALSE;
  g_ptr_array_add (notes, g_error_copy (problem));
  self->missing[part] = TRUE;
  self->damaged[part] = g_steal_pointer (path);
  return TRUE;
}

static gboolean
look (VwStaging *self, GPtrArray *notes, const VwTask *task, GError **error)
{
  const VwTask silent = { .cancellable = task != NULL ? task->cancellable : NULL };
  char *paths[VW_KNOWN_PARTS];
  gboolean good = TRUE;

  vw_idx_folder_find (self->path, paths);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      GError *problem = NULL;

      if (paths[part] == NULL)
        self->missing[part] = TRUE;
      else if (good
               && !vw_part_verify (paths[part], paths[part], self->data, part, &silent, &problem))
        {
          good = judge (self, part, &paths[part], problem, notes);
          if (!good)
            g_propagate_error (error, g_steal_pointer (&problem));
        }
      g_clear_error (&problem);
      g_free (paths[part]);
    }
  return good;
}

gboolean
vw_staging_open (VwStaging *self, GPtrArray *notes, const VwTask *task, GError **error)
{
  self->lock = -1;
  return make_folder (self, error) && take_lock (self, task, error)
         && look (self, notes, task, error);
}

char *
vw_staging_part (const VwStaging *self, guint part)
{
  g_autofree char *name = g_strconcat (vw_remote_file (part), SUFFIX, NULL);

  return g_build_filename (self->path, name, NULL);
}

static gboolean
place_part (VwStaging *self, guint part, GError **error)
{
  g_autofree char *from = vw_staging_part (self, part);
  g_autofree char *to = g_build_filename (self->path, vw_remote_file (part), NULL);

  if (g_rename (from, to) != 0)
    return fail (to, error);
  /* A file of another style of name would still be read before this one. */
  if (self->damaged[part] != NULL && !g_str_equal (self->damaged[part], to)
      && g_unlink (self->damaged[part]) != 0)
    return fail (self->damaged[part], error);
  self->missing[part] = FALSE;
  return TRUE;
}

gboolean
vw_staging_place (VwStaging *self, GError **error)
{
  g_autofree char *folder = g_canonicalize_filename (self->folder, NULL);
  g_autofree char *parent = g_path_get_dirname (folder);

  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    if (self->missing[part] && !place_part (self, part, error))
      return FALSE;
  vw_folder_sync (self->path);
  if (!self->beside)
    return TRUE;
  if (g_rename (self->path, folder) != 0)
    return fail (folder, error);
  vw_folder_sync (parent);
  return TRUE;
}

void
vw_staging_clear (VwStaging *self)
{
  /* Succeeds on an empty folder only. */
  if (self->path != NULL && self->beside)
    g_rmdir (self->path);
  if (self->lock >= 0)
    close (self->lock);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    g_clear_pointer (&self->damaged[part], g_free);
  g_clear_pointer (&self->path, g_free);
}

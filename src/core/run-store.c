/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run-store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "core/file-write.h"
#include "core/files.h"
#include "core/model-json.h"

#define RECORD ".json"
#define MODEL VW_MODEL_SUFFIX
#define REMOVED ".removed"
#define MAX_RECORD_BYTES ((gsize) 64 << 20)
#define LEFTOVER_SECONDS (24 * 60 * 60)

static char *
path_of (const char *folder, const char *id, const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

/* Returns: (transfer full) (nullable): the id when the file's name ends in @suffix. */
static char *
id_of (const char *name, const char *suffix)
{
  return g_str_has_suffix (name, suffix) ? g_strndup (name, strlen (name) - strlen (suffix)) : NULL;
}

static VwRun *
read_record (const char *path, const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, MAX_RECORD_BYTES, NULL, error);
  g_autoptr (JsonObject) object = NULL;
  gsize size;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  object = vw_json_parse (text, size, path, error);
  return object != NULL ? vw_run_from_json (&(VwJson){ object, path }, id, error) : NULL;
}

static VwRun *
read_run (const char *folder, const char *id, GError **error)
{
  g_autofree char *record = path_of (folder, id, RECORD), *model = path_of (folder, id, MODEL);
  VwRun *run = read_record (record, id, error);

  if (run == NULL || g_file_test (model, G_FILE_TEST_IS_REGULAR))
    return run;
  vw_run_unref (run);
  vw_error_set (error, VW_ERROR_MISMATCH, model, N_ ("is missing, and with it the run’s model"));
  return NULL;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const VwRun *first = *(VwRun *const *) a, *second = *(VwRun *const *) b;

  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;
  return strcmp (first->id, second->id);
}

char *
vw_run_store_model_beside (const char *record)
{
  gsize length = strlen (record) - (g_str_has_suffix (record, RECORD) ? strlen (RECORD) : 0);
  g_autofree char *stem = g_strndup (record, length);

  return g_strconcat (stem, MODEL, NULL);
}

GPtrArray *
vw_run_store_list (const char *folder, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) vw_run_unref);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&runs);
  dir = vw_folder_open (folder, error);
  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = id_of (name, RECORD);
      GError *problem = NULL;
      VwRun *run = id != NULL ? read_run (folder, id, &problem) : NULL;

      if (run != NULL)
        g_ptr_array_add (runs, run);
      else if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }
  g_ptr_array_sort (runs, compare_runs);
  return g_steal_pointer (&runs);
}

/* By time, so that files sort as runs do; a number behind it tells runs of one second apart. */
static char *
new_id (const char *folder, gint64 created)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (created);
  g_autofree char *stem = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  for (guint i = 1;; i++)
    {
      char *id = g_strdup_printf ("%s-%u", stem, i);
      g_autofree char *model = path_of (folder, id, MODEL);
      g_autofree char *record = path_of (folder, id, RECORD);
      g_autofree char *removed = path_of (folder, id, REMOVED);

      if (!g_file_test (model, G_FILE_TEST_EXISTS) && !g_file_test (record, G_FILE_TEST_EXISTS)
          && !g_file_test (removed, G_FILE_TEST_EXISTS))
        return id;
      g_free (id);
    }
}

gboolean
vw_run_store_update (const char *folder, const VwRun *run, GError **error)
{
  g_autofree char *path = path_of (folder, run->id, RECORD);
  g_autoptr (JsonObject) object = vw_run_to_json (run);
  char *text = vw_json_format (object);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return vw_file_write (path, bytes, error);
}

VwRun *
vw_run_store_add (const char *folder, const VwRun *run, const VwModel *model, GError **error)
{
  g_autoptr (VwRun) kept = vw_run_rename (run, run->name);
  g_autofree char *path = NULL;

  if (!vw_folder_make (folder, error))
    return NULL;
  kept->id = new_id (folder, run->created);
  path = path_of (folder, kept->id, MODEL);
  if (!vw_model_save (model, path, error))
    return NULL;
  if (vw_run_store_update (folder, kept, error))
    return g_steal_pointer (&kept);
  g_unlink (path);
  return NULL;
}

static gboolean
rename_record (const char *folder,
               const VwRun *run,
               const char *from,
               const char *to,
               GError **error)
{
  g_autofree char *source = path_of (folder, run->id, from);
  g_autofree char *target = path_of (folder, run->id, to);

  if (g_rename (source, target) == 0)
    return TRUE;
  vw_file_set_errno (error, source, errno);
  return FALSE;
}

gboolean
vw_run_store_remove (const char *folder, const VwRun *run, GError **error)
{
  return rename_record (folder, run, RECORD, REMOVED, error);
}

gboolean
vw_run_store_restore (const char *folder, const VwRun *run, GError **error)
{
  return rename_record (folder, run, REMOVED, RECORD, error);
}

/* The model goes first: a record alone is cleared away the next time, a model only in a day. */
static void
delete_removed (const char *folder, const char *id)
{
  g_autofree char *model = path_of (folder, id, MODEL), *record = path_of (folder, id, REMOVED);

  if (g_unlink (model) == 0 || !g_file_test (model, G_FILE_TEST_EXISTS))
    g_unlink (record);
}

/* A model without a record, or a file that was to become one of the two. */
static gboolean
is_leftover (const char *folder, const char *name)
{
  g_autofree char *id = id_of (name, MODEL);
  g_autofree char *record = id != NULL ? path_of (folder, id, RECORD) : NULL;
  g_autofree char *removed = id != NULL ? path_of (folder, id, REMOVED) : NULL;

  if (id != NULL)
    return !g_file_test (record, G_FILE_TEST_EXISTS) && !g_file_test (removed, G_FILE_TEST_EXISTS);
  return strstr (name, RECORD ".") != NULL || strstr (name, MODEL ".") != NULL;
}

static gboolean
is_old (const char *path)
{
  struct stat status;

  return g_lstat (path, &status) == 0 && S_ISREG (status.st_mode)
         && g_get_real_time () / G_USEC_PER_SEC - status.st_mtime > LEFTOVER_SECONDS;
}

void
vw_run_store_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *removed = id_of (name, REMOVED);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (removed != NULL)
        delete_removed (folder, removed);
      else if (is_leftover (folder, name) && is_old (path))
        g_unlink (path);
    }
}

VwModel *
vw_run_store_load_model (const char *folder, const VwRun *run, GError **error)
{
  g_autofree char *path = path_of (folder, run->id, MODEL);
  g_autoptr (VwModel) model = vw_model_load (path, error);
  g_autoptr (JsonObject) expected = vw_model_to_json (run->summary);
  g_autoptr (JsonObject) found = NULL;
  g_autofree char *expected_text = vw_json_format (expected), *found_text = NULL;

  if (model == NULL)
    return NULL;
  found = vw_model_to_json (model);
  found_text = vw_json_format (found);
  if (g_str_equal (expected_text, found_text))
    return g_steal_pointer (&model);
  vw_error_set (error, VW_ERROR_MISMATCH, path,
                N_ ("is another model than the one that this run has trained"));
  return NULL;
}

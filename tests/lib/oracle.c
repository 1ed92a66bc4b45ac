/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/oracle.h"

#include <glib/gstdio.h>

static const char *
python (void)
{
  const char *name = g_getenv ("VW_PYTHON");

  return name != NULL ? name : "python3";
}

gboolean
vw_oracle_available (const char *modules)
{
  g_autofree char *import = g_strconcat ("import ", modules, NULL);
  const char *argv[] = { python (), "-c", import, NULL };
  g_autofree char *reason = NULL;
  int status = 1;

  if (g_spawn_sync (NULL, (char **) argv, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, &status, NULL)
      && status == 0)
    return TRUE;
  reason = g_strdup_printf ("%s has not all of %s", python (), modules);
  g_test_skip (reason);
  return FALSE;
}

char *
vw_oracle_run (const char *script, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (g_getenv ("VW_SOURCE_ROOT"), "tests", script, NULL);
  g_autoptr (GError) error = NULL;
  char *output = NULL, *argument;
  int status = 1;
  va_list list;

  g_ptr_array_add (argv, (char *) python ());
  g_ptr_array_add (argv, path);
  va_start (list, script);
  while ((argument = va_arg (list, char *)) != NULL)
    g_ptr_array_add (argv, argument);
  va_end (list);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

char *
vw_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vw-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
vw_test_folder_remove (char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_free (folder);
}

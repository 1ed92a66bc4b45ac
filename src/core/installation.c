/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/installation.h"

#include "config.h"

/* Returns: (transfer full) (nullable): ../NAME from the running program's folder, if it is there. */
static char *
beside_program (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "..", name, NULL) : NULL;
  g_autofree char *plain = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

  return plain != NULL && g_file_test (plain, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&plain) : NULL;
}

static char *
find (const char *variable, const char *beside, const char *configured)
{
  const char *given = g_getenv (variable);
  char *found = given != NULL ? g_strdup (given) : beside_program (beside);

  return found != NULL ? found : g_strdup (configured);
}

char *
vw_installation_data (const char *name)
{
  g_autofree char *folder = find ("VW_DATADIR", "share/visual-words", VW_DATADIR);

  return g_build_filename (folder, name, NULL);
}

char *
vw_installation_locale (void)
{
  return find ("VW_LOCALEDIR", "share/locale", VW_LOCALEDIR);
}

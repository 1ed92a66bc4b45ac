/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/file-write.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "core/error.h"

/* A new file would take the place of whatever is there, a device too. */
static gboolean
check_replaceable (const char *path, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return TRUE;
  if (S_ISDIR (status.st_mode))
    vw_error_set (error, VW_ERROR_FORMAT, path, N_ ("is a folder where a file is expected"));
  else
    vw_error_set (error, VW_ERROR_FORMAT, path, N_ ("is a device or pipe, not a file"));
  return FALSE;
}

gboolean
vw_file_write (const char *path, GBytes *content, GError **error)
{
  const GFileSetContentsFlags whole
      = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  char *target; /* from the C library */
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  GError *cause = NULL;

  if (!check_replaceable (path, error))
    return FALSE;
  target = realpath (path, NULL); /* none when the file is new */
  if (!g_file_set_contents_full (target != NULL ? target : path, data, size, whole, 0666, &cause))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_propagate_prefixed_error (error, cause, "%s: ", name); /* it names a temporary file */
    }
  free (target);
  return cause == NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/file-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "core/files.h"

#define MOST_LINKS 40 /* one behind another, as Linux has it */

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

/* Makes the content of @fd be @content and nothing else, on the disk. Returns: 0 or the error's
   number. */
static int
fill (int fd, GBytes *content)
{
  gsize size, done = 0;
  const char *data = g_bytes_get_data (content, &size);

  while (done < size)
    {
      gssize n = pwrite (fd, data + done, size - done, done);

      if (n > 0)
        done += n;
      else if (n == 0 || errno != EINTR)
        return n == 0 ? ENOSPC : errno;
    }
  return ftruncate (fd, size) == 0 && fsync (fd) == 0 ? 0 : errno;
}

static int
fill_and_close (int fd, GBytes *content)
{
  int number = fill (fd, content);

  return close (fd) == 0 || number != 0 ? number : errno;
}

void
vw_folder_sync (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Who may read and write the file that is there may do so with the one that takes its place, unless
 * that cannot be the same user's. */
static void
keep_access (int fd, const char *path)
{
  struct stat status;

  if (stat (path, &status) == 0 && fchown (fd, status.st_uid, status.st_gid) == 0)
    fchmod (fd, status.st_mode & 0777);
}

/* Fills a new file and gives it the name. Returns: 0 or the error's number; @refused says that
   the folder will have no second file, or none of a longer name, which is not the disk's fault. */
static int
replace (const char *path, GBytes *content, gboolean *refused)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  int number;

  if (fd < 0)
    {
      *refused = errno == EACCES || errno == EPERM || errno == EROFS || errno == ENAMETOOLONG;
      return errno;
    }
  keep_access (fd, path);
  number = fill_and_close (fd, content);
  if (number == 0 && g_rename (beside, path) != 0)
    {
      number = errno;
      *refused = TRUE;
    }
  if (number != 0)
    g_unlink (beside);
  else
    vw_folder_sync (folder);
  return number;
}

/* Returns: (transfer full) (nullable): what is in the file, %NULL if it cannot be read. */
static GBytes *
read_all (const char *path)
{
  char *data;
  gsize size;

  return g_file_get_contents (path, &data, &size, NULL) ? g_bytes_new_take (data, size) : NULL;
}

/* Writes into the file itself. Only what can be read can be put back, so that only this is
   overwritten. Returns: 0 or the error's number, which is @cause for a file out of reach. */
static int
overwrite (const char *path, GBytes *content, int cause)
{
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GBytes) before = is_new ? g_bytes_new (NULL, 0) : read_all (path);
  int fd = before != NULL ? g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666) : -1;
  int number;

  if (fd < 0)
    return cause;
  number = fill (fd, content);
  if (number != 0)
    fill (fd, before);
  close (fd);
  if (number != 0 && is_new)
    g_unlink (path);
  return number;
}

/* Returns: (transfer full): the file that a symbolic link leads to, which need not be there. */
static char *
follow_links (const char *path)
{
  char *at = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (at, NULL);
      g_autofree char *folder = g_path_get_dirname (at);

      if (link == NULL)
        break;
      g_free (at);
      at = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                     : g_build_filename (folder, link, NULL);
    }
  return at;
}

gboolean
vw_file_write (const char *path, GBytes *content, GError **error)
{
  g_autofree char *target = follow_links (path);
  gboolean refused = FALSE;
  int number;

  if (!check_replaceable (path, error))
    return FALSE;
  number = replace (target, content, &refused);
  if (refused)
    number = overwrite (target, content, number);
  if (number != 0)
    vw_file_set_errno (error, path, number);
  return number == 0;
}

gboolean
vw_file_may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (folder, W_OK) == 0 || access (path, R_OK | W_OK) == 0;
}

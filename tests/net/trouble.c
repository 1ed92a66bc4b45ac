/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this computer may do to a download. Run as "fetch FOLDER URL" it fetches into the folder, to
 * be killed or to have no room. */
#include "lib/download.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *program;

/* This program again, fetching. */
static GSubprocess *
spawn (Download *self, const char *url, const char *const *environment)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  for (guint i = 0; environment != NULL && environment[i] != NULL; i += 2)
    g_subprocess_launcher_setenv (launcher, environment[i], environment[i + 1], TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, "fetch", self->folder, url, NULL);
  g_assert_no_error (error);
  return child;
}

static char *
wait_for (GSubprocess *child)
{
  char *said = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, NULL));
  return said;
}

/* Killed again and again at any time, it gets on and never shows half of anything. */
static void
test_kill (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SLOW, self->files);
  g_autoptr (Mirror) good = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) result = { 0 };

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GSubprocess) child = spawn (self, mirror->url, NULL);

      g_usleep (20 * 1000 + i * 13 * 1000);
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      if (g_file_test (self->folder, G_FILE_TEST_EXISTS))
        break;
      download_assert_only_parts (self, 0);
    }
  g_assert_cmpint (mirror->requests, >, 1);
  result = download_fetch (self, good, NULL);
  g_assert_no_error (result.error);
  download_assert_complete (self);
}

static void
test_two_at_once (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) slow = mirror_new (MIRROR_STALLS, self->files);
  g_autoptr (GSubprocess) child = spawn (self, slow->url, NULL);
  g_auto (DownloadResult) result = { 0 };

  while (g_atomic_int_get (&slow->requests) == 0)
    g_usleep (1000);
  g_subprocess_send_signal (child, SIGSTOP);
  result = download_fetch (self, slow, NULL);
  g_assert_error (result.error, VW_ERROR, VW_ERROR_SYSTEM);
  download_assert_says (&result, "another program is fetching into it");
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
}

/* A host that only the proxy knows. */
static void
test_proxy (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) proxy = mirror_new (MIRROR_SERVES, self->files);
  const char *const environment[]
      = { "http_proxy", proxy->url, "no_proxy", "", "GIO_USE_PROXY_RESOLVER", "libproxy", NULL };
  g_autoptr (GSubprocess) child = spawn (self, "http://mirror.invalid/mnist/", environment);
  g_autofree char *said = wait_for (child);

  g_assert_cmpstr (said, ==, "done\n");
  g_assert_cmpint (proxy->requests, ==, 4);
  download_assert_complete (self);
}

/* The limit of a file's size stands for a disk without room; the disk itself where it can be made.
 */
static void
test_no_room (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  const char *const environment[] = { "VW_TEST_ROOM", "50000", NULL };
  g_autoptr (GSubprocess) child = spawn (self, mirror->url, environment);
  g_autofree char *said = wait_for (child);

  g_assert_true (g_str_has_prefix (said, self->beside));
  g_assert_nonnull (strstr (said, g_strerror (EFBIG)));
  download_assert_nothing (self);
}

static void
test_full_disk (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_autofree char *disk = g_strdup (self->scratch.path);
  g_auto (DownloadResult) result = { 0 };

  if (mount ("visual-words-test", disk, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("no disk of 64 KB can be mounted");
      return;
    }
  result = download_fetch (self, mirror, NULL);
  download_assert_nothing (self);
  umount2 (disk, MNT_DETACH);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  download_assert_says (&result, self->beside);
  g_assert_cmpint (mirror->requests, ==, 1);
}

static gboolean folders_cannot_sync;

/* In the C library's place. */
int
fsync (int fd)
{
  struct stat status;

  if (!folders_cannot_sync || fstat (fd, &status) != 0 || !S_ISDIR (status.st_mode))
    return syscall (SYS_fsync, fd);
  errno = EINVAL;
  return -1;
}

/* Some file systems of a network have no such call for folders; the files are there all the same. */
static void
test_no_folder_sync (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) result = { 0 };

  folders_cannot_sync = TRUE;
  result = download_fetch (self, mirror, NULL);
  folders_cannot_sync = FALSE;
  g_assert_no_error (result.error);
  download_assert_complete (self);
}

static void
test_read_only (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) result = { 0 };

  if (geteuid () == 0)
    {
      g_test_skip ("no folder is read-only to root");
      return;
    }
  g_chmod (self->scratch.path, 0500);
  result = download_fetch (self, mirror, NULL);
  g_chmod (self->scratch.path, 0700);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  download_assert_says (&result, self->beside);
  g_assert_cmpint (mirror->requests, ==, 0);
}

static void
test_folder_is_file (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) result = { 0 };

  scratch_write (&self->scratch, "mnist", "x", 1);
  result = download_fetch (self, mirror, NULL);
  g_assert_nonnull (result.error);
  download_assert_says (&result, self->folder);
  g_assert_cmpint (mirror->requests, ==, 0);
}

static int
fetch_here (const char *folder, const char *url)
{
  const char *const mirrors[] = { url, NULL };
  const char *room = g_getenv ("VW_TEST_ROOM");
  VwKnownData data;
  VwRemote remote;
  const VwFetch fetch
      = { .remote = &remote, .folder = folder, .mirrors = mirrors, .stall = DOWNLOAD_STALL };
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  guint fetched;

  if (room != NULL)
    {
      const struct rlimit limit = { atoi (room), atoi (room) };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
    }
  download_make_remote (&remote, &data);
  vw_fetch_run (&fetch, &notes, &fetched, NULL, &error);
  g_print ("%s\n", error != NULL ? error->message : "done");
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    g_free ((char *) data.sha256[part]);
  return error != NULL;
}

typedef void (*TestFunc) (Download *self, gconstpointer data);

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    TestFunc test;
  } tests[] = {
    { "/fetch/kill", test_kill },
    { "/fetch/two-at-once", test_two_at_once },
    { "/fetch/proxy", test_proxy },
    { "/fetch/no-room", test_no_room },
    { "/fetch/full-disk", test_full_disk },
    { "/fetch/no-folder-sync", test_no_folder_sync },
    { "/fetch/read-only", test_read_only },
    { "/fetch/folder-is-file", test_folder_is_file },
  };

  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "fetch"))
    return fetch_here (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Download, NULL, download_set_up, tests[i].test, download_tear_down);
  return g_test_run ();
}

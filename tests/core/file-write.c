/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is written whole or not at all, also where its folder will have no second file: what a
   file chooser lends to a confined program may be so, and so is a file that is mounted by itself.
 */
#include "core/file-write.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/scratch.h"

#define NOBODY 65534
#define OLD "what was there before"
#define UNFIT_FOR_TEST 77

typedef struct {
  Scratch scratch;
  char *path;
  guint64 inode;
} Fixture;

static guint64
inode_of (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 ? status.st_ino : 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_init (&self->scratch);
  self->path = scratch_path (&self->scratch, "lent.csv");
  scratch_write (&self->scratch, "lent.csv", OLD, strlen (OLD));
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  self->inode = inode_of (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_chmod (self->scratch.path, 0700);
  scratch_clear (&self->scratch);
  g_free (self->path);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return vw_file_write (path, bytes, error);
}

static void
assert_holds (const Fixture *self, const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GDir) dir = g_dir_open (self->scratch.path, 0, NULL);
  guint n = 0;

  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1); /* nothing is left beside it */
}

typedef void (*ChildFunc) (Fixture *self);

/* Root is refused nothing, so the child is somebody else; it ends by itself or by an assertion.
   Returns: whether it could be done. */
static gboolean
run_as_nobody (Fixture *self, ChildFunc func)
{
  pid_t child;
  int status;

  g_assert_cmpint (g_chmod (self->scratch.path, 0555), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (geteuid () == 0
          && (setgroups (0, NULL) != 0 || setresgid (NOBODY, NOBODY, NOBODY) != 0
              || setresuid (NOBODY, NOBODY, NOBODY) != 0))
        _exit (UNFIT_FOR_TEST);
      func (self);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_chmod (self->scratch.path, 0700);
  if (WIFEXITED (status) && WEXITSTATUS (status) == UNFIT_FOR_TEST)
    {
      g_test_skip ("cannot become another user here");
      return FALSE;
    }
  g_assert_cmpint (status, ==, 0);
  return TRUE;
}

static void
test_replaces (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vw_file_may_write (self->path));
  g_assert_true (write_text (self->path, "new", &error));
  g_assert_no_error (error);
  assert_holds (self, "new");
  g_assert_cmpuint (inode_of (self->path), !=, self->inode); /* so never half written */
}

static void
overwrite_lent_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vw_file_may_write (self->path));
  g_assert_true (write_text (self->path, "new", &error));
  g_assert_no_error (error);
}

/* What is private stays so, and what others may write too. */
static void
test_keeps_permissions (Fixture *self, gconstpointer data)
{
  static const guint modes[] = { 0600, 0666 };
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (self->path, modes[i]), ==, 0);
      g_assert_true (write_text (self->path, "new", &error));
      g_assert_cmpint (g_stat (self->path, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 0777, ==, modes[i]);
    }
}

/* So long a name leaves no room for another one beside it. */
static void
test_longest_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'x'), *path = scratch_path (&self->scratch, name);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (self->path, path), ==, 0);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  overwrite_lent_file (self);
  assert_holds (self, "new");
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_true (write_text (self->path, "newer", &error));
  assert_holds (self, "newer");
}

/* A link leads to a file of a folder that is not here, or not yet; it still leads there. */
static void
test_link_to_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = scratch_path (&self->scratch, "elsewhere");
  g_autofree char *target = g_build_filename (folder, "shared.csv", NULL), *link = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (symlink ("elsewhere/shared.csv", self->path), ==, 0);
  for (guint i = 0; i < 2; i++) /* there is something the second time */
    {
      g_autofree char *content = NULL;

      g_assert_true (write_text (self->path, i == 0 ? "new" : "newer", &error));
      g_assert_true (g_file_get_contents (target, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, i == 0 ? "new" : "newer");
    }
  link = g_file_read_link (self->path, NULL);
  g_assert_cmpstr (link, ==, "elsewhere/shared.csv");
}

static void
test_only_that_file (Fixture *self, gconstpointer data)
{
  if (!run_as_nobody (self, overwrite_lent_file))
    return;
  assert_holds (self, "new"); /* shorter than before, so cut */
  g_assert_cmpuint (inode_of (self->path), ==, self->inode);
}

static void
fail_for_want_of_space (Fixture *self)
{
  /* Room for the old content and not for the new; it stands for a full disk. */
  const struct rlimit limit = { strlen (OLD) + 4, strlen (OLD) + 4 };
  g_autofree char *text = g_strnfill (1000, 'x');
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_text (self->path, text, &error));
  g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (EFBIG));
  g_assert_true (g_str_has_prefix (error->message, self->path));
}

static void
test_puts_back (Fixture *self, gconstpointer data)
{
  if (run_as_nobody (self, fail_for_want_of_space))
    assert_holds (self, OLD);
}

static void
fail_for_want_of_right (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vw_file_may_write (self->path));
  g_assert_false (write_text (self->path, "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_true (g_str_has_prefix (error->message, self->path));
}

/* What cannot be read cannot be put back. */
static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_chmod (self->path, 0222), ==, 0);
  if (!run_as_nobody (self, fail_for_want_of_right))
    return;
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  assert_holds (self, OLD);
}

static void
test_no_right (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_remove (self->path), ==, 0);
  if (run_as_nobody (self, fail_for_want_of_right))
    g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* A second file can be made, but not take the place of this one. */
static void
test_mounted (Fixture *self, gconstpointer data)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", "none", MS_REC | MS_PRIVATE, NULL) != 0
          || mount (self->path, self->path, "none", MS_BIND, NULL) != 0)
        _exit (UNFIT_FOR_TEST);
      overwrite_lent_file (self);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == UNFIT_FOR_TEST)
    {
      g_test_skip ("cannot mount here");
      return;
    }
  g_assert_cmpint (status, ==, 0);
  assert_holds (self, "new");
  g_assert_cmpuint (inode_of (self->path), ==, self->inode);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/file-write/" name, Fixture, NULL, set_up, func, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("replaces", test_replaces);
  ADD ("keeps-permissions", test_keeps_permissions);
  ADD ("longest-name", test_longest_name);
  ADD ("link-to-nothing", test_link_to_nothing);
  ADD ("only-that-file", test_only_that_file);
  ADD ("puts-back", test_puts_back);
  ADD ("unreadable", test_unreadable);
  ADD ("no-right", test_no_right);
  ADD ("mounted", test_mounted);
  return g_test_run ();
}

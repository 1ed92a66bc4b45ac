/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is there already: downloads that broke off, folders that are damaged or somebody else's. */
#include "lib/download.h"
#include "lib/synthetic.h"

#include <glib/gstdio.h>
#include <string.h>

static void
keep_part (Download *self, GHashTable *files, gsize size)
{
  g_autofree char *name = g_strdup_printf ("mnist.part/%s.part", vw_remote_file (0));
  GBytes *whole = g_hash_table_lookup (files, vw_remote_file (0));

  scratch_write (&self->scratch, name, g_bytes_get_data (whole, NULL), size);
}

/* The thread is taken up where it broke, by the same call. */
static void
test_break (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_BREAKS_ONCE, self->files);
  g_auto (DownloadResult) result = download_fetch (self, mirror, NULL);

  g_assert_no_error (result.error);
  g_assert_cmpint (mirror->requests, ==, 5);
  g_assert_cmpint (mirror->pieces, ==, 1);
  download_assert_complete (self);
}

/* What was there is asked for no more. */
static void
test_resume (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  guint64 first = G_MAXUINT64;
  VwFetch more = { .told = download_note_first, .data = &first };
  gsize kept = download_file_size (self, 0) / 2;
  g_auto (DownloadResult) result = { 0 };

  keep_part (self, self->files, kept);
  result = download_with (self, mirror->url, NULL, &more, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpint (mirror->pieces, ==, 1);
  g_assert_cmpint (mirror->requests, ==, 4);
  g_assert_cmpuint (first, >=, kept);
  download_assert_complete (self);
}

/* The whole of it came, and then the power went. */
static void
test_resume_at_the_end (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) result = { 0 };

  keep_part (self, self->files, download_file_size (self, 0));
  result = download_fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpuint (result.fetched, ==, 3);
  g_assert_cmpint (mirror->requests, ==, 3);
  download_assert_complete (self);
}

/* Each of these cannot go on, and begins anew. */
static void
test_resume_in_vain (Download *self, gconstpointer unused)
{
  static const MirrorKind kinds[] = { MIRROR_WHOLE, MIRROR_ELSEWHERE, MIRROR_REPACKED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (Mirror) mirror = mirror_new (kinds[i], self->files);
      g_auto (DownloadResult) result = { 0 };

      mirror->repacked = g_hash_table_ref (self->repacked);
      keep_part (self, self->files, download_file_size (self, 0) / 2);
      result = download_fetch (self, mirror, NULL);
      g_assert_no_error (result.error);
      g_assert_cmpint (mirror->pieces, ==, 1);
      download_assert_complete (self);
      download_tear_down (self, NULL);
      download_set_up (self, NULL);
    }
}

/* A network that wants a password answers in the server's place: what came before is kept for when
   it has it. */
static void
test_resume_behind_portal (Download *self, gconstpointer unused)
{
  static const char page[] = "<html>Sign in to the Wi-Fi</html>";
  g_autoptr (Mirror) portal = mirror_new (MIRROR_SENDS, self->files);
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  guint64 first = G_MAXUINT64;
  VwFetch more = { .told = download_note_first, .data = &first };
  gsize kept = download_file_size (self, 0) / 2;
  g_auto (DownloadResult) result = { 0 }, later = { 0 };

  portal->body = g_bytes_new_static (page, strlen (page));
  keep_part (self, self->files, kept);
  result = download_fetch (self, portal, NULL);
  g_assert_error (result.error, VW_ERROR, VW_ERROR_SYSTEM);
  later = download_with (self, mirror->url, NULL, &more, NULL);
  g_assert_no_error (later.error);
  g_assert_cmpuint (first, >=, kept);
  download_assert_complete (self);
}

/* The beginning is longer than what the mirror has: it answers 416. */
static void
test_resume_beyond (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_autofree guint8 *noise = synthetic_image (SYNTHETIC_NOISE, 1024, 256, 8);
  g_autofree char *name = g_strdup_printf ("mnist.part/%s.part", vw_remote_file (0));
  g_auto (DownloadResult) result = { 0 };

  memcpy (noise, g_bytes_get_data (g_hash_table_lookup (self->files, vw_remote_file (0)), NULL),
          download_file_size (self, 0) / 2);
  scratch_write (&self->scratch, name, noise, 1024 * 256);
  result = download_fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  download_assert_complete (self);
}

/* A middle that went wrong on the disk is found by the hash, and once more is enough. */
static void
test_resume_damaged (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  gsize size = download_file_size (self, 0);
  g_autofree guint8 *bytes = g_memdup2 (
      g_bytes_get_data (g_hash_table_lookup (self->files, vw_remote_file (0)), NULL), size);
  g_autofree char *name = g_strdup_printf ("mnist.part/%s.part", vw_remote_file (0));
  g_auto (DownloadResult) result = { 0 };

  bytes[size / 3] ^= 1;
  scratch_write (&self->scratch, name, bytes, size / 2);
  result = download_fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  download_assert_complete (self);
}

/* A folder that is there: what is right stays, what is damaged is named and replaced. */
static void
test_repair (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) first = download_fetch (self, mirror, NULL), second = { 0 };
  g_autofree char *name = g_build_filename ("mnist", vw_remote_file (2), NULL);
  g_autofree char *packed = g_build_filename (self->folder, vw_remote_file (0), NULL);
  GBytes *whole = g_hash_table_lookup (self->files, vw_remote_file (2));

  g_assert_no_error (first.error);
  scratch_write (&self->scratch, name, g_bytes_get_data (whole, NULL), 3000);
  g_unlink (packed);
  scratch_write (&self->scratch, "mnist/train-images.idx3-ubyte", "<html>", 6);
  second = download_fetch (self, mirror, NULL);
  g_assert_no_error (second.error);
  g_assert_cmpuint (second.fetched, ==, 2);
  g_assert_cmpuint (second.notes->len, ==, 2);
  test_assert_refused (second.notes->pdata[0], VW_ERROR_FORMAT, self->folder);
  g_assert_error ((GError *) second.notes->pdata[1], VW_ERROR, VW_ERROR_TRUNCATED);
  download_assert_complete (self);
}

/* Another data set of the same file names is nobody's to overwrite. */
static void
test_other_data (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_autoptr (GBytes) plain = download_make_part (0, 99);
  g_autofree char *path = scratch_path (&self->scratch, "mnist/train-images-idx3-ubyte");
  g_auto (DownloadResult) refused = { 0 }, own = { 0 };
  const VwFetch ours = { .own = TRUE };

  scratch_write_bytes (&self->scratch, "mnist/train-images-idx3-ubyte", plain);
  refused = download_fetch (self, mirror, NULL);
  test_assert_refused (refused.error, VW_ERROR_MISMATCH, path);
  g_assert_cmpint (mirror->requests, ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  own = download_with (self, mirror->url, NULL, &ours, NULL);
  g_assert_no_error (own.error);
  download_assert_complete (self);
}

typedef void (*TestFunc) (Download *self, gconstpointer data);

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    TestFunc test;
  } tests[] = {
    { "/fetch/break", test_break },
    { "/fetch/resume", test_resume },
    { "/fetch/resume-at-the-end", test_resume_at_the_end },
    { "/fetch/resume-in-vain", test_resume_in_vain },
    { "/fetch/resume-behind-portal", test_resume_behind_portal },
    { "/fetch/resume-beyond", test_resume_beyond },
    { "/fetch/resume-damaged", test_resume_damaged },
    { "/fetch/repair", test_repair },
    { "/fetch/other-data", test_other_data },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Download, NULL, download_set_up, tests[i].test, download_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching from servers on loopback that do what servers do. */
#include "lib/download.h"
#include "lib/prompt.h"

#include "lib/synthetic.h"
#include "net/part.h"

#include <string.h>

static void
test_plain (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) first = download_fetch (self, mirror, NULL), second = { 0 };

  g_assert_no_error (first.error);
  g_assert_cmpuint (first.fetched, ==, 4);
  g_assert_cmpuint (first.notes->len, ==, 0);
  g_assert_cmpint (mirror->requests, ==, 4);
  download_assert_complete (self);
  second = download_fetch (self, mirror, NULL);
  g_assert_no_error (second.error);
  g_assert_cmpuint (second.fetched, ==, 0);
  g_assert_cmpint (mirror->requests, ==, 4);
}

/* A server that does something wrong, what is said of it, and whether it is asked for more. */
typedef struct {
  const char *path;
  MirrorKind kind;
  guint status;
  const char *location, *says;
  gboolean good;
} Case;

static const Case cases[] = {
  { "403", MIRROR_ANSWERS, 403, NULL, "its server answers 403 Reason" },
  { "404", MIRROR_ANSWERS, 404, NULL, "its server answers 404" },
  { "503", MIRROR_ANSWERS, 503, NULL, "its server answers 503" },
  { "416", MIRROR_ANSWERS, 416, NULL, "its server answers 416" },
  { "206-unasked", MIRROR_ANSWERS, 206, NULL, "its server answers 206" },
  { "204", MIRROR_ANSWERS, 204, NULL, "its server answers 204" },
  { "stalls", MIRROR_STALLS, 0, NULL, "stalled: nothing came for 1 seconds" },
  { "loop", MIRROR_LEADS, 0, "/again/", "leads in circles" },
  { "leads-to-file", MIRROR_LEADS, 0, "file:///etc/", "leads to no address of the web" },
  { "leads-nowhere", MIRROR_LEADS, 0, "http://127.0.0.1:1/", "does not take the connection" },
  { "promises-less", MIRROR_PROMISES_LESS, 0, NULL, "is cut off" },
  { "promises-more", MIRROR_PROMISES_MORE, 0, NULL, "broke off before its end" },
  { "breaks", MIRROR_BREAKS, 0, NULL, "broke off before its end" },
  { "slow", MIRROR_SLOW, 0, NULL, NULL, TRUE },
  { "whole", MIRROR_WHOLE, 0, NULL, NULL, TRUE },
  { "repacked", MIRROR_REPACKED, 0, NULL, NULL, TRUE },
};

static void
check_alone (Download *self, Mirror *mirror, const Case *row)
{
  g_auto (DownloadResult) alone = download_fetch (self, mirror, NULL);

  if (row->good)
    {
      g_assert_no_error (alone.error);
      download_assert_complete (self);
      return;
    }
  g_assert_error (alone.error, VW_ERROR, VW_ERROR_SYSTEM);
  g_assert_true (g_str_has_prefix (alone.error->message, "train-images-idx3-ubyte.gz: "));
  download_assert_says (&alone, mirror->url);
  download_assert_says (&alone, row->says);
  download_assert_nothing (self);
}

/* Alone it fails with that reason and leaves nothing; with another behind it all is well. */
static void
check_case (Download *self, Mirror *mirror, const Case *row)
{
  g_autoptr (Mirror) other = mirror_new (MIRROR_SERVES, self->files);
  g_auto (DownloadResult) both = { 0 };

  mirror->repacked = g_hash_table_ref (self->repacked);
  check_alone (self, mirror, row);
  if (row->good)
    return;
  both = download_fetch (self, mirror, other);
  g_assert_no_error (both.error);
  g_assert_cmpuint (both.notes->len, ==, 1);
  g_assert_nonnull (strstr (((GError *) both.notes->pdata[0])->message, row->says));
  download_assert_complete (self);
}

static void
test_case (Download *self, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (Mirror) mirror = mirror_new (row->kind, self->files);

  mirror->status = row->status;
  mirror->location = g_strdup (row->location);
  check_case (self, mirror, row);
}

static void
check_body (Download *self, GBytes *body, const char *says)
{
  const Case row = { .says = says };
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SENDS, self->files);

  mirror->body = g_bytes_ref (body);
  check_case (self, mirror, &row);
}

static void
check_text (Download *self, const char *text, const char *says)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));

  check_body (self, body, says);
}

static void
test_web_page (Download *self, gconstpointer unused)
{
  check_text (self, "<!DOCTYPE html><html><body>Sign in to the Wi-Fi</body></html>",
              "is a web page, not data");
}

static void
test_text (Download *self, gconstpointer unused)
{
  check_text (self, "Sorry, too busy", "is not compressed with gzip");
}

static void
test_empty (Download *self, gconstpointer unused)
{
  check_text (self, "", "is empty");
}

static void
test_wrong_content (Download *self, gconstpointer unused)
{
  g_autoptr (GBytes) plain = download_make_part (0, 99), body = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (plain, &size);

  body = test_gzip (data, size);
  check_body (self, body, "is whole, but holds other data than Noise");
}

static void
test_damaged (Download *self, gconstpointer unused)
{
  gsize size;
  gconstpointer data
      = g_bytes_get_data (g_hash_table_lookup (self->files, vw_remote_file (0)), &size);
  guint8 *wrong = g_memdup2 (data, size);
  g_autoptr (GBytes) body = g_bytes_new_take (wrong, size);

  wrong[size - 6] ^= 1; /* of the checksum */
  check_body (self, body, "is damaged");
}

/* A header that is right, and 64 MB behind it. */
static void
test_bomb (Download *self, gconstpointer unused)
{
  gsize size = 64 << 20;
  const guint32 dims[] = { DOWNLOAD_TRAIN, DOWNLOAD_SIDE, DOWNLOAD_SIDE };
  g_autofree guint8 *zeros = g_malloc0 (size);
  g_autoptr (GBytes) plain = test_idx (3, dims, zeros, size), body = NULL;
  gsize plain_size, before;
  gconstpointer data = g_bytes_get_data (plain, &plain_size);

  body = test_gzip (data, plain_size);
  g_clear_pointer (&plain, g_bytes_unref);
  g_clear_pointer (&zeros, g_free);
  test_memory_reset ();
  before = test_memory_peak ();
  check_body (self, body, "holds more behind the end");
  g_assert_cmpuint (test_memory_peak (), <, before + (16 << 20));
}

static void
test_too_large (Download *self, gconstpointer unused)
{
  gsize size = 1 << 20;
  guint8 *bytes = synthetic_image (SYNTHETIC_NOISE, 1024, 1024, 5);
  g_autoptr (GBytes) body = g_bytes_new_take (bytes, size);

  memcpy (bytes, "\x1f\x8b", 2);
  check_body (self, body, "is too large");
}

/* To another host, which has it. */
static void
test_redirect (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) other = mirror_new (MIRROR_SERVES, self->files);
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_LEADS, self->files);
  g_auto (DownloadResult) result = { 0 };

  mirror->location = g_strdup (other->url);
  result = download_fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpint (other->requests, ==, 4);
  download_assert_complete (self);
}

static void
test_all_fail (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) first = mirror_new (MIRROR_ANSWERS, self->files);
  g_autoptr (Mirror) second = mirror_new (MIRROR_SENDS, self->files);
  g_auto (DownloadResult) result = { 0 };
  g_auto (GStrv) lines = NULL;

  first->status = 503;
  second->body = g_bytes_new_static ("<html>", 6);
  result = download_fetch (self, first, second);
  g_assert_error (result.error, VW_ERROR, VW_ERROR_SYSTEM);
  lines = g_strsplit (result.error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[1], first->url));
  g_assert_true (g_str_has_suffix (lines[1], "503 Reason"));
  g_assert_true (g_str_has_prefix (lines[2], second->url));
  download_assert_nothing (self);
}

static void
test_wrong_address (Download *self, gconstpointer unused)
{
  static const char *const wrong[]
      = { "", "mnist", "ftp://127.0.0.1/", "file:///tmp/", "http://", "http:///x", "https:" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (DownloadResult) result = download_with (self, wrong[i], NULL, &(VwFetch){ 0 }, NULL);

      g_assert_error (result.error, VW_ERROR, VW_ERROR_PARAMETER);
      download_assert_nothing (self);
    }
}

typedef struct {
  GCancellable *cancellable;
  gint64 cancelled;
} Cancel;

static gpointer
cancel_soon (gpointer data)
{
  Cancel *cancel = data;

  g_usleep (300 * 1000);
  cancel->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (cancel->cancellable);
  return NULL;
}

static void
test_cancel (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_STALLS, self->files);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const VwTask task = { .cancellable = cancellable };
  Cancel cancel = { cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_soon, &cancel);
  g_auto (DownloadResult) result = download_with (self, mirror->url, NULL, &(VwFetch){ 0 }, &task);

  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  test_assert_prompt (cancel.cancelled, g_get_monotonic_time (), 500);
  download_assert_nothing (self);
}

static void
note_fraction (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SLOW, self->files);
  double last = 0;
  guint64 first = G_MAXUINT64;
  const VwTask task = { .progress = note_fraction, .progress_data = &last };
  const VwFetch more = { .told = download_note_first, .data = &first };
  g_auto (DownloadResult) result = download_with (self, mirror->url, NULL, &more, &task);

  g_assert_no_error (result.error);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpuint (first, <, download_file_size (self, 0));
}

/* The hashes of Fashion-MNIST are those of Debian's package, and of MNIST of the files at hand. */
static void
check_known (const char *name, const char *folder)
{
  const VwKnownData *data = vw_known_data_named (name);
  g_autofree VwRemote *remote = vw_remote_new (name);

  g_assert_true (remote->data == data);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      g_autofree char *path = g_build_filename (folder, vw_remote_file (part), NULL);
      g_autoptr (GError) error = NULL;

      vw_part_verify (path, path, data, part, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_fashion (void)
{
  if (g_file_test ("/usr/share/datasets/fashion-mnist", G_FILE_TEST_IS_DIR))
    check_known ("fashion-mnist", "/usr/share/datasets/fashion-mnist");
  else
    g_test_skip ("dataset-fashion-mnist is not installed");
}

static void
test_mnist_files (void)
{
  const char *folder = test_mnist ();

  if (folder != NULL)
    check_known ("mnist", folder);
}

typedef void (*TestFunc) (Download *self, gconstpointer data);

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    TestFunc test;
  } tests[] = {
    { "/fetch/plain", test_plain },
    { "/fetch/web-page", test_web_page },
    { "/fetch/text", test_text },
    { "/fetch/empty", test_empty },
    { "/fetch/wrong-content", test_wrong_content },
    { "/fetch/damaged", test_damaged },
    { "/fetch/bomb", test_bomb },
    { "/fetch/too-large", test_too_large },
    { "/fetch/redirect", test_redirect },
    { "/fetch/all-fail", test_all_fail },
    { "/fetch/wrong-address", test_wrong_address },
    { "/fetch/cancel", test_cancel },
    { "/fetch/progress", test_progress },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Download, NULL, download_set_up, tests[i].test, download_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch/server/", cases[i].path, NULL);

      g_test_add (path, Download, &cases[i], download_set_up, test_case, download_tear_down);
    }
  g_test_add_func ("/fetch/known/fashion-mnist", test_fashion);
  g_test_add_func ("/fetch/known/mnist", test_mnist_files);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching from servers on loopback that do what servers do. Run as "fetch FOLDER URL" it fetches
 * into the folder, to be killed or to have no room. */
#include "net/fetch.h"

#include "core/dataset.h"
#include "core/files.h"
#include "lib/mirror.h"
#include "lib/scratch.h"
#include "lib/synthetic.h"
#include "net/part.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIDE 28
#define TRAIN 200
#define TEST 40
#define STALL 1 /* s */

static const char *program;

/* A small data set that no two packings make small. */
typedef struct {
  VwKnownData data;
  VwRemote remote;
  GHashTable *files, *repacked;
  Scratch scratch;
  char *folder, *beside;
} Fixture;

static GBytes *
make_part (guint part, guint seed)
{
  guint count = part < 2 ? TRAIN : TEST;
  const guint32 dims[] = { count, SIDE, SIDE };
  g_autofree guint8 *noise = synthetic_image (SYNTHETIC_NOISE, SIDE, SIDE * count, seed + part);

  for (guint i = 0; part % 2 == 1 && i < count; i++)
    noise[i] = i % 10;
  return test_idx (part % 2 == 0 ? 3 : 1, dims, noise,
                   part % 2 == 0 ? (gsize) SIDE * SIDE * count : count);
}

/* As one member of stored blocks: the same content, other bytes. */
static GBytes *
repack (GBytes *plain)
{
  g_autoptr (GConverter) zip
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 0));
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_bytes (plain);
  g_autoptr (GInputStream) packing = g_converter_input_stream_new (in, zip);

  return vw_stream_read (packing, 0, G_MAXINT32, "", NULL, NULL);
}

static void
make_remote (VwRemote *remote, VwKnownData *data)
{
  *data = (VwKnownData){ "noise", "Noise", NULL, SIDE, SIDE, { TRAIN, TEST } };
  *remote = (VwRemote){ .data = data };
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      g_autoptr (GBytes) plain = make_part (part, 1);

      data->sha256[part] = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, plain);
      remote->packed[part] = g_bytes_get_size (plain);
    }
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  scratch_init (&self->scratch);
  self->folder = scratch_path (&self->scratch, "mnist");
  self->beside = scratch_path (&self->scratch, "mnist.part");
  make_remote (&self->remote, &self->data);
  self->files
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  self->repacked
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      g_autoptr (GBytes) plain = make_part (part, 1);
      gsize size;
      gconstpointer data = g_bytes_get_data (plain, &size);
      char *name = (char *) vw_remote_file (part);

      g_assert_cmpuint (vw_part_size (&self->data, part), ==, size);
      g_hash_table_insert (self->files, name, test_gzip (data, size));
      g_hash_table_insert (self->repacked, name, repack (plain));
    }
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    g_free ((char *) self->data.sha256[part]);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->repacked);
  scratch_clear (&self->scratch);
  g_free (self->folder);
  g_free (self->beside);
}

/* What came of a call. */
typedef struct {
  gboolean good;
  guint fetched;
  GPtrArray *notes;
  GError *error;
} Result;

static void
result_clear (Result *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
fetch_with (Fixture *self,
            const char *first,
            const char *second,
            const VwFetch *more,
            const VwTask *task)
{
  const char *const mirrors[] = { first, second, NULL };
  VwFetch fetch = *more;
  Result result = { 0 };

  fetch.remote = &self->remote;
  fetch.folder = self->folder;
  fetch.mirrors = mirrors;
  fetch.stall = STALL;
  result.good = vw_fetch_run (&fetch, &result.notes, &result.fetched, task, &result.error);
  g_assert_true (result.good == (result.error == NULL));
  g_assert_true (result.good == (result.notes != NULL));
  return result;
}

static Result
fetch (Fixture *self, Mirror *first, Mirror *second)
{
  return fetch_with (self, first->url, second != NULL ? second->url : NULL, &(VwFetch){ 0 }, NULL);
}

static void
assert_complete (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (VwDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, VW_KNOWN_PARTS);
  dataset = vw_dataset_load (self->folder, NULL, &error);
  g_assert_no_error (error);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    g_assert_cmpstr (vw_dataset_get_part_sha256 (dataset, part / 2, part % 2), ==,
                     self->data.sha256[part]);
  g_assert_false (g_file_test (self->beside, G_FILE_TEST_EXISTS));
}

/* Nothing is there but what can be taken up again; of @least bytes, when it was ended properly. */
static void
assert_only_parts (Fixture *self, gint64 least)
{
  g_autoptr (GDir) dir = g_dir_open (self->beside, 0, NULL);
  const char *name;

  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->beside, name, NULL);
      GStatBuf status;

      g_assert_true (g_str_has_suffix (name, ".gz.part"));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >=, least);
    }
}

static void
assert_nothing (Fixture *self)
{
  assert_only_parts (self, 1);
}

static void
assert_says (const Result *result, const char *text)
{
  g_assert_nonnull (result->error);
  if (strstr (result->error->message, text) == NULL)
    g_error ("“%s” is not in “%s”", text, result->error->message);
}

static void
test_plain (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) first = fetch (self, mirror, NULL), second = { 0 };

  g_assert_no_error (first.error);
  g_assert_cmpuint (first.fetched, ==, 4);
  g_assert_cmpuint (first.notes->len, ==, 0);
  g_assert_cmpint (mirror->requests, ==, 4);
  assert_complete (self);
  second = fetch (self, mirror, NULL);
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
check_alone (Fixture *self, Mirror *mirror, const Case *row)
{
  g_auto (Result) alone = fetch (self, mirror, NULL);

  if (row->good)
    {
      g_assert_no_error (alone.error);
      assert_complete (self);
      return;
    }
  g_assert_error (alone.error, VW_ERROR, VW_ERROR_SYSTEM);
  g_assert_true (g_str_has_prefix (alone.error->message, "train-images-idx3-ubyte.gz: "));
  assert_says (&alone, mirror->url);
  assert_says (&alone, row->says);
  assert_nothing (self);
}

/* Alone it fails with that reason and leaves nothing; with another behind it all is well. */
static void
check_case (Fixture *self, Mirror *mirror, const Case *row)
{
  g_autoptr (Mirror) other = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) both = { 0 };

  mirror->repacked = g_hash_table_ref (self->repacked);
  check_alone (self, mirror, row);
  if (row->good)
    return;
  both = fetch (self, mirror, other);
  g_assert_no_error (both.error);
  g_assert_cmpuint (both.notes->len, ==, 1);
  g_assert_nonnull (strstr (((GError *) both.notes->pdata[0])->message, row->says));
  assert_complete (self);
}

static void
test_case (Fixture *self, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (Mirror) mirror = mirror_new (row->kind, self->files);

  mirror->status = row->status;
  mirror->location = g_strdup (row->location);
  check_case (self, mirror, row);
}

static void
check_body (Fixture *self, GBytes *body, const char *says)
{
  const Case row = { .says = says };
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SENDS, self->files);

  mirror->body = g_bytes_ref (body);
  check_case (self, mirror, &row);
}

static void
check_text (Fixture *self, const char *text, const char *says)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));

  check_body (self, body, says);
}

static void
test_web_page (Fixture *self, gconstpointer unused)
{
  check_text (self, "<!DOCTYPE html><html><body>Sign in to the Wi-Fi</body></html>",
              "is a web page, not data");
}

static void
test_text (Fixture *self, gconstpointer unused)
{
  check_text (self, "Sorry, too busy", "is not compressed with gzip");
}

static void
test_empty (Fixture *self, gconstpointer unused)
{
  check_text (self, "", "is empty");
}

static void
test_wrong_content (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) plain = make_part (0, 99), body = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (plain, &size);

  body = test_gzip (data, size);
  check_body (self, body, "is whole, but holds other data than Noise");
}

static void
test_damaged (Fixture *self, gconstpointer unused)
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
test_bomb (Fixture *self, gconstpointer unused)
{
  gsize size = 64 << 20;
  const guint32 dims[] = { TRAIN, SIDE, SIDE };
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
test_too_large (Fixture *self, gconstpointer unused)
{
  gsize size = 1 << 20;
  guint8 *bytes = synthetic_image (SYNTHETIC_NOISE, 1024, 1024, 5);
  g_autoptr (GBytes) body = g_bytes_new_take (bytes, size);

  memcpy (bytes, "\x1f\x8b", 2);
  check_body (self, body, "is too large");
}

/* To another host, which has it. */
static void
test_redirect (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) other = mirror_new (MIRROR_SERVES, self->files);
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_LEADS, self->files);
  g_auto (Result) result = { 0 };

  mirror->location = g_strdup (other->url);
  result = fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpint (other->requests, ==, 4);
  assert_complete (self);
}

static gsize
file_size (Fixture *self, guint part)
{
  return g_bytes_get_size (g_hash_table_lookup (self->files, vw_remote_file (part)));
}

static void
keep_part (Fixture *self, GHashTable *files, gsize size)
{
  g_autofree char *name = g_strdup_printf ("mnist.part/%s.part", vw_remote_file (0));
  GBytes *whole = g_hash_table_lookup (files, vw_remote_file (0));

  scratch_write (&self->scratch, name, g_bytes_get_data (whole, NULL), size);
}

static void
count_bytes (const VwFetchStatus *status, gpointer data)
{
  guint64 *first = data;

  g_assert_cmpuint (status->received, <=, status->expected);
  if (*first == G_MAXUINT64)
    *first = status->received;
}

/* The thread is taken up where it broke, by the same call. */
static void
test_break (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_BREAKS_ONCE, self->files);
  g_auto (Result) result = fetch (self, mirror, NULL);

  g_assert_no_error (result.error);
  g_assert_cmpint (mirror->requests, ==, 5);
  g_assert_cmpint (mirror->pieces, ==, 1);
  assert_complete (self);
}

/* What was there is asked for no more. */
static void
test_resume (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  guint64 first = G_MAXUINT64;
  VwFetch more = { .told = count_bytes, .data = &first };
  gsize kept = file_size (self, 0) / 2;
  g_auto (Result) result = { 0 };

  keep_part (self, self->files, kept);
  result = fetch_with (self, mirror->url, NULL, &more, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpint (mirror->pieces, ==, 1);
  g_assert_cmpint (mirror->requests, ==, 4);
  g_assert_cmpuint (first, >=, kept);
  assert_complete (self);
}

/* The whole of it came, and then the power went. */
static void
test_resume_at_the_end (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) result = { 0 };

  keep_part (self, self->files, file_size (self, 0));
  result = fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpuint (result.fetched, ==, 3);
  g_assert_cmpint (mirror->requests, ==, 3);
  assert_complete (self);
}

/* Each of these cannot go on, and begins anew. */
static void
test_resume_in_vain (Fixture *self, gconstpointer unused)
{
  static const MirrorKind kinds[] = { MIRROR_WHOLE, MIRROR_ELSEWHERE, MIRROR_REPACKED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (Mirror) mirror = mirror_new (kinds[i], self->files);
      g_auto (Result) result = { 0 };

      mirror->repacked = g_hash_table_ref (self->repacked);
      keep_part (self, self->files, file_size (self, 0) / 2);
      result = fetch (self, mirror, NULL);
      g_assert_no_error (result.error);
      g_assert_cmpint (mirror->pieces, ==, 1);
      assert_complete (self);
      tear_down (self, NULL);
      set_up (self, NULL);
    }
}

/* The beginning is longer than what the mirror has: it answers 416. */
static void
test_resume_beyond (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_autofree guint8 *noise = synthetic_image (SYNTHETIC_NOISE, 1024, 256, 8);
  g_autofree char *name = g_strdup_printf ("mnist.part/%s.part", vw_remote_file (0));
  g_auto (Result) result = { 0 };

  memcpy (noise, g_bytes_get_data (g_hash_table_lookup (self->files, vw_remote_file (0)), NULL),
          file_size (self, 0) / 2);
  scratch_write (&self->scratch, name, noise, 1024 * 256);
  result = fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  assert_complete (self);
}

/* A middle that went wrong on the disk is found by the hash, and once more is enough. */
static void
test_resume_damaged (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  gsize size = file_size (self, 0);
  g_autofree guint8 *bytes = g_memdup2 (
      g_bytes_get_data (g_hash_table_lookup (self->files, vw_remote_file (0)), NULL), size);
  g_autofree char *name = g_strdup_printf ("mnist.part/%s.part", vw_remote_file (0));
  g_auto (Result) result = { 0 };

  bytes[size / 3] ^= 1;
  scratch_write (&self->scratch, name, bytes, size / 2);
  result = fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  assert_complete (self);
}

/* A folder that is there: what is right stays, what is damaged is named and replaced. */
static void
test_repair (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) first = fetch (self, mirror, NULL), second = { 0 };
  g_autofree char *name = g_build_filename ("mnist", vw_remote_file (2), NULL);
  g_autofree char *packed = g_build_filename (self->folder, vw_remote_file (0), NULL);
  GBytes *whole = g_hash_table_lookup (self->files, vw_remote_file (2));

  g_assert_no_error (first.error);
  scratch_write (&self->scratch, name, g_bytes_get_data (whole, NULL), 3000);
  g_unlink (packed);
  scratch_write (&self->scratch, "mnist/train-images.idx3-ubyte", "<html>", 6);
  second = fetch (self, mirror, NULL);
  g_assert_no_error (second.error);
  g_assert_cmpuint (second.fetched, ==, 2);
  g_assert_cmpuint (second.notes->len, ==, 2);
  test_assert_refused (second.notes->pdata[0], VW_ERROR_FORMAT, self->folder);
  g_assert_error ((GError *) second.notes->pdata[1], VW_ERROR, VW_ERROR_TRUNCATED);
  assert_complete (self);
}

/* Another data set of the same file names is nobody's to overwrite. */
static void
test_other_data (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_autoptr (GBytes) plain = make_part (0, 99);
  g_autofree char *path = scratch_path (&self->scratch, "mnist/train-images-idx3-ubyte");
  g_auto (Result) refused = { 0 }, own = { 0 };
  const VwFetch ours = { .own = TRUE };

  scratch_write_bytes (&self->scratch, "mnist/train-images-idx3-ubyte", plain);
  refused = fetch (self, mirror, NULL);
  test_assert_refused (refused.error, VW_ERROR_MISMATCH, path);
  g_assert_cmpint (mirror->requests, ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  own = fetch_with (self, mirror->url, NULL, &ours, NULL);
  g_assert_no_error (own.error);
  assert_complete (self);
}

static void
test_all_fail (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) first = mirror_new (MIRROR_ANSWERS, self->files);
  g_autoptr (Mirror) second = mirror_new (MIRROR_SENDS, self->files);
  g_auto (Result) result = { 0 };
  g_auto (GStrv) lines = NULL;

  first->status = 503;
  second->body = g_bytes_new_static ("<html>", 6);
  result = fetch (self, first, second);
  g_assert_error (result.error, VW_ERROR, VW_ERROR_SYSTEM);
  lines = g_strsplit (result.error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[1], first->url));
  g_assert_true (g_str_has_suffix (lines[1], "503 Reason"));
  g_assert_true (g_str_has_prefix (lines[2], second->url));
  assert_nothing (self);
}

static void
test_wrong_address (Fixture *self, gconstpointer unused)
{
  static const char *const wrong[]
      = { "", "mnist", "ftp://127.0.0.1/", "file:///tmp/", "http://", "http:///x", "https:" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (Result) result = fetch_with (self, wrong[i], NULL, &(VwFetch){ 0 }, NULL);

      g_assert_error (result.error, VW_ERROR, VW_ERROR_PARAMETER);
      assert_nothing (self);
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
test_cancel (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_STALLS, self->files);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const VwTask task = { .cancellable = cancellable };
  Cancel cancel = { cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_soon, &cancel);
  g_auto (Result) result = fetch_with (self, mirror->url, NULL, &(VwFetch){ 0 }, &task);

  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_cmpint (g_get_monotonic_time () - cancel.cancelled, <, 500 * G_TIME_SPAN_MILLISECOND);
  assert_nothing (self);
}

static void
note_fraction (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SLOW, self->files);
  double last = 0;
  guint64 first = G_MAXUINT64;
  const VwTask task = { .progress = note_fraction, .progress_data = &last };
  const VwFetch more = { .told = count_bytes, .data = &first };
  g_auto (Result) result = fetch_with (self, mirror->url, NULL, &more, &task);

  g_assert_no_error (result.error);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpuint (first, <, file_size (self, 0));
}

/* This program again, fetching. */
static GSubprocess *
spawn (Fixture *self, const char *url, const char *const *environment)
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
test_kill (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SLOW, self->files);
  g_autoptr (Mirror) good = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) result = { 0 };

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GSubprocess) child = spawn (self, mirror->url, NULL);

      g_usleep (20 * 1000 + i * 13 * 1000);
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      if (g_file_test (self->folder, G_FILE_TEST_EXISTS))
        break;
      assert_only_parts (self, 0);
    }
  g_assert_cmpint (mirror->requests, >, 1);
  result = fetch (self, good, NULL);
  g_assert_no_error (result.error);
  assert_complete (self);
}

static void
test_two_at_once (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) slow = mirror_new (MIRROR_STALLS, self->files);
  g_autoptr (GSubprocess) child = spawn (self, slow->url, NULL);
  g_auto (Result) result = { 0 };

  while (g_atomic_int_get (&slow->requests) == 0)
    g_usleep (1000);
  g_subprocess_send_signal (child, SIGSTOP);
  result = fetch (self, slow, NULL);
  g_assert_error (result.error, VW_ERROR, VW_ERROR_SYSTEM);
  assert_says (&result, "another program is fetching into it");
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
}

/* A host that only the proxy knows. */
static void
test_proxy (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) proxy = mirror_new (MIRROR_SERVES, self->files);
  const char *const environment[]
      = { "http_proxy", proxy->url, "no_proxy", "", "GIO_USE_PROXY_RESOLVER", "libproxy", NULL };
  g_autoptr (GSubprocess) child = spawn (self, "http://mirror.invalid/mnist/", environment);
  g_autofree char *said = wait_for (child);

  g_assert_cmpstr (said, ==, "done\n");
  g_assert_cmpint (proxy->requests, ==, 4);
  assert_complete (self);
}

/* The limit of a file's size stands for a disk without room; the disk itself where it can be made.
 */
static void
test_no_room (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  const char *const environment[] = { "VW_TEST_ROOM", "50000", NULL };
  g_autoptr (GSubprocess) child = spawn (self, mirror->url, environment);
  g_autofree char *said = wait_for (child);

  g_assert_true (g_str_has_prefix (said, self->beside));
  g_assert_nonnull (strstr (said, g_strerror (EFBIG)));
  assert_nothing (self);
}

static void
test_full_disk (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_autofree char *disk = g_strdup (self->scratch.path);
  g_auto (Result) result = { 0 };

  if (mount ("visual-words-test", disk, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("no disk of 64 KB can be mounted");
      return;
    }
  result = fetch (self, mirror, NULL);
  assert_nothing (self);
  umount2 (disk, MNT_DETACH);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_says (&result, self->beside);
  g_assert_cmpint (mirror->requests, ==, 1);
}

static void
test_read_only (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) result = { 0 };

  if (geteuid () == 0)
    {
      g_test_skip ("no folder is read-only to root");
      return;
    }
  g_chmod (self->scratch.path, 0500);
  result = fetch (self, mirror, NULL);
  g_chmod (self->scratch.path, 0700);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_says (&result, self->beside);
  g_assert_cmpint (mirror->requests, ==, 0);
}

static void
test_folder_is_file (Fixture *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_SERVES, self->files);
  g_auto (Result) result = { 0 };

  scratch_write (&self->scratch, "mnist", "x", 1);
  result = fetch (self, mirror, NULL);
  g_assert_nonnull (result.error);
  assert_says (&result, self->folder);
  g_assert_cmpint (mirror->requests, ==, 0);
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

static int
fetch_here (const char *folder, const char *url)
{
  const char *const mirrors[] = { url, NULL };
  const char *room = g_getenv ("VW_TEST_ROOM");
  VwKnownData data;
  VwRemote remote;
  const VwFetch fetch = { .remote = &remote, .folder = folder, .mirrors = mirrors, .stall = STALL };
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  guint fetched;

  if (room != NULL)
    {
      const struct rlimit limit = { atoi (room), atoi (room) };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
    }
  make_remote (&remote, &data);
  vw_fetch_run (&fetch, &notes, &fetched, NULL, &error);
  g_print ("%s\n", error != NULL ? error->message : "done");
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    g_free ((char *) data.sha256[part]);
  return error != NULL;
}

typedef void (*TestFunc) (Fixture *self, gconstpointer data);

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
    { "/fetch/break", test_break },
    { "/fetch/resume", test_resume },
    { "/fetch/resume-at-the-end", test_resume_at_the_end },
    { "/fetch/resume-in-vain", test_resume_in_vain },
    { "/fetch/resume-beyond", test_resume_beyond },
    { "/fetch/resume-damaged", test_resume_damaged },
    { "/fetch/repair", test_repair },
    { "/fetch/other-data", test_other_data },
    { "/fetch/all-fail", test_all_fail },
    { "/fetch/wrong-address", test_wrong_address },
    { "/fetch/cancel", test_cancel },
    { "/fetch/progress", test_progress },
    { "/fetch/kill", test_kill },
    { "/fetch/two-at-once", test_two_at_once },
    { "/fetch/proxy", test_proxy },
    { "/fetch/no-room", test_no_room },
    { "/fetch/full-disk", test_full_disk },
    { "/fetch/read-only", test_read_only },
    { "/fetch/folder-is-file", test_folder_is_file },
  };

  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "fetch"))
    return fetch_here (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch/server/", cases[i].path, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add_func ("/fetch/known/fashion-mnist", test_fashion);
  g_test_add_func ("/fetch/known/mnist", test_mnist_files);
  return g_test_run ();
}

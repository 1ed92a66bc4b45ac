/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/download.h"

#include "core/dataset.h"
#include "core/files.h"
#include "lib/synthetic.h"
#include "net/part.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEST 40

GBytes *
download_make_part (guint part, guint seed)
{
  guint count = part < 2 ? DOWNLOAD_TRAIN : TEST;
  const guint32 dims[] = { count, DOWNLOAD_SIDE, DOWNLOAD_SIDE };
  g_autofree guint8 *noise
      = synthetic_image (SYNTHETIC_NOISE, DOWNLOAD_SIDE, DOWNLOAD_SIDE * count, seed + part);

  for (guint i = 0; part % 2 == 1 && i < count; i++)
    noise[i] = i % 10;
  return test_idx (part % 2 == 0 ? 3 : 1, dims, noise,
                   part % 2 == 0 ? (gsize) DOWNLOAD_SIDE * DOWNLOAD_SIDE * count : count);
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

void
download_make_remote (VwRemote *remote, VwKnownData *data)
{
  *data = (VwKnownData){ "noise",       "Noise",       NULL,
                         DOWNLOAD_SIDE, DOWNLOAD_SIDE, { DOWNLOAD_TRAIN, TEST } };
  *remote = (VwRemote){ .data = data };
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      g_autoptr (GBytes) plain = download_make_part (part, 1);

      data->sha256[part] = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, plain);
      remote->packed[part] = g_bytes_get_size (plain);
    }
}

void
download_set_up (Download *self, gconstpointer unused)
{
  scratch_init (&self->scratch);
  self->folder = scratch_path (&self->scratch, "mnist");
  self->beside = scratch_path (&self->scratch, "mnist.part");
  download_make_remote (&self->remote, &self->data);
  self->files
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  self->repacked
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    {
      g_autoptr (GBytes) plain = download_make_part (part, 1);
      gsize size;
      gconstpointer data = g_bytes_get_data (plain, &size);
      char *name = (char *) vw_remote_file (part);

      g_assert_cmpuint (vw_part_size (&self->data, part), ==, size);
      g_hash_table_insert (self->files, name, test_gzip (data, size));
      g_hash_table_insert (self->repacked, name, repack (plain));
    }
}

void
download_tear_down (Download *self, gconstpointer unused)
{
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    g_free ((char *) self->data.sha256[part]);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->repacked);
  scratch_clear (&self->scratch);
  g_free (self->folder);
  g_free (self->beside);
}

void
download_result_clear (DownloadResult *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_error (&self->error);
}

DownloadResult
download_with (Download *self,
               const char *first,
               const char *second,
               const VwFetch *more,
               const VwTask *task)
{
  const char *const mirrors[] = { first, second, NULL };
  VwFetch fetch = *more;
  DownloadResult result = { 0 };

  fetch.remote = &self->remote;
  fetch.folder = self->folder;
  fetch.mirrors = mirrors;
  fetch.stall = DOWNLOAD_STALL;
  result.good = vw_fetch_run (&fetch, &result.notes, &result.fetched, task, &result.error);
  g_assert_true (result.good == (result.error == NULL));
  g_assert_true (result.good == (result.notes != NULL));
  return result;
}

DownloadResult
download_fetch (Download *self, Mirror *first, Mirror *second)
{
  return download_with (self, first->url, second != NULL ? second->url : NULL, &(VwFetch){ 0 },
                        NULL);
}

void
download_assert_complete (Download *self)
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

void
download_assert_only_parts (Download *self, gint64 least)
{
  g_autoptr (GDir) dir = g_dir_open (self->beside, 0, NULL);
  const char *name;

  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->beside, name, NULL);
      GStatBuf status;

      /* One that was killed may have begun to give the parts their names: all are right then. */
      g_assert_true (g_str_has_suffix (name, ".gz.part")
                     || (least == 0 && g_str_has_suffix (name, ".gz")));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >=, least);
    }
}

void
download_assert_nothing (Download *self)
{
  download_assert_only_parts (self, 1);
}

void
download_assert_says (const DownloadResult *result, const char *text)
{
  g_assert_nonnull (result->error);
  if (strstr (result->error->message, text) == NULL)
    g_error ("“%s” is not in “%s”", text, result->error->message);
}

gsize
download_file_size (Download *self, guint part)
{
  return g_bytes_get_size (g_hash_table_lookup (self->files, vw_remote_file (part)));
}

void
download_note_first (const VwFetchStatus *status, gpointer data)
{
  guint64 *first = data;

  g_assert_cmpuint (status->received, <=, status->expected);
  if (*first == G_MAXUINT64)
    *first = status->received;
}

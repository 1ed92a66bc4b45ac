/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/idx.h"

#include <string.h>

#include "lib/scratch.h"

typedef enum { PLAIN, GZIP, GZIP_CUT, GZIP_BAD_CRC, GZIP_GARBAGE } Packing;

#define IMAGE_MAGIC 0, 0, 8, 3
#define LABEL_MAGIC 0, 0, 8, 1

/* One row a file that must be refused. */
typedef struct {
  const char *name;
  VwIdxKind kind;
  VwErrorCode code;
  Packing packing;
  gsize size;
  guint8 bytes[40];
} Malformed;

static const Malformed malformed[] = {
  { "empty", VW_IDX_IMAGES, VW_ERROR_EMPTY, PLAIN, 0, { 0 } },
  { "one-byte", VW_IDX_IMAGES, VW_ERROR_TRUNCATED, PLAIN, 1, { 0 } },
  { "magic-only", VW_IDX_IMAGES, VW_ERROR_TRUNCATED, PLAIN, 4, { IMAGE_MAGIC } },
  { "header-cut", VW_IDX_IMAGES, VW_ERROR_TRUNCATED, PLAIN, 15, { IMAGE_MAGIC } },
  { "web-page", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 15, "<!DOCTYPE html>" },
  { "xml", VW_IDX_LABELS, VW_ERROR_FORMAT, PLAIN, 16, " \n<?xml version=" },
  { "junk", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 8, { 9, 9, 8, 3, 0, 0, 0, 1 } },
  { "second-byte", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 8, { 0, 1, 8, 3, 0, 0, 0, 1 } },
  { "float-type", VW_IDX_IMAGES, VW_ERROR_UNSUPPORTED, PLAIN, 8, { 0, 0, 0x0d, 3, 0, 0, 0, 1 } },
  { "signed-type", VW_IDX_LABELS, VW_ERROR_UNSUPPORTED, PLAIN, 9, { 0, 0, 9, 1, 0, 0, 0, 1, 1 } },
  { "no-type", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 8, { 0, 0, 0x55, 3, 0, 0, 0, 1 } },
  { "labels-as-images", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 9,
    { LABEL_MAGIC, 0, 0, 0, 1, 5 } },
  { "images-as-labels", VW_IDX_LABELS, VW_ERROR_FORMAT, PLAIN, 17,
    { IMAGE_MAGIC, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5 } },
  { "two-dims", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 13,
    { 0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 1, 5 } },
  { "no-images", VW_IDX_IMAGES, VW_ERROR_EMPTY, PLAIN, 16,
    { IMAGE_MAGIC, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "no-labels", VW_IDX_LABELS, VW_ERROR_EMPTY, PLAIN, 8, { LABEL_MAGIC, 0, 0, 0, 0 } },
  { "no-rows", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 16,
    { IMAGE_MAGIC, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1 } },
  { "no-cols", VW_IDX_IMAGES, VW_ERROR_FORMAT, PLAIN, 16,
    { IMAGE_MAGIC, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0 } },
  { "rows-1025", VW_IDX_IMAGES, VW_ERROR_TOO_LARGE, PLAIN, 16,
    { IMAGE_MAGIC, 0, 0, 0, 1, 0, 0, 4, 1, 0, 0, 0, 1 } },
  { "cols-2-31", VW_IDX_IMAGES, VW_ERROR_TOO_LARGE, PLAIN, 16,
    { IMAGE_MAGIC, 0, 0, 0, 1, 0, 0, 0, 1, 128, 0, 0, 0 } },
  { "product-overflows", VW_IDX_IMAGES, VW_ERROR_TOO_LARGE, PLAIN, 16,
    { IMAGE_MAGIC, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 } },
  { "product-too-large", VW_IDX_IMAGES, VW_ERROR_TOO_LARGE, PLAIN, 16,
    { IMAGE_MAGIC, 0, 1, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0 } },
  { "lying-header", VW_IDX_IMAGES, VW_ERROR_TRUNCATED, PLAIN, 17,
    { IMAGE_MAGIC, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 7 } },
  { "cut", VW_IDX_IMAGES, VW_ERROR_TRUNCATED, PLAIN, 19,
    { IMAGE_MAGIC, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3 } },
  { "cut-labels", VW_IDX_LABELS, VW_ERROR_TRUNCATED, PLAIN, 10, { LABEL_MAGIC, 0, 0, 0, 3, 1, 2 } },
  { "more-behind", VW_IDX_LABELS, VW_ERROR_FORMAT, PLAIN, 11,
    { LABEL_MAGIC, 0, 0, 0, 2, 1, 2, 3 } },
  { "gz-empty", VW_IDX_LABELS, VW_ERROR_TRUNCATED, GZIP, 0, { 0 } },
  { "gz-web-page", VW_IDX_LABELS, VW_ERROR_FORMAT, GZIP, 15, "<!DOCTYPE html>" },
  { "gz-lying-header", VW_IDX_IMAGES, VW_ERROR_TOO_LARGE, GZIP, 17,
    { IMAGE_MAGIC, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 7 } },
  { "gz-cut-content", VW_IDX_LABELS, VW_ERROR_TRUNCATED, GZIP, 10,
    { LABEL_MAGIC, 0, 0, 0, 3, 1, 2 } },
  { "gz-more-behind", VW_IDX_LABELS, VW_ERROR_FORMAT, GZIP, 11,
    { LABEL_MAGIC, 0, 0, 0, 2, 1, 2, 3 } },
  { "gz-cut", VW_IDX_LABELS, VW_ERROR_TRUNCATED, GZIP_CUT, 10,
    { LABEL_MAGIC, 0, 0, 0, 2, 1, 2 } },
  { "gz-bad-crc", VW_IDX_LABELS, VW_ERROR_CHECKSUM, GZIP_BAD_CRC, 10,
    { LABEL_MAGIC, 0, 0, 0, 2, 1, 2 } },
  { "gz-garbage", VW_IDX_LABELS, VW_ERROR_CHECKSUM, GZIP_GARBAGE, 10,
    { LABEL_MAGIC, 0, 0, 0, 2, 1, 2 } },
};

static GBytes *
pack (const guint8 *bytes, gsize size, Packing packing)
{
  g_autoptr (GBytes) packed = packing == PLAIN ? g_bytes_new (bytes, size) : test_gzip (bytes, size);
  g_autoptr (GByteArray) file = g_bytes_unref_to_array (g_steal_pointer (&packed));

  if (packing == GZIP_CUT)
    g_byte_array_set_size (file, file->len - 3);
  else if (packing == GZIP_BAD_CRC)
    file->data[file->len - 8] ^= 1;
  else if (packing == GZIP_GARBAGE)
    g_byte_array_append (file, (const guint8 *) "garbage", 7);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

static GBytes *
read_idx (GBytes *file, VwIdxKind kind, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (file);
  g_autoptr (VwIdx) idx = vw_idx_open (stream, g_bytes_get_size (file), kind, "dir/file.gz", error);

  return idx != NULL ? vw_idx_read (idx, NULL, error) : NULL;
}

static void
test_malformed (gconstpointer data)
{
  const Malformed *row = data;
  g_autoptr (GBytes) file = pack (row->bytes, row->size, row->packing);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = read_idx (file, row->kind, &error);

  g_assert_null (content);
  test_assert_refused (error, row->code, "dir/file.gz: ");
}

static void
test_reads (void)
{
  static const guint8 file[] = { IMAGE_MAGIC, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4 };

  for (Packing packing = PLAIN; packing <= GZIP; packing++)
    {
      g_autoptr (GBytes) packed = pack (file, sizeof file, packing);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = read_idx (packed, VW_IDX_IMAGES, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), file + 16, 4);
    }
}

/* RFC 1952 allows several members; "cat a.gz b.gz" makes them. */
static void
test_gzip_members (void)
{
  static const guint8 file[] = { LABEL_MAGIC, 0, 0, 0, 3, 7, 8, 9 };

  for (gsize cut = 0; cut <= sizeof file; cut++)
    {
      g_autoptr (GBytes) first = test_gzip (file, cut);
      g_autoptr (GBytes) second = test_gzip (file + cut, sizeof file - cut);
      GByteArray *both = g_byte_array_new ();
      g_autoptr (GBytes) packed = NULL;
      g_autoptr (GBytes) content = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (both, g_bytes_get_data (first, NULL), g_bytes_get_size (first));
      g_byte_array_append (both, g_bytes_get_data (second, NULL), g_bytes_get_size (second));
      packed = g_byte_array_free_to_bytes (both);
      content = read_idx (packed, VW_IDX_LABELS, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "\7\10\11", 3);
    }
}

/* A file cut anywhere is told from a whole one. */
static void
test_every_cut (void)
{
  static const guint8 file[] = { LABEL_MAGIC, 0, 0, 0, 3, 7, 8, 9 };

  for (Packing packing = PLAIN; packing <= GZIP; packing++)
    {
      g_autoptr (GBytes) whole = pack (file, sizeof file, packing);

      for (gsize size = 2; size < g_bytes_get_size (whole); size++)
        {
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, size);
          g_autoptr (GError) error = NULL;

          g_assert_null (read_idx (cut, VW_IDX_LABELS, &error));
          test_assert_refused (error, VW_ERROR_TRUNCATED, "dir/file.gz: ");
        }
    }
}

/* What is promised is not asked for before it comes, and a bomb is not unpacked. */
static void
test_memory_is_bounded (void)
{
  static const guint32 honest[] = { 60 << 10, 32, 32 }; /* 60 MiB, under the limit of small files */
  static const guint32 small[] = { 1 };
  gsize bomb_size = 60 << 20;
  g_autofree guint8 *zeros = g_malloc0 (bomb_size);
  g_autoptr (GBytes) begin = test_idx (1, small, zeros, bomb_size);
  g_autoptr (GBytes) bomb = NULL;
  g_autoptr (GBytes) lie = test_idx (3, honest, zeros, 1);
  g_autoptr (GBytes) packed_lie = test_gzip (g_bytes_get_data (lie, NULL), g_bytes_get_size (lie));
  gsize before;

  bomb = test_gzip (g_bytes_get_data (begin, NULL), g_bytes_get_size (begin));
  g_clear_pointer (&begin, g_bytes_unref);
  g_clear_pointer (&zeros, g_free);
  test_memory_reset ();
  before = test_memory_peak ();
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      GBytes *file = i == 0 ? bomb : i == 1 ? lie : packed_lie;

      g_assert_null (read_idx (file, i == 0 ? VW_IDX_LABELS : VW_IDX_IMAGES, &error));
      test_assert_refused (error, i == 0 ? VW_ERROR_FORMAT : VW_ERROR_TRUNCATED, "dir/file.gz: ");
    }
  g_assert_cmpuint (test_memory_peak () - before, <, 4 << 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *path = g_strconcat ("/idx/malformed/", malformed[i].name, NULL);

      g_test_add_data_func (path, &malformed[i], test_malformed);
    }
  g_test_add_func ("/idx/reads", test_reads);
  g_test_add_func ("/idx/gzip-members", test_gzip_members);
  g_test_add_func ("/idx/every-cut", test_every_cut);
  g_test_add_func ("/idx/memory", test_memory_is_bounded);
  return g_test_run ();
}

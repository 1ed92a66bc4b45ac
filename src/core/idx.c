/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/idx.h"

#include "core/gunzip.h"
#include "core/raw-data.h"

#define MAGIC_SIZE 4
#define TYPE_UINT8 0x08

static gboolean
is_gzip (const guint8 *begin, gsize size)
{
  return size >= 2 && begin[0] == 0x1f && begin[1] == 0x8b;
}

/* Looks at the first bytes of the file, which stay in the stream. */
static GInputStream *
unpacking_stream (GInputStream *stream, const char *name, gboolean *packed, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (stream);
  GBufferedInputStream *peek = G_BUFFERED_INPUT_STREAM (buffered);
  const guint8 *begin;
  gsize size;

  if (g_buffered_input_stream_fill (peek, -1, NULL, error) < 0)
    {
      g_autofree char *display = g_filename_display_name (name);

      g_prefix_error (error, "%s: ", display);
      return NULL;
    }
  begin = g_buffered_input_stream_peek_buffer (peek, &size);
  *packed = is_gzip (begin, size);
  if (size == 0)
    vw_error_set (error, VW_ERROR_EMPTY, name, N_ ("is empty"));
  else if (vw_looks_like_web_page (begin, size))
    vw_error_set (error, VW_ERROR_FORMAT, name,
                  N_ ("is a web page, not data; the download went wrong"));
  else if (*packed)
    {
      g_autoptr (GConverter) gunzip = vw_gunzip_new ();

      return g_converter_input_stream_new (buffered, gunzip);
    }
  else if (begin[0] != 0 || (size >= 2 && begin[1] != 0))
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is neither an IDX file nor gzip"));
  else
    return g_steal_pointer (&buffered);
  return NULL;
}

static gboolean
check_magic (const guint8 *magic, VwIdxKind kind, const char *name, GError **error)
{
  guint8 type = magic[2], n_dims = magic[3];

  if (magic[0] != 0 || magic[1] != 0)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not an IDX file"));
  else if (type == 0x09 || (type >= 0x0b && type <= 0x0e))
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("has numbers of IDX type %s; only bytes, type 8, are read"),
                  VW_NUMBER (type));
  else if (type != TYPE_UINT8)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("has the unknown IDX type %s"),
                  VW_NUMBER (type));
  else if (n_dims != kind && kind == VW_IDX_IMAGES)
    vw_error_set (error, VW_ERROR_FORMAT, name,
                  N_ ("has %s dimensions where images have 3: count, rows, columns"),
                  VW_NUMBER (n_dims));
  else if (n_dims != kind)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("has %s dimensions where labels have 1"),
                  VW_NUMBER (n_dims));
  else
    return TRUE;
  return FALSE;
}

static guint32
read_be32 (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* A file that cannot hold what it promises is found out before anything is read. */
static gboolean
check_promise (const VwIdx *self, gsize header, guint64 stored, gboolean packed, GError **error)
{
  guint64 promised = header + vw_idx_size (self);

  if (packed && promised > vw_unpacked_limit (stored))
    vw_error_set (error, VW_ERROR_TOO_LARGE, self->name,
                  N_ ("promises %s bytes, far more than its %s bytes can honestly hold"),
                  VW_NUMBER (promised), VW_NUMBER (stored));
  else if (!packed && promised > stored)
    vw_error_set (error, VW_ERROR_TRUNCATED, self->name,
                  N_ ("is cut off: it holds %s of the %s bytes that it promises"),
                  VW_NUMBER (stored), VW_NUMBER (promised));
  else
    return TRUE;
  return FALSE;
}

static GBytes *
read_of_header (VwIdx *self, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = vw_stream_read (self->stream, 0, size, self->name, NULL, error);

  if (bytes == NULL || g_bytes_get_size (bytes) == size)
    return g_steal_pointer (&bytes);
  vw_error_set (error, VW_ERROR_TRUNCATED, self->name, N_ ("is cut off in its header"));
  return NULL;
}

static gboolean
read_header (VwIdx *self, VwIdxKind kind, guint64 stored, gboolean packed, GError **error)
{
  gsize size = kind * 4;
  g_autoptr (GBytes) magic = read_of_header (self, MAGIC_SIZE, error);
  g_autoptr (GBytes) dims = NULL;
  const guint8 *at;

  if (magic == NULL || !check_magic (g_bytes_get_data (magic, NULL), kind, self->name, error))
    return FALSE;
  dims = read_of_header (self, size, error);
  if (dims == NULL)
    return FALSE;
  at = g_bytes_get_data (dims, NULL);
  self->count = read_be32 (at);
  self->rows = kind == VW_IDX_IMAGES ? read_be32 (at + 4) : 1;
  self->cols = kind == VW_IDX_IMAGES ? read_be32 (at + 8) : 1;
  return vw_raw_data_check_shape (self->count, self->rows, self->cols, self->name, error)
         && check_promise (self, MAGIC_SIZE + size, stored, packed, error);
}

VwIdx *
vw_idx_open (GInputStream *stream, guint64 stored, VwIdxKind kind, const char *name, GError **error)
{
  g_autoptr (VwIdx) self = g_new0 (VwIdx, 1);
  gboolean packed = FALSE;

  self->name = g_strdup (name);
  self->stream = unpacking_stream (stream, name, &packed, error);
  if (self->stream == NULL || !read_header (self, kind, stored, packed, error))
    return NULL;
  return g_steal_pointer (&self);
}

gsize
vw_idx_size (const VwIdx *self)
{
  return (gsize) self->count * self->rows * self->cols;
}

GBytes *
vw_idx_read (VwIdx *self, VwMeter *meter, GError **error)
{
  gsize size = vw_idx_size (self);
  g_autoptr (GBytes) data = vw_stream_read (self->stream, size, size, self->name, meter, error);

  if (data == NULL || !vw_stream_check_end (self->stream, self->name, error))
    return NULL;
  return g_steal_pointer (&data);
}

void
vw_idx_free (VwIdx *self)
{
  g_clear_object (&self->stream);
  g_free (self->name);
  g_free (self);
}

static guint8 *
write_be32 (guint8 *at, guint32 n)
{
  for (int shift = 24; shift >= 0; shift -= 8)
    *at++ = n >> shift;
  return at;
}

gsize
vw_idx_header (VwIdxKind kind, guint count, guint rows, guint cols, guint8 *header)
{
  guint8 *at = write_be32 (header, TYPE_UINT8 << 8 | kind);

  at = write_be32 (at, count);
  if (kind == VW_IDX_IMAGES)
    {
      at = write_be32 (at, rows);
      at = write_be32 (at, cols);
    }
  return at - header;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/part.h"

#include "core/idx.h"
#include "core/sha256.h"

static VwIdxKind
part_kind (guint part)
{
  return part % 2 == 0 ? VW_IDX_IMAGES : VW_IDX_LABELS;
}

static gsize
part_header (const VwKnownData *data, guint part, guint8 header[16])
{
  return vw_idx_header (part_kind (part), data->counts[part / 2], data->rows, data->cols, header);
}

guint64
vw_part_size (const VwKnownData *data, guint part)
{
  guint8 header[16];
  guint64 one = part_kind (part) == VW_IDX_IMAGES ? (guint64) data->rows * data->cols : 1;

  return part_header (data, part, header) + data->counts[part / 2] * one;
}

static gboolean
has_shape (const VwIdx *idx, const VwKnownData *data, guint part)
{
  return idx->count == data->counts[part / 2]
         && (part_kind (part) == VW_IDX_LABELS
             || (idx->rows == data->rows && idx->cols == data->cols));
}

/* Returns: (transfer full) (nullable): the SHA-256 of the part as a file, unless cancelled. */
static char *
hash_content (GBytes *content,
              const VwKnownData *data,
              guint part,
              const VwTask *task,
              GError **error)
{
  VwSha256 sum;
  guint8 header[16];
  gsize size;
  const guint8 *bytes = g_bytes_get_data (content, &size);

  vw_sha256_init (&sum);
  vw_sha256_add (&sum, header, part_header (data, part, header));
  for (gsize at = 0; at < size; at += VW_READ_PIECE)
    {
      if (vw_task_cancelled (task, error))
        return NULL;
      vw_sha256_add (&sum, bytes + at, MIN (VW_READ_PIECE, size - at));
    }
  return vw_sha256_text (&sum);
}

gboolean
vw_part_verify (const char *path,
                const char *name,
                const VwKnownData *data,
                guint part,
                const VwTask *task,
                GError **error)
{
  guint64 stored;
  g_autoptr (GInputStream) stream = vw_file_open (path, &stored, error);
  g_autoptr (VwIdx) idx = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  VwMeter meter;

  if (stream == NULL)
    return FALSE;
  idx = vw_idx_open (stream, stored, part_kind (part), name, error);
  if (idx == NULL)
    return FALSE;
  if (has_shape (idx, data, part))
    {
      vw_meter_init (&meter, task, vw_part_size (data, part));
      content = vw_idx_read (idx, &meter, error);
      if (content != NULL)
        sha256 = hash_content (content, data, part, task, error);
      if (sha256 == NULL || g_str_equal (sha256, data->sha256[part]))
        return sha256 != NULL;
    }
  vw_error_set (error, VW_ERROR_MISMATCH, name, N_ ("is whole, but holds other data than %s"),
                data->title);
  return FALSE;
}

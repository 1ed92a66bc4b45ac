/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "core/idx.h"

static void
read_as (GBytes *bytes, VwIdxKind kind)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwIdx) idx = vw_idx_open (stream, g_bytes_get_size (bytes), kind, "file", &error);
  g_autoptr (GBytes) content = idx != NULL ? vw_idx_read (idx, NULL, &error) : NULL;

  if (content != NULL)
    g_assert_cmpuint (g_bytes_get_size (content), ==, vw_idx_size (idx));
  else
    g_assert_true (g_str_has_prefix (error->message, "file: "));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  read_as (bytes, VW_IDX_IMAGES);
  read_as (bytes, VW_IDX_LABELS);
  return 0;
}

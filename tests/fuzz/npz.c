/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "core/npz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) raw = { 0 };
  VwTask task = { .threads = 1 };

  if (vw_npz_parse (bytes, "file", &raw, &task, &error))
    g_assert_cmpuint (g_bytes_get_size (raw.parts[VW_SPLIT_TRAIN].labels), ==,
                      raw.parts[VW_SPLIT_TRAIN].count);
  else
    g_assert_true (g_str_has_prefix (error->message, "file"));
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "core/csv.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) raw = { 0 };
  VwDatasetPart *part = &raw.parts[VW_SPLIT_TRAIN];
  guint side;

  if (vw_csv_parse (stream, "file", part, &side, NULL, &error))
    g_assert_cmpuint (g_bytes_get_size (part->pixels), ==, (gsize) part->count * side * side);
  else
    g_assert_true (g_str_has_prefix (error->message, "file: "));
  return 0;
}

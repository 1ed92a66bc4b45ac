/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "core/npy.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwNpy) npy = vw_npy_parse (bytes, "file", &error);

  if (npy != NULL)
    g_assert_cmpuint (g_bytes_get_size (npy->data), ==,
                      npy->n_items * vw_npy_type_size (npy->type));
  else
    g_assert_true (g_str_has_prefix (error->message, "file: "));
  return 0;
}

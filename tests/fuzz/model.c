/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "core/model.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = vw_model_parse (bytes, "file", &error);

  if (model != NULL)
    g_assert_true (vw_parameters_check (&model->parameters, NULL));
  else
    g_assert_true (g_str_has_prefix (error->message, "file"));
  return 0;
}

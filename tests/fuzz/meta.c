/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a model says about itself, behind the checksum that a fuzzer never gets right. */
#include "fuzz.h"

#include "core/model-json.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = vw_model_new ();
  g_autoptr (JsonObject) object = vw_json_parse ((const char *) data, size, "file", &error);
  VwJson json = { object, "file" };

  if (object != NULL && vw_model_check_format (&json, &error)
      && vw_model_read_json (model, &json, &error))
    g_assert_cmpuint (g_strv_length (model->class_names), ==, model->metrics->n_classes);
  else
    g_assert_true (g_str_has_prefix (error->message, "file"));
  return 0;
}

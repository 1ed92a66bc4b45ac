/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of a training beside its model. */
#include "fuzz.h"

#include "core/run.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = vw_json_parse ((const char *) data, size, "file", &error);
  VwJson json = { object, "file" };
  g_autoptr (VwRun) run = object != NULL ? vw_run_from_json (&json, "id", &error) : NULL;

  if (run != NULL)
    g_assert_cmpuint (run->predictions->len, ==,
                      vw_metrics_total (run->summary->metrics, VW_POPULATION_ALL));
  else
    g_assert_true (g_str_has_prefix (error->message, "file"));
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/usage-json.h"

#include "core/error.h"

#define MOST 1e8 /* seconds, three years of them; or percent or megabytes */

/* The measured numbers of a record, in the order of the file. */
static const struct {
  const char *key;
  gsize offset;
} numbers[] = {
  { "seconds", G_STRUCT_OFFSET (VwStageRecord, seconds) },
  { "cpu_percent", G_STRUCT_OFFSET (VwStageRecord, cpu_percent) },
  { "peak_mb", G_STRUCT_OFFSET (VwStageRecord, peak_mb) },
  { "end_mb", G_STRUCT_OFFSET (VwStageRecord, end_mb) },
};

JsonArray *
vw_stages_to_json (const VwStageRecord *stages)
{
  JsonArray *array = json_array_new ();

  for (VwStage s = 0; s < VW_N_STAGES; s++)
    {
      JsonObject *stage = json_object_new ();

      json_object_set_string_member (stage, "name", vw_stage_name (s));
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        json_object_set_double_member (stage, numbers[i].key,
                                       G_STRUCT_MEMBER (double, &stages[s], numbers[i].offset));
      json_object_set_boolean_member (stage, "reused", stages[s].reused);
      json_array_add_object_element (array, stage);
    }
  return array;
}

static gboolean
read_number (const VwJson *json, const char *key, double *number, GError **error)
{
  if (!vw_json_get_number (json, key, number, error))
    return FALSE;
  if (*number >= 0 && *number <= MOST)
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is not a number in its range"), key);
  return FALSE;
}

static gboolean
read_record (const VwJson *json, VwStage stage, VwStageRecord *record, GError **error)
{
  const char *name = vw_json_get_string (json, "name", error);

  if (name == NULL)
    return FALSE;
  if (!g_str_equal (name, vw_stage_name (stage)))
    {
      vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("has no stage “%s” where it belongs"),
                    vw_stage_name (stage));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!read_number (json, numbers[i].key, &G_STRUCT_MEMBER (double, record, numbers[i].offset),
                      error))
      return FALSE;
  record->finished = TRUE;
  return vw_json_get_boolean (json, "reused", &record->reused, error);
}

gboolean
vw_stages_from_json (const VwJson *json, VwStageRecord *stages, GError **error)
{
  JsonArray *array = vw_json_get_array (json, "stages", VW_N_STAGES, VW_N_STAGES, error);

  if (array == NULL)
    return FALSE;
  for (VwStage s = 0; s < VW_N_STAGES; s++)
    {
      JsonNode *node = json_array_get_element (array, s);
      VwJson inner = { NULL, json->name };

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is not an array of objects"),
                        "stages");
          return FALSE;
        }
      inner.object = json_node_get_object (node);
      stages[s] = (VwStageRecord){ 0 };
      if (!read_record (&inner, s, &stages[s], error))
        return FALSE;
    }
  return TRUE;
}

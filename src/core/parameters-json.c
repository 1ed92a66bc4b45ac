/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parameters-json.h"

#include "core/error.h"

JsonObject *
vw_parameters_to_json (const VwParameters *self)
{
  JsonObject *object = json_object_new ();
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    {
      double value = vw_parameter_get (self, &table[i]);

      if (table[i].type == VW_PARAMETER_CHOICE)
        json_object_set_string_member (object, table[i].name,
                                       table[i].choices[(int) value].nick);
      else if (table[i].type == VW_PARAMETER_INT)
        json_object_set_int_member (object, table[i].name, (gint64) value);
      else
        json_object_set_double_member (object, table[i].name, value);
    }
  return object;
}

static gboolean
read_parameter (const VwJson *json, const VwParameterInfo *info, VwParameters *self,
                GError **error)
{
  g_autoptr (GError) cause = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *text = number;
  double value;

  if (info->type == VW_PARAMETER_CHOICE)
    text = vw_json_get_string (json, info->name, error);
  else if (vw_json_get_number (json, info->name, &value, error))
    g_ascii_dtostr (number, sizeof number, value);
  else
    text = NULL;
  if (text == NULL)
    return FALSE;
  if (vw_parameter_parse (self, info, text, &cause))
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("has a wrong setting: %s"),
                cause->message);
  return FALSE;
}

static gboolean
check_names (const VwJson *json, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (json->object);

  for (GList *name = names; name != NULL; name = name->next)
    if (vw_parameter_find (name->data) == NULL)
      {
        vw_error_set (error, VW_ERROR_UNSUPPORTED, json->name,
                      N_ ("has a setting that this version does not know: “%s”"),
                      (const char *) name->data);
        return FALSE;
      }
  return TRUE;
}

gboolean
vw_parameters_from_json (const VwJson *json, VwParameters *self, GError **error)
{
  VwParameters read = { 0 };
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  if (!check_names (json, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!read_parameter (json, &table[i], &read, error))
      return FALSE;
  *self = read;
  return TRUE;
}

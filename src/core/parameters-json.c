/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parameters-json.h"

#include "core/error.h"

JsonNode *
vw_parameters_to_json (const VwParameters *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    {
      double value = vw_parameter_get (self, &table[i]);

      if (table[i].type == VW_PARAMETER_CHOICE)
        json_object_set_string_member (object, table[i].name, table[i].choices[(int) value].nick);
      else if (table[i].type == VW_PARAMETER_INT)
        json_object_set_int_member (object, table[i].name, (gint64) value);
      else
        json_object_set_double_member (object, table[i].name, value);
    }
  json_node_take_object (node, object);
  return node;
}

static gboolean
read_member (VwParameters *self, const VwParameterInfo *info, JsonNode *node, GError **error)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *text = "?";

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  else if (JSON_NODE_HOLDS_VALUE (node))
    text = g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node));
  return vw_parameter_parse (self, info, text, error);
}

static gboolean
read_object (VwParameters *self, JsonObject *object, const char *file, GError **error)
{
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *member = json_object_get_member (object, table[i].name);
      g_autoptr (GError) problem = NULL;

      if (member == NULL)
        {
          vw_error_set (error, VW_ERROR_FORMAT, file, N_ ("the parameter %s is missing"),
                        table[i].name);
          return FALSE;
        }
      if (!read_member (self, &table[i], member, &problem))
        {
          vw_error_set (error, VW_ERROR_FORMAT, file, N_ ("a parameter is wrong: %s"),
                        problem->message);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_names (JsonObject *object, const char *file, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (vw_parameter_find (l->data) == NULL)
      {
        vw_error_set (error, VW_ERROR_FORMAT, file, N_ ("“%s” is not a parameter"),
                      (const char *) l->data);
        return FALSE;
      }
  return TRUE;
}

gboolean
vw_parameters_from_json (VwParameters *self, JsonNode *node, const char *file, GError **error)
{
  VwParameters read = { 0 };

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      vw_error_set (error, VW_ERROR_FORMAT, file, N_ ("it has no parameters"));
      return FALSE;
    }
  if (!check_names (json_node_get_object (node), file, error)
      || !read_object (&read, json_node_get_object (node), file, error))
    return FALSE;
  *self = read;
  return TRUE;
}

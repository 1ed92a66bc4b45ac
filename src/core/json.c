/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/json.h"

#include "core/error.h"

#include <math.h>

#define MAX_DEPTH 32

/* The parser calls itself for each level, so a file of brackets would exhaust the stack. It also
 * takes comments and single quotes, which JSON has not and in which a quote would hide brackets. */
static gboolean
check_nesting (const char *text, gsize size, const char *name, GError **error)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < size && depth <= MAX_DEPTH; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '\'' || text[i] == '/' || text[i] == '#'))
        {
          vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not JSON: %s"),
                        (char[2]){ text[i] });
          return FALSE;
        }
      else if (!in_string && (text[i] == '[' || text[i] == '{'))
        depth++;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  if (depth > MAX_DEPTH)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is nested too deeply"));
  return depth <= MAX_DEPTH;
}

JsonObject *
vw_json_parse (const char *text, gsize size, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;
  JsonNode *root;

  if (!check_nesting (text, size, name, error))
    return NULL;
  if (size > G_MAXSSIZE || !g_utf8_validate (text, size, NULL)
      || !json_parser_load_from_data (parser, text, size, &cause))
    {
      vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not JSON: %s"),
                    cause != NULL ? cause->message : "UTF-8");
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not a JSON object"));
      return NULL;
    }
  return json_node_dup_object (root);
}

char *
vw_json_format (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);

  return json_to_string (root, FALSE);
}

static JsonNode *
get_member (const VwJson *self, const char *key, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL)
    vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("has no “%s”"), key);
  return node;
}

static gboolean
node_count (JsonNode *node, guint64 most, guint64 *value)
{
  gint64 n;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  n = json_node_get_int (node);
  *value = n;
  return n >= 0 && (guint64) n <= most;
}

static void
set_count_error (const VwJson *self, const char *key, GError **error)
{
  vw_error_set (error, VW_ERROR_FORMAT, self->name,
                N_ ("“%s” is not a whole number in its range"), key);
}

gboolean
vw_json_get_count (const VwJson *self, const char *key, guint64 most, guint64 *value,
                   GError **error)
{
  JsonNode *node = get_member (self, key, error);

  if (node == NULL)
    return FALSE;
  if (node_count (node, most, value))
    return TRUE;
  set_count_error (self, key, error);
  return FALSE;
}

gboolean
vw_json_get_number (const VwJson *self, const char *key, double *value, GError **error)
{
  JsonNode *node = get_member (self, key, error);
  GType type;

  if (node == NULL)
    return FALSE;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_DOUBLE || type == G_TYPE_INT64)
    {
      *value = json_node_get_double (node);
      if (isfinite (*value))
        return TRUE;
    }
  vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("“%s” is not a finite number"), key);
  return FALSE;
}

gboolean
vw_json_get_boolean (const VwJson *self, const char *key, gboolean *value, GError **error)
{
  JsonNode *node = get_member (self, key, error);

  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      *value = json_node_get_boolean (node);
      return TRUE;
    }
  vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("“%s” is neither true nor false"), key);
  return FALSE;
}

const char *
vw_json_get_string (const VwJson *self, const char *key, GError **error)
{
  JsonNode *node = get_member (self, key, error);

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("“%s” is not a text"), key);
  return NULL;
}

JsonObject *
vw_json_get_object (const VwJson *self, const char *key, GError **error)
{
  JsonNode *node = get_member (self, key, error);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("“%s” is not an object"), key);
  return NULL;
}

JsonArray *
vw_json_get_array (const VwJson *self, const char *key, guint least, guint most, GError **error)
{
  JsonNode *node = get_member (self, key, error);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      guint length = json_array_get_length (array);

      if (length >= least && length <= most)
        return array;
    }
  vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("“%s” is not an array of the right length"),
                key);
  return NULL;
}

gboolean
vw_json_read_counts (const VwJson *self, const char *key, JsonArray *array, guint *counts,
                     GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      guint64 value;

      if (!node_count (json_array_get_element (array, i), G_MAXUINT, &value))
        {
          set_count_error (self, key, error);
          return FALSE;
        }
      counts[i] = value;
    }
  return TRUE;
}

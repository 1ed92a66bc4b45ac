/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Reading JSON that somebody else may have written. Every error is VW_ERROR_FORMAT, begins with
 * @name and tells the key at fault.
 */

/* Returns: (transfer full): the object that @size bytes of @text are; deep nesting is refused. */
JsonObject *vw_json_parse (const char *text, gsize size, const char *name, GError **error);

/* Returns: (transfer full): the object on one line, in the order its members were set. */
char *vw_json_format (JsonObject *object);

/**
 * VwJson:
 *
 * An object that is being read, and its name for messages; both borrowed.
 */
typedef struct {
  JsonObject *object;
  const char *name;
} VwJson;

/* A whole number 0 … @most. */
gboolean vw_json_get_count (const VwJson *self, const char *key, guint64 most, guint64 *value,
                            GError **error);

/* A finite number. */
gboolean vw_json_get_number (const VwJson *self, const char *key, double *value, GError **error);

gboolean vw_json_get_boolean (const VwJson *self, const char *key, gboolean *value,
                              GError **error);

/* Returns: (transfer none): or %NULL when it is not a string. */
const char *vw_json_get_string (const VwJson *self, const char *key, GError **error);

/* Returns: (transfer none): or %NULL when it is not an object. */
JsonObject *vw_json_get_object (const VwJson *self, const char *key, GError **error);

/* Returns: (transfer none): or %NULL when it is not an array of @least … @most elements. */
JsonArray *vw_json_get_array (const VwJson *self, const char *key, guint least, guint most,
                              GError **error);

/* @array: part of the value of @key; @counts: (out caller-allocates): one an element of it. */
gboolean vw_json_read_counts (const VwJson *self, const char *key, JsonArray *array, guint *counts,
                              GError **error);

G_END_DECLS

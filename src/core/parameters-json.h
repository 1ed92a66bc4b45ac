/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/parameters.h"

G_BEGIN_DECLS

/* Returns: (transfer full): an object with a member for each parameter; choices as their nicks. */
JsonNode *vw_parameters_to_json (const VwParameters *self);

/**
 * vw_parameters_from_json:
 * @file: where the JSON comes from, for messages
 *
 * Every parameter must be there, in its range, and nothing else; so a file of a later version is
 * refused by the name it has too many.
 *
 * Returns: %FALSE with %VW_ERROR_FORMAT that names the file and the parameter; @self is then
 *   unchanged.
 */
gboolean vw_parameters_from_json (VwParameters *self, JsonNode *node, const char *file,
                                  GError **error);

G_END_DECLS

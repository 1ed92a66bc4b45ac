/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/json.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a member a parameter, in the order of the table; choices as nicks. */
JsonObject *vw_parameters_to_json (const VwParameters *self);

/**
 * vw_parameters_from_json:
 * @self: (out): unchanged on failure
 *
 * Every parameter must be there, within its range, and nothing else.
 *
 * Returns: %FALSE with %VW_ERROR_FORMAT, or %VW_ERROR_UNSUPPORTED for a parameter of another name.
 */
gboolean vw_parameters_from_json (const VwJson *json, VwParameters *self, GError **error);

G_END_DECLS

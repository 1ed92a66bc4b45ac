/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/json.h"
#include "core/model.h"

G_BEGIN_DECLS

/**
 * vw_model_to_json:
 *
 * What a model file says about the model beside its arrays. Members that a training report has
 * too have the report's names.
 *
 * Returns: (transfer full)
 */
JsonObject *vw_model_to_json (const VwModel *self);

/**
 * vw_model_read_json:
 * @self: fresh; all but vocabulary and classifier is filled in
 *
 * Returns: %FALSE with %VW_ERROR_FORMAT or %VW_ERROR_UNSUPPORTED; @self is then to be freed.
 */
gboolean vw_model_read_json (VwModel *self, const VwJson *json, GError **error);

/* Whether this program knows the format of the file, else %VW_ERROR_UNSUPPORTED names it. */
gboolean vw_model_check_format (const VwJson *json, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/json.h"
#include "core/parameters.h"
#include "core/usage.h"

G_BEGIN_DECLS

/**
 * vw_stages_to_json:
 * @stages: VW_N_STAGES records
 *
 * Returns: (transfer full): an object a stage, with the keys that scripts rely on: name, seconds,
 *   cpu_percent, peak_mb, end_mb, reused
 */
JsonArray *vw_stages_to_json (const VwStageRecord *stages);

/**
 * vw_stages_from_json:
 * @stages: (out caller-allocates): VW_N_STAGES records
 *
 * Reads the member "stages" that the above has written.
 *
 * Returns: %FALSE with %VW_ERROR_FORMAT.
 */
gboolean vw_stages_from_json (const VwJson *json, VwStageRecord *stages, GError **error);

G_END_DECLS

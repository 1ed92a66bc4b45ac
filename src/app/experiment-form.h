/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/session.h"
#include "core/experiment.h"

G_BEGIN_DECLS

#define VW_TYPE_EXPERIMENT_FORM (vw_experiment_form_get_type ())
G_DECLARE_FINAL_TYPE (VwExperimentForm, vw_experiment_form, VW, EXPERIMENT_FORM, AdwBin)

/**
 * VwExperimentForm:
 *
 * Asks what to try: a parameter over a range, at single values or in some of its choices, or several
 * seeds; on top of the session's parameters. Signal "changed".
 */
void vw_experiment_form_set_session (VwExperimentForm *self, VwSession *session);

/**
 * vw_experiment_form_read:
 * @info: (out): the parameter to vary
 *
 * Returns: (transfer full): an array of double, or %NULL with %VW_ERROR_PARAMETER.
 */
GArray *vw_experiment_form_read (VwExperimentForm *self, const VwParameterInfo **info,
                                 GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_PARAMETER_ROW (vw_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (VwParameterRow, vw_parameter_row, VW, PARAMETER_ROW, AdwActionRow)

/**
 * VwParameterRow:
 *
 * One parameter of the session in a list: name, help, unit and range, all from the table of
 * parameters, a spin button or a choice, and a button back to the preset's value.
 */
VwParameterRow *vw_parameter_row_new (VwSession *session, const VwParameterInfo *info);

/* Compares with @preset. Returns: whether the parameter differs from it. */
gboolean vw_parameter_row_compare (VwParameterRow *self, const VwParameters *preset);

G_END_DECLS

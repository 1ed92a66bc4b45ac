/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/session.h"
#include "core/presets.h"

G_BEGIN_DECLS

#define VW_TYPE_PARAMETER_LIST (vw_parameter_list_get_type ())
G_DECLARE_FINAL_TYPE (VwParameterList, vw_parameter_list, VW, PARAMETER_LIST, AdwBin)

/**
 * VwParameterList:
 *
 * The presets, and every parameter of the session grouped by the stage that it changes. The preset
 * chosen last stays the one to compare with until the parameters equal another.
 */
GtkWidget *vw_parameter_list_new (VwSession *session);

G_END_DECLS

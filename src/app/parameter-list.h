/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/preset-folder.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_PARAMETER_LIST (vw_parameter_list_get_type ())
G_DECLARE_FINAL_TYPE (VwParameterList, vw_parameter_list, VW, PARAMETER_LIST, AdwBin)

/**
 * VwParameterList:
 *
 * The presets, and every parameter of the session grouped by the stage that it changes.
 */
GtkWidget *vw_parameter_list_new (VwSession *session, VwPresetFolder *folder);

G_END_DECLS

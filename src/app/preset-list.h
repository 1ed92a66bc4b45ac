/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/preset-folder.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_PRESET_LIST (vw_preset_list_get_type ())
G_DECLARE_FINAL_TYPE (VwPresetList, vw_preset_list, VW, PRESET_LIST, AdwBin)

/**
 * VwPresetList:
 *
 * The presets that come with the program and the user's own, to choose the session's parameters
 * from. The one chosen last stays so until the parameters equal another. Signal "changed":
 * parameters or the preset to compare them with.
 */
VwPresetList *vw_preset_list_new (VwSession *session, VwPresetFolder *folder);

/* What the parameters are compared with: those of the preset chosen last. */
const VwParameters *vw_preset_list_get_base (VwPresetList *self);

G_END_DECLS

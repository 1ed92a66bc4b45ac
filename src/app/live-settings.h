/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_LIVE_SETTINGS (vw_live_settings_get_type ())
G_DECLARE_FINAL_TYPE (VwLiveSettings, vw_live_settings, VW, LIVE_SETTINGS, GtkBox)

/**
 * VwLiveSettings:
 *
 * What Digits finds keypoints with, to play with: the settings that decide most, the others behind
 * "More", a way back to what they start from, and a way on to the next training.
 */
void vw_live_settings_set_session (VwLiveSettings *self, VwSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/history.h"

G_BEGIN_DECLS

#define VW_TYPE_WINDOW (vw_window_get_type ())
G_DECLARE_FINAL_TYPE (VwWindow, vw_window, VW, WINDOW, AdwApplicationWindow)

/**
 * VwWindow:
 *
 * The window: a session, the pages that show it, and what the header bar does. Property "loading"
 * (boolean): data or a model are being read.
 */
VwWindow *vw_window_new (GtkApplication *application);

/* Opens a model (.vwm), a preset (.vwpreset) or data of any kind that vw_dataset_load() reads; says
   so if it cannot. */
void vw_window_open (VwWindow *self, GFile *file);
void vw_window_open_sample (VwWindow *self);
gboolean vw_window_is_loading (VwWindow *self);

VwSession *vw_window_get_session (VwWindow *self);
VwHistory *vw_window_get_history (VwWindow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/digit-counts.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_WHY_PANE (vw_why_pane_get_type ())
G_DECLARE_FINAL_TYPE (VwWhyPane, vw_why_pane, VW, WHY_PANE, GtkBox)

/* How many keypoints the digit has and why: in words, in numbers, level by level. */
void vw_why_pane_set_inspector (VwWhyPane *self, VwInspector *inspector);

/* After the inspector. Below that: the settings to try out, and how many keypoints the other digits have with them. */
void vw_why_pane_set_session (VwWhyPane *self, VwSession *session, VwDigitCounts *counts);

G_END_DECLS

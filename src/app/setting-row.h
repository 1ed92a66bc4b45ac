/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_SETTING_ROW (vw_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (VwSettingRow, vw_setting_row, VW, SETTING_ROW, GtkBox)

/**
 * VwSettingRow:
 *
 * One of the session's settings, to try out: its name, which tells when it is not what the settings
 * start from, and a drop-down, or a slider and its value. The slider spans what makes a difference
 * to the image; the value can be typed beyond that, in the whole range of the table of parameters.
 */
GtkWidget *vw_setting_row_new (VwSession *session, const VwParameterInfo *info,
                               GtkSizeGroup *names, GtkSizeGroup *values);

/* Returns: whether it differs from what the settings start from. */
gboolean vw_setting_row_differs (VwSettingRow *self);

G_END_DECLS

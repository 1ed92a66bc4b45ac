/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vw_focus_show:
 *
 * Shows or hides @widget. When it goes with the focus in it, what comes next has the focus: GTK would
 * let it begin again at the first widget of the window.
 */
void vw_focus_show (GtkWidget *widget, gboolean shown);

G_END_DECLS

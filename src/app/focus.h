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

/* Returns: (transfer none) (nullable): what has the focus of all that is in @widget */
GtkWidget *vw_focus_within (GtkWidget *widget);

/**
 * vw_focus_keep_in_sight:
 *
 * From now on a key in @window that opens a list or a menu of what has the focus, which has been scrolled
 * away, brings that back in sight instead; pressed again it opens. GTK 4.8 would open it where it is, and
 * is critical of a place off the screen (gdk_monitor_get_geometry).
 */
void vw_focus_keep_in_sight (GtkWindow *window);

/**
 * vw_focus_keep_alive:
 *
 * From now on what has the focus in @window and becomes insensitive hands it on to its neighbour, the
 * next one first: GTK would let the keyboard begin again at the first widget of the window.
 */
void vw_focus_keep_alive (GtkWindow *window);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vw_tooltip_set:
 * @text: (nullable): what the tooltip says, %NULL for none
 *
 * For a tooltip that changes with what is shown. gtk_widget_set_tooltip_text() asks the display each time
 * where the pointer is and holds up the window until the answer comes; this waits for the pointer.
 * Screen readers are told @text as the description of @widget, as GTK would.
 */
void vw_tooltip_set (GtkWidget *widget, const char *text);

/* Returns: (transfer none) (nullable): what was last set */
const char *vw_tooltip_get (GtkWidget *widget);

G_END_DECLS

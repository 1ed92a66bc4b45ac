/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/focus.h"

void
vw_focus_show (GtkWidget *widget, gboolean shown)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean focused = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!shown && focused && root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (widget, shown);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tooltip.h"

#define TEXT "vw-tooltip" /* under which a widget keeps it */

const char *
vw_tooltip_get (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), TEXT);
}

static gboolean
on_query (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, vw_tooltip_get (widget));
  return TRUE;
}

static void
listen (GtkWidget *widget)
{
  guint query = g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET);

  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_FUNC, query, 0, NULL,
                             (gpointer) on_query, NULL) == 0)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
}

void
vw_tooltip_set (GtkWidget *widget, const char *text)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  if (g_strcmp0 (text, vw_tooltip_get (widget)) == 0)
    return;
  listen (widget);
  g_object_set_data_full (G_OBJECT (widget), TEXT, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

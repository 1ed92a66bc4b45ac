/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/column-titles.h"

/* The header of a column view has no property for it. Its children are one button-like title a
   column, each with a box and a label. */
void
vw_column_titles_align (GtkColumnView *table, guint first)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL; title = gtk_widget_get_next_sibling (title), i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (box != NULL && i >= first)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

void
vw_column_titles_describe (GtkColumnView *table, guint column, const char *tip, gboolean at_right)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  GtkWidget *box;

  for (guint i = 0; i < column && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  box = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (box == NULL)
    return;
  gtk_widget_set_tooltip_text (title, tip);
  if (at_right)
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}

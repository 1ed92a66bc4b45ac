/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/column-titles.h"

/* The header of a column view has no property for it. Its children are one button-like title a
   column, each with a box and a label. */
static GtkWidget *
first_title (GtkColumnView *table)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));

  return header != NULL ? gtk_widget_get_first_child (header) : NULL;
}

static void
align_title (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);

  if (box != NULL)
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}

void
vw_column_titles_align (GtkColumnView *table, guint first)
{
  GtkWidget *title = first_title (table);

  for (guint i = 0; title != NULL; title = gtk_widget_get_next_sibling (title), i++)
    if (i >= first)
      align_title (title);
}

void
vw_column_titles_describe (GtkColumnView *table, guint column, const char *tip, gboolean at_right)
{
  GtkWidget *title = first_title (table);

  for (guint i = 0; i < column && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  if (title == NULL)
    return;
  gtk_widget_set_tooltip_text (title, tip);
  if (at_right)
    align_title (title);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/report-table.h"

#include "app/column-titles.h"

#include <glib/gi18n.h>

/* A line in the list. */
#define VW_TYPE_REPORT_ROW (vw_report_row_get_type ())
G_DECLARE_FINAL_TYPE (VwReportRow, vw_report_row, VW, REPORT_ROW, GObject)
struct _VwReportRow {
  GObject parent_instance;
  char *name;
  VwReportLine line; /* with the name */
};
G_DEFINE_FINAL_TYPE (VwReportRow, vw_report_row, G_TYPE_OBJECT)

static void
vw_report_row_finalize (GObject *object)
{
  g_free (VW_REPORT_ROW (object)->name);
  G_OBJECT_CLASS (vw_report_row_parent_class)->finalize (object);
}

static void
vw_report_row_class_init (VwReportRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_report_row_finalize;
}

static void
vw_report_row_init (VwReportRow *self)
{
}

struct _VwReportTable {
  AdwBin parent_instance;

  GtkColumnView *table;
  GListStore *rows; /* the table's */
  gpointer data;    /* of the columns */
  guint n_classes;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (VwReportTable, vw_report_table, ADW_TYPE_BIN)

static guint row_activated;

static char *
name_text (const VwReportLine *line, gpointer data)
{
  return g_strdup (line->name);
}

static const VwReportColumn name_column = { N_ ("Class"), name_text };

#define COLUMN_KEY "vw-column"

static const VwReportColumn *
column_of (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), COLUMN_KEY);
}

static GtkWidget *
new_bar (void)
{
  GtkWidget *bar = gtk_level_bar_new ();

  gtk_widget_add_css_class (bar, "vw-mini-bar");
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static void
on_setup (VwReportTable *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const VwReportColumn *column = column_of (factory);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_name = column == &name_column;

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_name ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, is_name ? "vw-cell-name" : "numeric");
  gtk_box_append (GTK_BOX (box), label);
  if (column->bar != NULL)
    gtk_box_append (GTK_BOX (box), new_bar ());
  gtk_list_item_set_child (item, box);
}

static void
on_bind (VwReportTable *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const VwReportColumn *column = column_of (factory);
  VwReportRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *bar = gtk_widget_get_next_sibling (label);
  g_autofree char *text = column->text (&row->line, self->data);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (bar == NULL)
    return;
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), column->bar (&row->line));
  gtk_widget_set_visible (bar, !self->narrow);
}

/* All at once: the table looks at itself anew after every change of the list. */
void
vw_report_table_show (VwReportTable *self, const GArray *lines, guint n_classes)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (VW_IS_REPORT_TABLE (self));
  self->n_classes = n_classes;
  for (guint i = 0; i < lines->len; i++)
    {
      VwReportRow *row = g_object_new (VW_TYPE_REPORT_ROW, NULL);

      row->line = g_array_index (lines, VwReportLine, i);
      row->line.name = row->name = g_strdup (row->line.name);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
}

static GtkColumnViewColumn *
get_column (VwReportTable *self, guint index)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (self->table), index);

  return column; /* the table's */
}

void
vw_report_table_set_narrow (VwReportTable *self, gboolean narrow, guint without)
{
  g_return_if_fail (VW_IS_REPORT_TABLE (self));
  self->narrow = narrow;
  gtk_column_view_column_set_visible (get_column (self, 1 + without), !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->table), "vw-narrow");
}

static void
on_activate (VwReportTable *self, guint position)
{
  if (position < self->n_classes)
    g_signal_emit (self, row_activated, 0, position);
}

static void
add_column (VwReportTable *self, const VwReportColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view = gtk_column_view_column_new (_ (column->title), factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (view, TRUE);
  gtk_column_view_append_column (self->table, view);
  g_object_unref (view);
}

void
vw_report_table_set_columns (VwReportTable *self,
                             const VwReportColumn *columns,
                             guint n,
                             gpointer data)
{
  g_return_if_fail (VW_IS_REPORT_TABLE (self));
  self->data = data;
  add_column (self, &name_column);
  for (guint i = 0; i < n; i++)
    add_column (self, &columns[i]);
  vw_column_titles_align (self->table, 1);
}

static void
vw_report_table_class_init (VwReportTableClass *class)
{
  row_activated = g_signal_new ("row-activated", VW_TYPE_REPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_report_table_init (VwReportTable *self)
{
  GtkSingleSelection *selection;

  self->rows = g_list_store_new (VW_TYPE_REPORT_ROW);
  selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-report");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Report"), -1);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-report.h"

#include "app/column-titles.h"
#include "app/strings.h"

#include <glib/gi18n.h>

/* One line of the table. */
#define VW_TYPE_CHANGE_ROW (vw_change_row_get_type ())
G_DECLARE_FINAL_TYPE (VwChangeRow, vw_change_row, VW, CHANGE_ROW, GObject)
struct _VwChangeRow {
  GObject parent_instance;
  char *name;
  VwScores before, after;
};
G_DEFINE_FINAL_TYPE (VwChangeRow, vw_change_row, G_TYPE_OBJECT)

static void
vw_change_row_finalize (GObject *object)
{
  g_free (VW_CHANGE_ROW (object)->name);
  G_OBJECT_CLASS (vw_change_row_parent_class)->finalize (object);
}

static void
vw_change_row_class_init (VwChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vw_change_row_finalize;
}

static void
vw_change_row_init (VwChangeRow *self)
{
}

struct _VwCompareReport {
  AdwBin parent_instance;
  GtkColumnView *table;
  GListStore *rows;
  guint n_classes;
  VwScore score;
};

G_DEFINE_FINAL_TYPE (VwCompareReport, vw_compare_report, ADW_TYPE_BIN)

static guint row_activated;

enum { NAME, BEFORE, AFTER, CHANGE };

static const char *const titles[] = { N_ ("Class"), "A", "B", "B − A" };

#define COLUMN_KEY "vw-column"

static guint
column_of (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
}

static char *
format_cell (VwCompareReport *self, const VwChangeRow *row, guint column)
{
  double before = vw_scores_get (&row->before, self->score);
  double after = vw_scores_get (&row->after, self->score);

  switch (column)
    {
    case NAME:
      return g_strdup (row->name);
    case BEFORE:
      return vw_strings_decimal (before, 3);
    case AFTER:
      return vw_strings_decimal (after, 3);
    default:
      return vw_plot_format_decimal (vw_strings_numbers (), after - before, 3, TRUE);
    }
}

static void
on_setup (VwCompareReport *self, GtkListItem *item, GtkListItemFactory *factory)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_name = column_of (factory) == NAME;

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_name ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, is_name ? "vw-cell-name" : "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (VwCompareReport *self, GtkListItem *item, GtkListItemFactory *factory)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  g_autofree char *text = format_cell (self, gtk_list_item_get_item (item), column_of (factory));

  gtk_label_set_text (label, text);
}

static void
add_row (GPtrArray *rows, const char *name, VwScores before, VwScores after)
{
  VwChangeRow *row = g_object_new (VW_TYPE_CHANGE_ROW, NULL);

  row->name = g_strdup (name);
  row->before = before;
  row->after = after;
  g_ptr_array_add (rows, row);
}

static void
add_rows (GPtrArray *rows, const VwRunPair *pair)
{
  const VwMetrics *before = pair->before->summary->metrics;
  const VwMetrics *after = pair->after->summary->metrics;
  VwPopulation all = VW_POPULATION_ALL;

  for (guint i = 0; i < after->n_classes; i++)
    add_row (rows, pair->after->summary->class_names[i], vw_metrics_class_scores (before, i, all),
             vw_metrics_class_scores (after, i, all));
  add_row (rows, _("Macro mean"), vw_metrics_macro_average (before, all),
           vw_metrics_macro_average (after, all));
  add_row (rows, _("Weighted"), vw_metrics_weighted_average (before, all),
           vw_metrics_weighted_average (after, all));
}

/* All at once: the table looks at itself anew after every change of the list. */
void
vw_compare_report_show (VwCompareReport *self, VwRunPair *pair, VwScore score)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (VW_IS_COMPARE_REPORT (self));
  self->score = score;
  self->n_classes = pair != NULL ? pair->after->summary->metrics->n_classes : 0;
  if (pair != NULL)
    add_rows (rows, pair);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
}

static void
on_activate (VwCompareReport *self, guint position)
{
  if (position < self->n_classes)
    g_signal_emit (self, row_activated, 0, position);
}

static void
add_column (VwCompareReport *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view = gtk_column_view_column_new (_ (titles[column]), factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (view, TRUE);
  gtk_column_view_append_column (self->table, view);
  g_object_unref (view);
}

static void
vw_compare_report_class_init (VwCompareReportClass *klass)
{
  row_activated = g_signal_new ("row-activated", VW_TYPE_COMPARE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_compare_report_init (VwCompareReport *self)
{
  GtkSingleSelection *selection;

  self->rows = g_list_store_new (VW_TYPE_CHANGE_ROW);
  selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-report");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Report"), -1);
  for (guint i = NAME; i <= CHANGE; i++)
    add_column (self, i);
  vw_column_titles_align (self->table, BEFORE);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}

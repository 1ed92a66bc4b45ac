/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-report.h"

#include "app/column-titles.h"
#include "app/words.h"

#include <glib/gi18n.h>

/* One line of the table. */
#define VW_TYPE_SCORE_ROW (vw_score_row_get_type ())
G_DECLARE_FINAL_TYPE (VwScoreRow, vw_score_row, VW, SCORE_ROW, GObject)
struct _VwScoreRow {
  GObject parent_instance;
  char *name;
  VwScores scores;
};
G_DEFINE_FINAL_TYPE (VwScoreRow, vw_score_row, G_TYPE_OBJECT)

static void
vw_score_row_finalize (GObject *object)
{
  g_free (VW_SCORE_ROW (object)->name);
  G_OBJECT_CLASS (vw_score_row_parent_class)->finalize (object);
}

static void
vw_score_row_class_init (VwScoreRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vw_score_row_finalize;
}

static void
vw_score_row_init (VwScoreRow *self)
{
}

struct _VwResultsReport {
  AdwBin parent_instance;
  GtkColumnView *table;
  GListStore *rows;
  guint n_classes;
  gboolean narrow;
  GtkColumnViewColumn *support;
  const VwPlotNumbers *numbers;
};

G_DEFINE_FINAL_TYPE (VwResultsReport, vw_results_report, ADW_TYPE_BIN)

static guint row_activated;

/* What a column shows of a row, as text. */
typedef char *(*CellText) (VwResultsReport *self, const VwScoreRow *row);

static char *
name_text (VwResultsReport *self, const VwScoreRow *row)
{
  return g_strdup (row->name);
}

static char *
precision_text (VwResultsReport *self, const VwScoreRow *row)
{
  return vw_plot_format_decimal (self->numbers, row->scores.precision, 3, FALSE);
}

static char *
recall_text (VwResultsReport *self, const VwScoreRow *row)
{
  return vw_plot_format_decimal (self->numbers, row->scores.recall, 3, FALSE);
}

static char *
f1_text (VwResultsReport *self, const VwScoreRow *row)
{
  return vw_plot_format_decimal (self->numbers, row->scores.f1, 3, FALSE);
}

static char *
support_text (VwResultsReport *self, const VwScoreRow *row)
{
  return vw_plot_format_count (self->numbers, row->scores.support, FALSE);
}

typedef struct {
  const char *title;
  CellText text;
} Column;

static const Column columns[] = {
  { N_ ("Class"), name_text }, { N_ ("Precision"), precision_text }, { N_ ("Recall"), recall_text },
  { N_ ("F1"), f1_text },      { N_ ("Support"), support_text },
};

#define COLUMN_KEY "vw-column"

static const Column *
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
on_setup (VwResultsReport *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const Column *column = column_of (factory);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_name = column->text == name_text;

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_name ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, is_name ? "vw-cell-name" : "numeric");
  gtk_box_append (GTK_BOX (box), label);
  if (column->text == f1_text)
    gtk_box_append (GTK_BOX (box), new_bar ());
  gtk_list_item_set_child (item, box);
}

static void
on_bind (VwResultsReport *self, GtkListItem *item, GtkListItemFactory *factory)
{
  VwScoreRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *bar = gtk_widget_get_next_sibling (label);
  g_autofree char *text = column_of (factory)->text (self, row);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (bar == NULL)
    return;
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), row->scores.f1);
  gtk_widget_set_visible (bar, !self->narrow);
}

static void
add_row (GPtrArray *rows, const char *name, VwScores scores)
{
  VwScoreRow *row = g_object_new (VW_TYPE_SCORE_ROW, NULL);

  row->name = g_strdup (name);
  row->scores = scores;
  g_ptr_array_add (rows, row);
}

static void
add_rows (GPtrArray *rows, VwModel *model, VwPopulation population)
{
  const VwMetrics *metrics = model->metrics;

  for (guint i = 0; i < metrics->n_classes; i++)
    add_row (rows, model->class_names[i], vw_metrics_class_scores (metrics, i, population));
  add_row (rows, _("Macro mean"), vw_metrics_macro_average (metrics, population));
  add_row (rows, _("Weighted"), vw_metrics_weighted_average (metrics, population));
}

/* All at once: the table looks at itself anew after every change of the list. */
void
vw_results_report_show (VwResultsReport *self, VwModel *model, VwPopulation population)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  self->n_classes = model != NULL ? model->metrics->n_classes : 0;
  if (model != NULL)
    add_rows (rows, model, population);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
}

void
vw_results_report_set_narrow (VwResultsReport *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_column_view_column_set_visible (self->support, !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->table), "vw-narrow");
}

static void
on_activate (VwResultsReport *self, guint position)
{
  if (position < self->n_classes)
    g_signal_emit (self, row_activated, 0, position);
}

static void
add_column (VwResultsReport *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view = gtk_column_view_column_new (_(column->title), factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (view, TRUE);
  gtk_column_view_append_column (self->table, view);
  if (column->text == support_text)
    self->support = view; /* the table's, as all of them */
  g_object_unref (view);
}

static void
vw_results_report_class_init (VwResultsReportClass *klass)
{
  row_activated = g_signal_new ("row-activated", VW_TYPE_RESULTS_REPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_results_report_init (VwResultsReport *self)
{
  GtkSingleSelection *selection;

  self->numbers = vw_plot_numbers_for (vw_words_language ());
  self->rows = g_list_store_new (VW_TYPE_SCORE_ROW);
  selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-report");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Report"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i]);
  vw_column_titles_align (self->table, 1);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}

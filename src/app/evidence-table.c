/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence-table.h"

#include "app/column-titles.h"
#include "app/strings.h"

#include <glib/gi18n.h>

#define MOST_HEIGHT 240

/* One line of the table. */
#define VW_TYPE_TERM_ROW (vw_term_row_get_type ())
G_DECLARE_FINAL_TYPE (VwTermRow, vw_term_row, VW, TERM_ROW, GObject)
struct _VwTermRow {
  GObject parent_instance;
  VwEvidenceTerm term;
};
G_DEFINE_FINAL_TYPE (VwTermRow, vw_term_row, G_TYPE_OBJECT)

static void
vw_term_row_class_init (VwTermRowClass *class)
{
}

static void
vw_term_row_init (VwTermRow *self)
{
}

struct _VwEvidenceTable {
  GtkBox parent_instance;

  GtkColumnView *table;
  GtkColumnViewColumn *cell, *direction;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (VwEvidenceTable, vw_evidence_table, GTK_TYPE_BOX)

typedef char *(*CellText) (const VwEvidenceTerm *term);

static char *
format_number (double value, gboolean sign)
{
  return vw_plot_format_decimal (vw_strings_numbers (), value, 4, sign);
}

static char *
word_text (const VwEvidenceTerm *term)
{
  return vw_strings_count (term->place.word);
}

static char *
cell_text (const VwEvidenceTerm *term)
{
  return term->place.cell == 0 ? g_strdup (_("all")) : vw_strings_count (term->place.cell);
}

static char *
direction_text (const VwEvidenceTerm *term)
{
  return vw_strings_count (term->place.direction);
}

static char *
value_text (const VwEvidenceTerm *term)
{
  return format_number (term->value, FALSE);
}

static char *
weight_text (const VwEvidenceTerm *term)
{
  return format_number (term->weight, TRUE);
}

static char *
product_text (const VwEvidenceTerm *term)
{
  return format_number (term->product, TRUE);
}

typedef struct {
  const char *title;
  CellText text;
} Column;

static const Column columns[] = {
  { N_ ("Word"), word_text },   { N_ ("Cell"), cell_text },     { N_ ("Direction"), direction_text },
  { N_ ("Value"), value_text }, { N_ ("Weight"), weight_text }, { N_ ("Product"), product_text },
};

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const Column *column = data;
  VwTermRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = column->text (&row->term);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* Falling products; equal ones by cell, direction and word. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const VwEvidenceTerm *first = &(*(VwTermRow *const *) a)->term;
  const VwEvidenceTerm *second = &(*(VwTermRow *const *) b)->term;

  if (first->product != second->product)
    return first->product < second->product ? 1 : -1;
  if (first->place.cell != second->place.cell)
    return first->place.cell < second->place.cell ? -1 : 1;
  if (first->place.direction != second->place.direction)
    return first->place.direction < second->place.direction ? -1 : 1;
  return first->place.word < second->place.word ? -1 : 1;
}

void
vw_evidence_table_show (VwEvidenceTable *self, const VwEvidence *evidence)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_cells = FALSE, has_directions = FALSE;

  g_return_if_fail (VW_IS_EVIDENCE_TABLE (self));
  for (guint i = 0; i < evidence->n_terms; i++)
    {
      VwTermRow *row = g_object_new (VW_TYPE_TERM_ROW, NULL);

      row->term = evidence->terms[i];
      has_cells = has_cells || row->term.place.cell > 0;
      has_directions = has_directions || row->term.place.direction > 0;
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  gtk_column_view_column_set_visible (self->cell, has_cells);
  gtk_column_view_column_set_visible (self->direction, has_directions);
  g_list_store_remove_all (self->rows); /* else the table would scroll on with its old rows */
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
}

static void
vw_evidence_table_class_init (VwEvidenceTableClass *class)
{
}

static void
add_column (VwEvidenceTable *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view = gtk_column_view_column_new (_(column->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  gtk_column_view_column_set_expand (view, TRUE);
  gtk_column_view_append_column (self->table, view);
  if (column->text == cell_text)
    self->cell = view; /* the table's, as all of them */
  else if (column->text == direction_text)
    self->direction = view;
  g_object_unref (view);
}

static void
vw_evidence_table_init (VwEvidenceTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (VW_TYPE_TERM_ROW);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->rows)))));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-terms");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Evidence"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i]);
  vw_column_titles_align (self->table, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->table));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trial-table.h"

#include "app/column-titles.h"
#include "app/tooltip.h"
#include "app/trial-texts.h"
#include "app/words.h"

#include <glib/gi18n.h>

/* One line of the table: its texts, made once. */
#define VW_TYPE_TRIAL_ROW (vw_trial_row_get_type ())
G_DECLARE_FINAL_TYPE (VwTrialRow, vw_trial_row, VW, TRIAL_ROW, GObject)
struct _VwTrialRow {
  GObject parent_instance;
  char *texts[VW_N_TRIAL_FIGURES];
  char *reason; /* why it failed, else NULL */
};
G_DEFINE_FINAL_TYPE (VwTrialRow, vw_trial_row, G_TYPE_OBJECT)

static void
vw_trial_row_finalize (GObject *object)
{
  VwTrialRow *self = VW_TRIAL_ROW (object);

  for (VwTrialFigure i = 0; i < VW_N_TRIAL_FIGURES; i++)
    g_free (self->texts[i]);
  g_free (self->reason);
  G_OBJECT_CLASS (vw_trial_row_parent_class)->finalize (object);
}

static void
vw_trial_row_class_init (VwTrialRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_trial_row_finalize;
}

static void
vw_trial_row_init (VwTrialRow *self)
{
}

struct _VwTrialTable {
  AdwBin parent_instance;

  GtkColumnView *table;
  GtkColumnViewColumn *value;
  GtkSingleSelection *selection;
  GListStore *rows;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (VwTrialTable, vw_trial_table, ADW_TYPE_BIN)

enum { CHOSEN, USE, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *const titles[VW_N_TRIAL_FIGURES]
    = { N_ ("Value"), N_ ("All digits"), N_ ("With keypoints"), N_ ("Macro F1"), N_ ("Keypoints"),
        N_ ("Time") };

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (data) == VW_TRIAL_VALUE ? 0 : 1);
  if (GPOINTER_TO_UINT (data) == VW_TRIAL_ALL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* A failed trial has its reason where its accuracy would be. */
static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  VwTrialFigure figure = GPOINTER_TO_UINT (data);
  VwTrialRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  gboolean failed = figure == VW_TRIAL_ALL && row->reason != NULL;

  gtk_label_set_text (GTK_LABEL (label), failed ? row->reason : row->texts[figure]);
  vw_tooltip_set (label, row->reason);
}

static VwTrialRow *
new_row (const VwPlotOutcomeWords *words, const VwOutcome *outcome, guint trial)
{
  VwTrialRow *row = g_object_new (VW_TYPE_TRIAL_ROW, NULL);
  const VwTrial *of = &g_array_index (outcome->trials, VwTrial, trial);

  for (VwTrialFigure i = 0; i < VW_N_TRIAL_FIGURES; i++)
    row->texts[i] = vw_trial_texts_figure (words, outcome, trial, i);
  row->reason = of->metrics == NULL ? vw_trial_texts_reason (of) : NULL;
  return row;
}

void
vw_trial_table_show (VwTrialTable *self, const VwOutcome *outcome, gboolean same)
{
  VwPlotOutcomeWords words;
  guint n;

  g_return_if_fail (VW_IS_TRIAL_TABLE (self));
  self->updating = TRUE;
  if (!same)
    g_list_store_remove_all (self->rows);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (outcome != NULL)
    {
      vw_words_init_outcome (&words, outcome->info);
      gtk_column_view_column_set_title (self->value, words.parameter);
    }
  for (guint i = n; outcome != NULL && i < outcome->trials->len; i++)
    {
      g_autoptr (VwTrialRow) row = new_row (&words, outcome, i);

      g_list_store_append (self->rows, row);
    }
  self->updating = FALSE;
}

void
vw_trial_table_choose (VwTrialTable *self, int trial)
{
  g_return_if_fail (VW_IS_TRIAL_TABLE (self));
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     trial < 0 ? GTK_INVALID_LIST_POSITION : (guint) trial);
  if (trial >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self->table), "list.scroll-to-item", "u",
                                (guint) trial);
  self->updating = FALSE;
}

static void
on_selected (VwTrialTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->updating)
    g_signal_emit (self, signals[CHOSEN], 0,
                   position == GTK_INVALID_LIST_POSITION ? -1 : (int) position);
}

static void
on_activate (VwTrialTable *self)
{
  g_signal_emit (self, signals[USE], 0);
}

static void
vw_trial_table_class_init (VwTrialTableClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[USE] = g_signal_new ("use", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_column (VwTrialTable *self, VwTrialFigure figure)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_(titles[figure]), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (figure));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (figure));
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table, column);
  if (figure == VW_TRIAL_VALUE)
    self->value = column; /* the table's, as all of them */
  g_object_unref (column);
}

static void
vw_trial_table_init (VwTrialTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (VW_TYPE_TRIAL_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->table
      = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "vw-terms");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Trials"), -1);
  for (VwTrialFigure i = 0; i < VW_N_TRIAL_FIGURES; i++)
    add_column (self, i);
  vw_column_titles_align (self->table, 1);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->table));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

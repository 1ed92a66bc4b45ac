/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/runs-table-private.h"

#include "app/dialogs.h"
#include "app/run-columns.h"
#include "app/run-texts.h"
#include "app/toasts.h"

#include <glib/gi18n.h>

/* What shows of the table where the page is so low that it scrolls. */
#define HEADER_HEIGHT 30 /* px */
#define ROW_HEIGHT 28    /* px */
#define FEWEST_ROWS 5
#define ROW_INTERVAL 16 /* ms from one new row to the next */

static guint compare_signal;

G_DEFINE_FINAL_TYPE (VwRunsTable, vw_runs_table, ADW_TYPE_BIN)

GPtrArray *
vw_runs_table_get_selected (VwRunsTable *self)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, bits, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (selected, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return selected;
}

static gboolean
is_later (VwPastRun *a, VwPastRun *b)
{
  return vw_past_run_get_run (a)->created > vw_past_run_get_run (b)->created;
}

void
vw_runs_table_compare (VwRunsTable *self, VwPastRun *a, VwPastRun *b)
{
  gboolean swap = is_later (a, b);

  g_signal_emit (self, compare_signal, 0, swap ? b : a, swap ? a : b);
}

gboolean
vw_runs_table_can_compare (VwRunsTable *self)
{
  return g_signal_has_handler_pending (self, compare_signal, 0, TRUE);
}

void
vw_runs_table_popup (VwRunsTable *self, double x, double y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_differences (VwRunsTable *self)
{
  g_autoptr (GPtrArray) selected = vw_runs_table_get_selected (self);
  g_autofree char *text = NULL;

  if (selected->len == 1)
    text = vw_run_texts_preset_differences (vw_past_run_get_run (selected->pdata[0]));
  else if (selected->len == 2)
    {
      gboolean swap = is_later (selected->pdata[0], selected->pdata[1]);

      text = vw_run_texts_differences (selected->pdata[swap], selected->pdata[!swap]);
    }
  gtk_label_set_text (self->differences, text);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), text != NULL);
}

static void
on_selection (VwRunsTable *self)
{
  vw_runs_table_update_actions (self);
  show_differences (self);
}

static void
on_items (VwRunsTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  gtk_widget_set_visible (self->empty, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), n > 0);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              HEADER_HEIGHT + ROW_HEIGHT * MIN (n, FEWEST_ROWS));
  on_selection (self);
}

/* A run has another title, and so another place among the others. */
static void
on_renamed (VwRunsTable *self)
{
  gtk_sorter_changed (gtk_column_view_column_get_sorter (self->columns[0]),
                      GTK_SORTER_CHANGE_DIFFERENT);
}

static void
restore (gpointer history, gpointer runs)
{
  vw_history_restore (history, runs);
}

static void
on_removed (VwRunsTable *self, GPtrArray *runs)
{
  const VwUndo undo = { restore, g_object_ref (self->history), g_ptr_array_ref (runs),
                        (GDestroyNotify) g_ptr_array_unref };
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u run deleted", "%u runs deleted", runs->len), runs->len);

  vw_toast_with_undo (GTK_WIDGET (self), text, &undo);
}

static void
on_saved (VwRunsTable *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);

  vw_toast (GTK_WIDGET (self), text);
}

static void
on_problems (VwRunsTable *self, GPtrArray *problems)
{
  vw_toast_problems (GTK_WIDGET (self), problems);
}

static void
on_failed (VwRunsTable *self, const char *heading, const GError *error)
{
  vw_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, error);
}

static void
on_activate (VwRunsTable *self, guint position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "run.make-current", NULL);
}

void
vw_runs_table_set_narrow (VwRunsTable *self, gboolean narrow)
{
  guint n;
  const VwRunColumn *columns = vw_run_column_table (&n);

  for (guint i = 0; i < n; i++)
    gtk_column_view_column_set_visible (self->columns[i], !narrow || !columns[i].is_wide);
}

static void
set_models (VwRunsTable *self)
{
  GListModel *runs = vw_history_get_runs (self->history);

  self->sorted = gtk_sort_list_model_new (g_object_ref (runs),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, 0);
  self->selection
      = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_column_view_set_model (self->view, self->selection);
}

static gboolean
show_more (gpointer data)
{
  VwRunsTable *self = data;
  guint n = gtk_slice_list_model_get_size (self->shown) + 1;

  gtk_slice_list_model_set_size (self->shown, n);
  if (n < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)))
    return G_SOURCE_CONTINUE;
  self->more = 0;
  return G_SOURCE_REMOVE;
}

/* Rows are dear: they are made one by one, between frames, and only while somebody looks. */
static void
want_more (VwRunsTable *self)
{
  if (self->more == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_slice_list_model_get_size (self->shown)
             < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)))
    self->more = g_timeout_add (ROW_INTERVAL, show_more, self);
}

static void
stop_more (VwRunsTable *self)
{
  g_clear_handle_id (&self->more, g_source_remove);
}

static void
connect_signals (VwRunsTable *self)
{
  const struct {
    gpointer object;
    const char *signal;
    GCallback callback;
  } connections[] = {
    { self->sorted, "items-changed", G_CALLBACK (on_items) },
    { self->selection, "selection-changed", G_CALLBACK (on_selection) },
    { self->sorted, "items-changed", G_CALLBACK (want_more) },
    { self, "map", G_CALLBACK (want_more) },
    { self, "unmap", G_CALLBACK (stop_more) },
    { self->view, "activate", G_CALLBACK (on_activate) },
    { self->history, "notify::current", G_CALLBACK (vw_runs_table_update_actions) },
    { self->history, "renamed", G_CALLBACK (on_renamed) },
    { self->history, "removed", G_CALLBACK (on_removed) },
    { self->history, "saved", G_CALLBACK (on_saved) },
    { self->history, "problems", G_CALLBACK (on_problems) },
    { self->history, "failed", G_CALLBACK (on_failed) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].object, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
}

GtkWidget *
vw_runs_table_new (VwHistory *history, VwSession *session)
{
  VwRunsTable *self = g_object_new (VW_TYPE_RUNS_TABLE, NULL);

  self->history = g_object_ref (history);
  self->session = g_object_ref (session);
  set_models (self);
  connect_signals (self);
  on_items (self);
  return GTK_WIDGET (self);
}

static void
vw_runs_table_dispose (GObject *object)
{
  VwRunsTable *self = VW_RUNS_TABLE (object);

  stop_more (self);
  /* The sorter goes with the view and sorts the list a last time. */
  if (self->sorted != NULL)
    g_signal_handlers_disconnect_by_data (self->sorted, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (vw_runs_table_parent_class)->dispose (object);
}

static void
vw_runs_table_class_init (VwRunsTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_runs_table_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/runs-table.ui");
  gtk_widget_class_bind_template_child (widget_class, VwRunsTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, VwRunsTable, view);
  gtk_widget_class_bind_template_child (widget_class, VwRunsTable, compare_button);
  gtk_widget_class_bind_template_child (widget_class, VwRunsTable, empty);
  gtk_widget_class_bind_template_child (widget_class, VwRunsTable, differences);
  gtk_widget_class_bind_template_child (widget_class, VwRunsTable, menu);
  vw_runs_table_class_install_actions (widget_class);
  compare_signal = g_signal_new ("compare", VW_TYPE_RUNS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, VW_TYPE_PAST_RUN, VW_TYPE_PAST_RUN);
}

static void
vw_runs_table_init (VwRunsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->popover = gtk_popover_menu_new_from_model (self->menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  vw_runs_table_add_columns (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/runs-table-private.h"

#include "app/column-titles.h"
#include "app/run-columns.h"
#include "app/run-texts.h"
#include "app/tooltip.h"

#include <glib/gi18n.h>

#define COLUMN_KEY "vw-column"
#define BINDINGS_KEY "vw-bindings"
#define MARK 16 /* px */

/* Unless the row is one of several that are selected, the menu is about it alone. */
static void
select_for_menu (VwRunsTable *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);

  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
}

static VwRunsTable *
table_of (gpointer widget)
{
  return VW_RUNS_TABLE (gtk_widget_get_ancestor (GTK_WIDGET (widget), VW_TYPE_RUNS_TABLE));
}

static void
on_menu_button (GtkMenuButton *button, gpointer item)
{
  select_for_menu (table_of (button), item);
  gtk_menu_button_set_menu_model (button, table_of (button)->menu);
}

static void
on_menu_setup (VwRunsTable *self, GtkListItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "vw-row-menu");
  /* The button itself would take the row's focus, and its keys; what its menu has keeps to be reached. */
  gtk_widget_set_can_focus (gtk_widget_get_first_child (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_menu_button, item, NULL);
  gtk_list_item_set_child (item, button);
}

static void
name_menu (VwPastRun *past, GParamSpec *pspec, GtkAccessible *button)
{
  g_autofree char *label
      = g_strdup_printf (_("Menu of the run “%s”"), vw_past_run_get_title (past));

  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_menu_bind (VwRunsTable *self, GtkListItem *item)
{
  VwPastRun *past = gtk_list_item_get_item (item);
  GtkAccessible *button = GTK_ACCESSIBLE (gtk_list_item_get_child (item));

  g_signal_connect_object (past, "notify::title", G_CALLBACK (name_menu), button, 0);
  name_menu (past, NULL, button);
}

static void
on_menu_unbind (VwRunsTable *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item),
                                        gtk_list_item_get_child (item));
}

static void
on_right_click (GtkGestureClick *gesture, int n, double x, double y, GtkListItem *item)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  VwRunsTable *self = table_of (cell);
  double table_x, table_y;

  select_for_menu (self, item);
  if (gtk_widget_translate_coordinates (cell, GTK_WIDGET (self), x, y, &table_x, &table_y))
    vw_runs_table_popup (self, table_x, table_y);
}

static const VwRunColumn *
column_of (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), COLUMN_KEY);
}

/* The check mark's place is kept where it does not show, so that the titles stand in a line. */
static void
add_mark (GtkBox *box)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_size_request (place, MARK, -1);
  gtk_widget_set_visible (mark, FALSE);
  gtk_widget_set_tooltip_text (mark, _("Current run"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Current run"), -1);
  gtk_box_append (GTK_BOX (place), mark);
  gtk_box_append (box, place);
}

static GtkWidget *
new_cell (const VwRunColumn *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (column->is_title)
    {
      add_mark (GTK_BOX (box));
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_label_set_xalign (GTK_LABEL (label), column->is_figure ? 1 : 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
on_setup (VwRunsTable *self, GtkListItem *item, GtkListItemFactory *factory)
{
  GtkWidget *cell = new_cell (column_of (factory));
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_right_click), item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, cell);
}

static void
bind_title (GtkListItem *item, VwPastRun *past, GtkWidget *cell)
{
  GtkWidget *mark = gtk_widget_get_first_child (gtk_widget_get_first_child (cell));
  GtkWidget *label = gtk_widget_get_last_child (cell);
  g_autofree char *settings = vw_run_texts_preset_differences (vw_past_run_get_run (past));
  GPtrArray *bindings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_binding_unbind);

  vw_tooltip_set (cell, settings);
  g_ptr_array_add (bindings,
                   g_object_bind_property (past, "title", label, "label", G_BINDING_SYNC_CREATE));
  g_ptr_array_add (
      bindings, g_object_bind_property (past, "current", mark, "visible", G_BINDING_SYNC_CREATE));
  g_object_set_data_full (G_OBJECT (item), BINDINGS_KEY, bindings,
                          (GDestroyNotify) g_ptr_array_unref);
}

static void
on_bind (VwRunsTable *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const VwRunColumn *column = column_of (factory);
  VwPastRun *past = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (column->is_title)
    {
      bind_title (item, past, cell);
      return;
    }
  text = column->text (past);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), text);
}

static void
on_unbind (VwRunsTable *self, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (item), BINDINGS_KEY, NULL);
}

static GtkColumnViewColumn *
add_column (VwRunsTable *self, const VwRunColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view = gtk_column_view_column_new (_(column->title), factory);
  g_autoptr (GtkSorter) sorter = vw_run_column_sorter (column);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_column_set_expand (view, column->is_title);
  gtk_column_view_append_column (self->view, view);
  g_object_unref (view);
  return view;
}

static void
add_menu_column (VwRunsTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view = gtk_column_view_column_new (NULL, factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_menu_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_menu_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_menu_unbind), self, G_CONNECT_SWAPPED);
  gtk_column_view_append_column (self->view, view);
  g_object_unref (view);
}

void
vw_runs_table_add_columns (VwRunsTable *self)
{
  guint n;
  const VwRunColumn *columns = vw_run_column_table (&n);

  g_assert (n <= VW_RUNS_MOST_COLUMNS);
  for (guint i = 0; i < n; i++)
    self->columns[i] = add_column (self, &columns[i]);
  add_menu_column (self);
  for (guint i = 0; i < n; i++)
    vw_column_titles_describe (self->view, i, columns[i].tip != NULL ? _(columns[i].tip) : NULL,
                               columns[i].is_figure);
  gtk_column_view_sort_by_column (self->view, self->columns[n - 1], GTK_SORT_DESCENDING);
}

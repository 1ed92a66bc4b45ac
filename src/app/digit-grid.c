/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-grid.h"

#include "app/digit-cell.h"
#include "app/digit-filters.h"
#include "app/digit-model.h"
#include "app/strings.h"

#include <glib/gi18n.h>

#define WIDE_COLUMNS 4
#define NARROW_COLUMNS 3
#define FEWEST_COLUMNS 2
#define WIDTH 252 /* whatever the drop-downs say */

struct _VwDigitGrid {
  GtkBox parent_instance;

  VwSession *session;
  VwDigitModel *model;
  GtkSingleSelection *selection;
  gboolean following; /* the view follows the session, not the other way round */
  gboolean narrow;

  GtkDropDown *split;
  GtkToggleButton *filter_button;
  VwDigitFilters *filters;
  GtkScrolledWindow *scroller;
  GtkGridView *view;
  GtkStack *stack;
  GtkLabel *total, *right;
  GtkMenuButton *go_button;
  GtkEntry *go_entry;
  GtkWidget *word_chip;
  GtkLabel *word_label;
};

G_DEFINE_FINAL_TYPE (VwDigitGrid, vw_digit_grid, GTK_TYPE_BOX)

static void
on_setup (VwDigitGrid *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, vw_digit_cell_new (self->model));
}

static void
on_bind (VwDigitGrid *self, GtkListItem *item)
{
  vw_digit_cell_set (VW_DIGIT_CELL (gtk_list_item_get_child (item)),
                     vw_digit_item_get_index (gtk_list_item_get_item (item)));
}

static void
on_unbind (VwDigitGrid *self, GtkListItem *item)
{
  vw_digit_cell_clear (VW_DIGIT_CELL (gtk_list_item_get_child (item)));
}

static void
update_footer (VwDigitGrid *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_right = vw_digit_model_count_right (self->model);
  g_autofree char *count = vw_strings_count (n), *right = vw_strings_count (n_right);
  g_autofree char *total = g_strdup_printf (ngettext ("%s digit", "%s digits", n), count);
  g_autofree char *text = g_strdup_printf (ngettext ("%s right", "%s right", n_right), right);

  gtk_label_set_text (self->total, total);
  gtk_label_set_text (self->right, text);
  gtk_widget_set_visible (GTK_WIDGET (self->right),
                          vw_session_get_predictions (self->session) != NULL
                              && vw_session_get_split (self->session) == VW_SPLIT_TEST);
  gtk_stack_set_visible_child_name (
      self->stack, n > 0 || vw_digit_model_is_searching (self->model) ? "digits" : "none");
}

/* While a guest is shown no digit is the selected one, so that each can be selected. */
static void
follow_selected (VwDigitGrid *self)
{
  guint position = vw_session_get_guest (self->session) == NULL
                       ? vw_digit_model_find (self->model, vw_session_get_selected (self->session))
                       : GTK_INVALID_LIST_POSITION;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
on_items_changed (VwDigitGrid *self)
{
  update_footer (self);
  follow_selected (self);
}

static void
on_selected (VwDigitGrid *self)
{
  VwDigitItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && item != NULL)
    vw_session_set_selected (self->session, vw_digit_item_get_index (item));
}

/* What is in sight is counted first. */
static void
on_scrolled (VwDigitGrid *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double upper = gtk_adjustment_get_upper (adjustment);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (VwDigitItem) first = NULL;

  if (upper <= 0 || n == 0)
    return;
  first = g_list_model_get_item (G_LIST_MODEL (self->model),
                                 (guint) (gtk_adjustment_get_value (adjustment) / upper * n));
  if (first != NULL)
    vw_digit_counts_prefer (vw_digit_model_get_counts (self->model),
                            vw_digit_item_get_index (first));
}

static void
on_split_chosen (VwDigitGrid *self)
{
  if (self->session != NULL && !self->following)
    vw_session_set_split (self->session,
                          gtk_drop_down_get_selected (self->split) == 0 ? VW_SPLIT_TEST
                                                                        : VW_SPLIT_TRAIN);
}

/* Also the range of indices that can be gone to. */
static void
update_columns (VwDigitGrid *self)
{
  gboolean wide_cells = vw_digit_cell_is_wide_for (vw_session_get_dataset (self->session));
  guint columns = !self->narrow ? WIDE_COLUMNS : wide_cells ? FEWEST_COLUMNS : NARROW_COLUMNS;

  if (columns == gtk_grid_view_get_max_columns (self->view))
    return; /* being told the same would have the grid look at itself anew */
  gtk_grid_view_set_min_columns (self->view, FEWEST_COLUMNS);
  gtk_grid_view_set_max_columns (self->view, columns);
  gtk_grid_view_set_min_columns (self->view, columns);
}

static void
follow_split (VwDigitGrid *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwSplit split = vw_session_get_split (self->session);
  guint n = dataset != NULL ? vw_dataset_get_count (dataset, split) : 0;
  g_autofree char *range = g_strdup_printf ("0–%u", n > 0 ? n - 1 : 0);

  self->following = TRUE;
  gtk_drop_down_set_selected (self->split, split == VW_SPLIT_TEST ? 0 : 1);
  self->following = FALSE;
  gtk_entry_set_placeholder_text (self->go_entry, range);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), n > 0);
  update_columns (self);
}

static void
update_filters (VwDigitGrid *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->filters),
                          !self->narrow || gtk_toggle_button_get_active (self->filter_button));
}

void
vw_digit_grid_set_narrow (VwDigitGrid *self, gboolean narrow)
{
  g_return_if_fail (VW_IS_DIGIT_GRID (self));
  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self), narrow ? -1 : WIDTH, -1);
  update_columns (self);
  update_filters (self);
}

void
vw_digit_grid_pass (VwDigitGrid *self, int by)
{
  gint64 at = gtk_single_selection_get_selected (self->selection);
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_return_if_fail (VW_IS_DIGIT_GRID (self));
  if (at == GTK_INVALID_LIST_POSITION)
    at = by > 0 ? -1 : n;
  if (at + by >= 0 && at + by < n)
    gtk_single_selection_set_selected (self->selection, (guint) (at + by));
}

void
vw_digit_grid_ask_index (VwDigitGrid *self)
{
  g_return_if_fail (VW_IS_DIGIT_GRID (self));
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->go_button)))
    return; /* no digits */
  gtk_menu_button_popup (self->go_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->go_entry));
}

static void
on_go_opened (VwDigitGrid *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->go_entry), "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->go_entry), "error");
}

/* A digit that the filter hides is worth more than the filter. */
static void
on_go (VwDigitGrid *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  guint n = vw_dataset_get_count (dataset, vw_session_get_split (self->session));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->go_entry));
  guint64 index;

  if (!g_ascii_string_to_unsigned (text, 10, 0, n - 1, &index, NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->go_entry), "error");
      return;
    }
  gtk_menu_button_popdown (self->go_button);
  if (vw_digit_model_find (self->model, (guint) index) == VW_DIGIT_NOT_LISTED)
    vw_session_set_filter (self->session, &VW_DIGIT_FILTER_ALL);
  vw_session_set_selected (self->session, (guint) index);
  follow_selected (self);
}

static void
on_clear_filter (VwDigitGrid *self)
{
  vw_session_set_filter (self->session, &VW_DIGIT_FILTER_ALL);
}

static void
on_clear_word (VwDigitGrid *self)
{
  VwDigitFilter filter = *vw_session_get_filter (self->session);

  filter.word = -1;
  vw_session_set_filter (self->session, &filter);
}

/* A filter by word comes from another page: it stays in sight, and can be taken off here. */
static void
show_word_filter (VwDigitGrid *self)
{
  int word = vw_session_get_filter (self->session)->word;
  g_autofree char *text = g_strdup_printf (_("With word %d"), word);

  gtk_widget_set_visible (self->word_chip, word >= 0);
  gtk_label_set_text (self->word_label, text);
}

static void
make_list (VwDigitGrid *self, VwDigitCounts *counts)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->model = vw_digit_model_new (self->session, counts);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->view, factory);
  gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
connect_signals (VwDigitGrid *self)
{
  const struct {
    gpointer object;
    const char *signal;
    void (*handler) (VwDigitGrid *self);
  } followed[] = {
    { self->selection, "notify::selected", on_selected },
    { self->model, "items-changed", on_items_changed },
    { gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", on_scrolled },
    { self->session, "notify::selected", follow_selected },
    { self->session, "notify::guest", follow_selected },
    { self->session, "notify::split", follow_split },
    { self->session, "notify::dataset", follow_split },
    { self->session, "notify::model", update_footer },
    { self->session, "notify::filter", show_word_filter },
  };

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (followed[i].object, followed[i].signal,
                             G_CALLBACK (followed[i].handler), self, G_CONNECT_SWAPPED);
}

void
vw_digit_grid_set_session (VwDigitGrid *self, VwSession *session, VwDigitCounts *counts)
{
  g_return_if_fail (VW_IS_DIGIT_GRID (self) && self->session == NULL);
  self->session = g_object_ref (session);
  vw_digit_filters_set_session (self->filters, session);
  make_list (self, counts);
  connect_signals (self);
  follow_split (self);
  on_items_changed (self);
}

static void
vw_digit_grid_dispose (GObject *object)
{
  VwDigitGrid *self = VW_DIGIT_GRID (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_digit_grid_parent_class)->dispose (object);
}

static void
vw_digit_grid_class_init (VwDigitGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_digit_grid_dispose;
  g_type_ensure (VW_TYPE_DIGIT_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/digit-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, split);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, filter_button);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, filters);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, view);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, stack);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, total);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, right);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, go_button);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, go_entry);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, word_chip);
  gtk_widget_class_bind_template_child (widget_class, VwDigitGrid, word_label);
  gtk_widget_class_bind_template_callback (widget_class, on_split_chosen);
  gtk_widget_class_bind_template_callback (widget_class, update_filters);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_bind_template_callback (widget_class, on_go_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_word);
}

static void
vw_digit_grid_init (VwDigitGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-tiles.h"

#include "app/results-tile.h"

/* One digit of the list. */
#define VW_TYPE_LISTED (vw_listed_get_type ())
G_DECLARE_FINAL_TYPE (VwListed, vw_listed, VW, LISTED, GObject)
struct _VwListed {
  GObject parent_instance;
  guint index;
};
G_DEFINE_FINAL_TYPE (VwListed, vw_listed, G_TYPE_OBJECT)

static void
vw_listed_class_init (VwListedClass *class)
{
}

static void
vw_listed_init (VwListed *self)
{
}

struct _VwDigitTiles {
  AdwBin parent_instance;

  VwSession *session;
  VwDataset *dataset;
  VwDigitTilesWords words;
  GListStore *digits;
  GtkSingleSelection *selection;
  GtkStack *stack;
  GtkLabel *note;
  GtkGridView *grid;
};

G_DEFINE_FINAL_TYPE (VwDigitTiles, vw_digit_tiles, ADW_TYPE_BIN)

enum { CHOSEN, ACTIVATED, UPDATED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
vw_digit_tiles_set_up (VwDigitTiles *self,
                       VwSession *session,
                       const VwDigitTilesWords *words,
                       gboolean always_one)
{
  g_return_if_fail (VW_IS_DIGIT_TILES (self));
  g_set_object (&self->session, session);
  self->words = *words;
  gtk_single_selection_set_autoselect (self->selection, always_one);
  gtk_single_selection_set_can_unselect (self->selection, !always_one);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->name, -1);
}

static GPtrArray *
list (const GArray *digits)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < digits->len; i++)
    {
      VwListed *listed = g_object_new (VW_TYPE_LISTED, NULL);

      listed->index = g_array_index (digits, guint, i);
      g_ptr_array_add (found, listed);
    }
  return found;
}

/* The list changes all at once, because the grid looks at itself anew after every change. Until then
   nothing is asked about the former digits, which the owner may not know any more. */
void
vw_digit_tiles_show (VwDigitTiles *self, VwDataset *dataset, const GArray *digits, const char *note)
{
  g_autoptr (GPtrArray) found = list (digits);

  g_return_if_fail (VW_IS_DIGIT_TILES (self));
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->dataset = dataset != NULL ? vw_dataset_ref (dataset) : NULL;
  g_list_store_splice (self->digits, 0, vw_digit_tiles_get_n (self), found->pdata, found->len);
  gtk_label_set_text (self->note, note);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "grid" : "note");
}

guint
vw_digit_tiles_get_n (VwDigitTiles *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->digits));
}

gboolean
vw_digit_tiles_get_chosen (VwDigitTiles *self, guint *digit)
{
  VwListed *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (chosen == NULL)
    return FALSE;
  *digit = chosen->index;
  return TRUE;
}

void
vw_digit_tiles_lead (VwDigitTiles *self, const VwDigitFilter *filter)
{
  g_autoptr (VwListed) first = g_list_model_get_item (G_LIST_MODEL (self->digits), 0);
  guint digit;

  if (first == NULL)
    return;
  if (!vw_digit_tiles_get_chosen (self, &digit))
    digit = first->index;
  vw_session_set_split (self->session, VW_SPLIT_TEST);
  vw_session_set_filter (self->session, filter);
  vw_session_set_selected (self->session, digit);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "digits");
}

static VwDigitTiles *
tiles_of (GtkListItem *item)
{
  GtkWidget *tiles = gtk_widget_get_ancestor (gtk_list_item_get_child (item), VW_TYPE_DIGIT_TILES);

  return tiles != NULL ? VW_DIGIT_TILES (tiles) : NULL;
}

static gboolean
on_tooltip (GtkListItem *item, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  VwListed *digit = gtk_list_item_get_item (item);
  VwDigitTiles *self = tiles_of (item);
  g_autofree char *text = NULL;

  if (digit == NULL || self == NULL || self->dataset == NULL)
    return FALSE;
  text = self->words.tooltip (self->words.owner, digit->index);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
update_caption (VwDigitTiles *self, GtkListItem *item)
{
  VwListed *digit = gtk_list_item_get_item (item);
  GtkLabel *caption = GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (item)));
  g_autofree char *text = NULL;

  if (self->dataset == NULL)
    return;
  text = self->words.caption (self->words.owner, digit->index);
  if (!g_str_equal (text, gtk_label_get_text (caption)))
    gtk_label_set_text (caption, text);
}

static void
on_updated (GtkListItem *item)
{
  VwDigitTiles *self = tiles_of (item);

  if (self != NULL && gtk_list_item_get_item (item) != NULL) /* neither leaving nor a spare one */
    update_caption (self, item);
}

void
vw_digit_tiles_update (VwDigitTiles *self)
{
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
on_setup (VwDigitTiles *self, GtkListItem *item)
{
  GtkWidget *box = vw_results_tile_new_captioned ();

  g_signal_connect_object (box, "query-tooltip", G_CALLBACK (on_tooltip), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "updated", G_CALLBACK (on_updated), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (VwDigitTiles *self, GtkListItem *item)
{
  VwListed *digit = gtk_list_item_get_item (item);
  GtkWidget *tile = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  vw_results_tile_set_image (VW_RESULTS_TILE (tile), self->dataset, VW_SPLIT_TEST, digit->index);
  update_caption (self, item);
}

static void
on_activate (VwDigitTiles *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_selected (VwDigitTiles *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
vw_digit_tiles_dispose (GObject *object)
{
  VwDigitTiles *self = VW_DIGIT_TILES (object);

  g_clear_object (&self->session);
  g_clear_object (&self->digits);
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  G_OBJECT_CLASS (vw_digit_tiles_parent_class)->dispose (object);
}

static void
vw_digit_tiles_class_init (VwDigitTilesClass *class)
{
  static const char *const names[N_SIGNALS] = { "chosen", "activated", "updated" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_digit_tiles_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/digit-tiles.ui");
  gtk_widget_class_bind_template_child (widget_class, VwDigitTiles, stack);
  gtk_widget_class_bind_template_child (widget_class, VwDigitTiles, note);
  gtk_widget_class_bind_template_child (widget_class, VwDigitTiles, grid);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], VW_TYPE_DIGIT_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
vw_digit_tiles_init (VwDigitTiles *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->digits = g_list_store_new (VW_TYPE_LISTED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->digits)));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->grid, factory);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_object_unref (factory);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-digits.h"

#include "app/results-tile.h"
#include "app/strings.h"

#include <glib/gi18n.h>

/* One digit of the list. */
#define VW_TYPE_FLIPPED (vw_flipped_get_type ())
G_DECLARE_FINAL_TYPE (VwFlipped, vw_flipped, VW, FLIPPED, GObject)
struct _VwFlipped {
  GObject parent_instance;
  guint index;
};
G_DEFINE_FINAL_TYPE (VwFlipped, vw_flipped, G_TYPE_OBJECT)

static void
vw_flipped_class_init (VwFlippedClass *klass)
{
}

static void
vw_flipped_init (VwFlipped *self)
{
}

/* A button that chooses one kind of flip. */
typedef struct {
  GtkToggleButton *button;
  GtkLabel *count, *name;
} Kind;

struct _VwCompareDigits {
  AdwBin parent_instance;
  VwSession *session;
  VwRunPair *pair;
  VwPlotSpot spot;
  GListStore *digits;
  GtkSingleSelection *selection;
  GtkLabel *heading;
  GtkLabel *subtitle;
  GtkButton *lead_button;
  GtkWidget *kinds_box;
  Kind kinds[VW_N_FLIPS]; /* VW_FLIP_NONE has none */
  GtkStack *stack;
  GtkLabel *note;
  GtkGridView *grid;
};

G_DEFINE_FINAL_TYPE (VwCompareDigits, vw_compare_digits, ADW_TYPE_BIN)

static guint chosen_signal;

static VwFlip
current_kind (VwCompareDigits *self)
{
  for (VwFlip kind = VW_FLIP_FIXED; kind < VW_N_FLIPS; kind++)
    if (gtk_toggle_button_get_active (self->kinds[kind].button))
      return kind;
  return VW_FLIP_FIXED;
}

static gboolean
is_in_column (VwCompareDigits *self, int predicted)
{
  int n = (int) self->pair->flips->n_classes;

  return self->spot.column == (predicted == VW_NO_PREDICTION ? n : predicted);
}

/* Whether a place of the matrix counts that digit in either run. */
static gboolean
is_here (VwCompareDigits *self, guint index)
{
  int truth = vw_dataset_get_labels (self->pair->dataset, VW_SPLIT_TEST)[index];

  return (self->spot.row < 0 || self->spot.row == truth)
         && (self->spot.column < 0
             || is_in_column (self, vw_run_pair_predicted_before (self->pair, index))
             || is_in_column (self, vw_run_pair_predicted_after (self->pair, index)));
}

static void
count_kinds (VwCompareDigits *self, guint counts[VW_N_FLIPS])
{
  for (guint i = 0; i < self->pair->flips->n_images; i++)
    if (is_here (self, i))
      counts[self->pair->flips->flips[i]]++;
}

static GPtrArray *
collect (VwCompareDigits *self, VwFlip kind)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->pair->flips->n_images; i++)
    if (self->pair->flips->flips[i] == kind && is_here (self, i))
      {
        VwFlipped *digit = g_object_new (VW_TYPE_FLIPPED, NULL);

        digit->index = i;
        g_ptr_array_add (found, digit);
      }
  return found;
}

static gboolean
has_digits (VwCompareDigits *self)
{
  return self->pair != NULL && self->pair->flips != NULL;
}

/* All at once: the grid looks at itself anew after every change of the list. */
static void
list_digits (VwCompareDigits *self)
{
  g_autoptr (GPtrArray) found
      = has_digits (self) ? collect (self, current_kind (self)) : g_ptr_array_new ();

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_list_store_splice (self->digits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->digits)),
                       found->pdata, found->len);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lead_button), found->len > 0);
  gtk_label_set_text (self->note, has_digits (self)
                                      ? _("No digit here")
                                      : _("Open the data that both runs were tested on to see "
                                           "their digits"));
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "grid" : "note");
  g_signal_emit (self, chosen_signal, 0);
}

static void
on_kind (VwCompareDigits *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    list_digits (self);
}

static void
show_counts (VwCompareDigits *self)
{
  guint counts[VW_N_FLIPS] = { 0 };

  gtk_widget_set_visible (self->kinds_box, has_digits (self));
  if (!has_digits (self))
    return;
  count_kinds (self, counts);
  for (VwFlip kind = VW_FLIP_FIXED; kind < VW_N_FLIPS; kind++)
    {
      Kind *shown = &self->kinds[kind];
      g_autofree char *count = vw_strings_count (counts[kind]);
      g_autofree char *label = g_strdup_printf ("%s: %s", gtk_label_get_text (shown->name), count);

      gtk_label_set_text (shown->count, count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (shown->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
    }
}

void
vw_compare_digits_show (VwCompareDigits *self,
                        VwRunPair *pair,
                        VwPlotSpot spot,
                        const char *heading)
{
  gboolean somewhere = spot.row >= 0 || spot.column >= 0;

  g_return_if_fail (VW_IS_COMPARE_DIGITS (self));
  if (pair != NULL)
    vw_run_pair_ref (pair);
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  self->pair = pair;
  self->spot = spot;
  gtk_label_set_text (self->heading, somewhere ? heading : _("Digits that changed"));
  gtk_label_set_text (self->subtitle, somewhere ? _("Changed, and here in A or in B")
                                                : _("A cell of the matrix picks some of them"));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), has_digits (self));
  show_counts (self);
  list_digits (self);
}

gboolean
vw_compare_digits_get_chosen (VwCompareDigits *self, guint *digit)
{
  VwFlipped *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (chosen == NULL)
    return FALSE;
  *digit = chosen->index;
  return TRUE;
}

void
vw_compare_digits_lead (VwCompareDigits *self)
{
  g_autoptr (VwFlipped) first = g_list_model_get_item (G_LIST_MODEL (self->digits), 0);
  guint digit;

  if (first == NULL)
    return;
  if (!vw_compare_digits_get_chosen (self, &digit))
    digit = first->index;
  vw_session_set_split (self->session, VW_SPLIT_TEST);
  vw_session_set_filter (self->session, &VW_DIGIT_FILTER_ALL);
  vw_session_set_selected (self->session, digit);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "digits");
}

static const char *
class_name (VwCompareDigits *self, int predicted)
{
  /* Translators: below a small picture: an image without keypoints, which gets no prediction */
  return predicted == VW_NO_PREDICTION
             ? _("none")
             : vw_dataset_get_class_name (self->pair->dataset, (guint) predicted);
}

static gboolean
on_tooltip (GtkListItem *item, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  VwFlipped *digit = gtk_list_item_get_item (item);
  VwCompareDigits *self = VW_COMPARE_DIGITS (
      gtk_widget_get_ancestor (gtk_list_item_get_child (item), VW_TYPE_COMPARE_DIGITS));
  g_autofree char *number = NULL, *text = NULL;
  const guint8 *labels;

  if (digit == NULL || self == NULL || !has_digits (self))
    return FALSE;
  labels = vw_dataset_get_labels (self->pair->dataset, VW_SPLIT_TEST);
  number = vw_strings_count (digit->index);
  text = vw_plot_compose (
      _("Test digit {index}: truth {truth}, predicted {before}, now {after}"), "index", number,
      "truth", vw_dataset_get_class_name (self->pair->dataset, labels[digit->index]), "before",
      class_name (self, vw_run_pair_predicted_before (self->pair, digit->index)), "after",
      class_name (self, vw_run_pair_predicted_after (self->pair, digit->index)), NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_setup (VwCompareDigits *self, GtkListItem *item)
{
  GtkWidget *box = vw_results_tile_new_captioned ();

  g_signal_connect_object (box, "query-tooltip", G_CALLBACK (on_tooltip), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (VwCompareDigits *self, GtkListItem *item)
{
  VwFlipped *digit = gtk_list_item_get_item (item);
  GtkWidget *tile = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *text = NULL;

  if (!has_digits (self))
    return;
  text = g_strdup_printf (
      "%s → %s", class_name (self, vw_run_pair_predicted_before (self->pair, digit->index)),
      class_name (self, vw_run_pair_predicted_after (self->pair, digit->index)));
  vw_results_tile_set_image (VW_RESULTS_TILE (tile), self->pair->dataset, VW_SPLIT_TEST,
                             digit->index);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (tile)), text);
}

static void
on_activate (VwCompareDigits *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  vw_compare_digits_lead (self);
}

static void
on_selected (VwCompareDigits *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

void
vw_compare_digits_set_narrow (VwCompareDigits *self, gboolean narrow)
{
  if (narrow)
    gtk_button_set_icon_name (self->lead_button, "go-next-symbolic");
  else
    gtk_button_set_label (self->lead_button, _("Show in Digits"));
}

void
vw_compare_digits_set_session (VwCompareDigits *self, VwSession *session)
{
  g_set_object (&self->session, session);
}

static void
vw_compare_digits_dispose (GObject *object)
{
  VwCompareDigits *self = VW_COMPARE_DIGITS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->digits);
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  G_OBJECT_CLASS (vw_compare_digits_parent_class)->dispose (object);
}

static void
bind_kind (GtkWidgetClass *class, const char *kind, guint index)
{
  static const struct {
    const char *suffix;
    gsize member;
  } parts[] = { { "_button", G_STRUCT_OFFSET (Kind, button) },
                { "_count", G_STRUCT_OFFSET (Kind, count) },
                { "_name", G_STRUCT_OFFSET (Kind, name) } };
  gsize offset = G_STRUCT_OFFSET (VwCompareDigits, kinds) + index * sizeof (Kind);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (kind, parts[i].suffix, NULL);

      gtk_widget_class_bind_template_child_full (class, name, FALSE,
                                                 (gssize) (offset + parts[i].member));
    }
}

static void
vw_compare_digits_class_init (VwCompareDigitsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_compare_digits_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/compare-digits.ui");
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, heading);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, lead_button);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, stack);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, note);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, grid);
  bind_kind (widget_class, "fixed", VW_FLIP_FIXED);
  bind_kind (widget_class, "broken", VW_FLIP_BROKEN);
  bind_kind (widget_class, "other", VW_FLIP_MISTAKE);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, vw_compare_digits_lead);
  chosen_signal = g_signal_new ("chosen", VW_TYPE_COMPARE_DIGITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
vw_compare_digits_init (VwCompareDigits *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->spot = VW_PLOT_NOWHERE;
  self->digits = g_list_store_new (VW_TYPE_FLIPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->digits)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
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

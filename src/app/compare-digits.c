/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-digits.h"

#include "app/digit-tiles.h"
#include "app/strings.h"

#include <glib/gi18n.h>

/* A button that chooses one kind of flip. */
typedef struct {
  GtkToggleButton *button;
  GtkLabel *count, *name;
} Kind;

struct _VwCompareDigits {
  AdwBin parent_instance;
  VwRunPair *pair;
  VwPlotSpot spot;
  GtkLabel *heading;
  GtkLabel *subtitle;
  GtkButton *lead_button;
  GtkWidget *kinds_box;
  Kind kinds[VW_N_FLIPS]; /* VW_FLIP_NONE has none */
  VwDigitTiles *tiles;
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

static GArray *
collect (VwCompareDigits *self, VwFlip kind)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->pair->flips->n_images; i++)
    if (self->pair->flips->flips[i] == kind && is_here (self, i))
      g_array_append_val (found, i);
  return found;
}

static gboolean
has_digits (VwCompareDigits *self)
{
  return self->pair != NULL && self->pair->flips != NULL;
}

static void
list_digits (VwCompareDigits *self)
{
  gboolean has = has_digits (self);
  g_autoptr (GArray) found = has ? collect (self, current_kind (self))
                                 : g_array_new (FALSE, FALSE, sizeof (guint));

  vw_digit_tiles_show (self->tiles, has ? self->pair->dataset : NULL, found,
                       has ? _("No digit here")
                           : _("Open the data that both runs were tested on to see their digits"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->lead_button), found->len > 0);
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
  return vw_digit_tiles_get_chosen (self->tiles, digit);
}

void
vw_compare_digits_lead (VwCompareDigits *self)
{
  vw_digit_tiles_lead (self->tiles, &VW_DIGIT_FILTER_ALL);
}

static const char *
class_name (VwCompareDigits *self, int predicted)
{
  /* Translators: below a small picture: an image without keypoints, which gets no prediction */
  return predicted == VW_NO_PREDICTION
             ? _("none")
             : vw_dataset_get_class_name (self->pair->dataset, (guint) predicted);
}

static char *
tooltip_of (gpointer data, guint digit)
{
  VwCompareDigits *self = data;
  const guint8 *labels = vw_dataset_get_labels (self->pair->dataset, VW_SPLIT_TEST);
  g_autofree char *number = vw_strings_count (digit);

  return vw_plot_compose (
      _("Test digit {index}: truth {truth}, predicted {before}, now {after}"), "index", number,
      "truth", vw_dataset_get_class_name (self->pair->dataset, labels[digit]), "before",
      class_name (self, vw_run_pair_predicted_before (self->pair, digit)), "after",
      class_name (self, vw_run_pair_predicted_after (self->pair, digit)), NULL);
}

static char *
caption_of (gpointer data, guint digit)
{
  VwCompareDigits *self = data;

  return g_strdup_printf ("%s → %s",
                          class_name (self, vw_run_pair_predicted_before (self->pair, digit)),
                          class_name (self, vw_run_pair_predicted_after (self->pair, digit)));
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
  const VwDigitTilesWords words = { _("Digits that changed"), caption_of, tooltip_of, self };

  vw_digit_tiles_set_up (self->tiles, session, &words, FALSE);
}

static void
vw_compare_digits_dispose (GObject *object)
{
  VwCompareDigits *self = VW_COMPARE_DIGITS (object);

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
  g_type_ensure (VW_TYPE_DIGIT_TILES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/compare-digits.ui");
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, heading);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, lead_button);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, VwCompareDigits, tiles);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  self->spot = VW_PLOT_NOWHERE;
  g_signal_connect_object (self->tiles, "chosen", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tiles, "activated", G_CALLBACK (vw_compare_digits_lead), self,
                           G_CONNECT_SWAPPED);
}

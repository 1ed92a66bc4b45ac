/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-digits.h"

#include "app/digit-counts.h"
#include "app/results-tile.h"
#include "text/language.h"

#include <glib/gi18n.h>

/* One digit of the list. */
#define VW_TYPE_CASE (vw_case_get_type ())
G_DECLARE_FINAL_TYPE (VwCase, vw_case, VW, CASE, GObject)
struct _VwCase {
  GObject parent_instance;
  guint index;
  int truth, predicted;
};
G_DEFINE_FINAL_TYPE (VwCase, vw_case, G_TYPE_OBJECT)

static void
vw_case_class_init (VwCaseClass *klass)
{
}

static void
vw_case_init (VwCase *self)
{
}

struct _VwResultsDigits {
  AdwBin parent_instance;
  VwSession *session;
  VwPlotSpot spot;
  GListStore *cases;
  VwDigitCounts *counts; /* of keypoints, as the model finds them */
  GtkSingleSelection *selection;
  GtkLabel *heading;
  GtkLabel *subtitle;
  GtkButton *lead_button;
  GtkStack *stack;
  GtkLabel *note;
  GtkGridView *grid;
};

G_DEFINE_FINAL_TYPE (VwResultsDigits, vw_results_digits, ADW_TYPE_BIN)

static guint
n_classes (VwResultsDigits *self)
{
  return vw_session_get_model (self->session)->metrics->n_classes;
}

/* Whether a place of the matrix counts a digit of that truth and prediction. */
static gboolean
counts (VwResultsDigits *self, int truth, int predicted)
{
  int column = predicted == VW_NO_PREDICTION ? (int) n_classes (self) : predicted;

  return (self->spot.row < 0 || self->spot.row == truth)
         && (self->spot.column < 0 || self->spot.column == column);
}

static VwCase *
case_new (guint index, int truth, int predicted)
{
  VwCase *digit = g_object_new (VW_TYPE_CASE, NULL);

  digit->index = index;
  digit->truth = truth;
  digit->predicted = predicted;
  return digit;
}

static GPtrArray *
collect (VwResultsDigits *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  const GArray *predictions = vw_session_get_predictions (self->session);
  VwDataset *dataset = vw_session_get_dataset (self->session);
  guint n = MIN (predictions->len, vw_dataset_get_count (dataset, VW_SPLIT_TEST));
  const guint8 *labels = vw_dataset_get_labels (dataset, VW_SPLIT_TEST);

  for (guint i = 0; i < n; i++)
    {
      int predicted = g_array_index (predictions, gint16, i);

      if (counts (self, labels[i], predicted))
        g_ptr_array_add (found, case_new (i, labels[i], predicted));
    }
  return found;
}

/* All at once: the grid looks at itself anew after every change of the list. */
static void
list_cases (VwResultsDigits *self, gboolean wanted)
{
  g_autoptr (GPtrArray) found = wanted ? collect (self) : g_ptr_array_new ();

  if (wanted)
    {
      vw_digit_counts_start (self->counts, vw_session_get_dataset (self->session), VW_SPLIT_TEST,
                             &vw_session_get_model (self->session)->parameters);
      if (found->len > 0)
        vw_digit_counts_prefer (self->counts, ((VwCase *) found->pdata[0])->index);
    }
  g_list_store_splice (self->cases, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cases)),
                       found->pdata, found->len);
}

static void
show_note (VwResultsDigits *self, gboolean has_predictions)
{
  gboolean nowhere = self->spot.row < 0 && self->spot.column < 0;

  if (nowhere)
    gtk_label_set_text (self->note, _("Choose a cell or a header to see its digits"));
  else if (!has_predictions)
    gtk_label_set_text (self->note, _("Open the data that the model was made from to see its "
                                      "digits"));
  else
    gtk_label_set_text (self->note, _("No digit here"));
}

static char *
count_in_words (guint n)
{
  g_autofree char *count = vw_plot_format_count (vw_plot_numbers_for (vw_language ()), n,
                                                 FALSE);

  return g_strdup_printf (ngettext ("%s digit", "%s digits", n), count);
}

void
vw_results_digits_show (VwResultsDigits *self, VwPlotSpot spot, const char *heading)
{
  gboolean somewhere = spot.row >= 0 || spot.column >= 0;
  gboolean known = vw_session_get_predictions (self->session) != NULL
                   && vw_session_get_dataset (self->session) != NULL;
  g_autofree char *subtitle = NULL;
  guint n;

  self->spot = spot;
  list_cases (self, somewhere && known);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->cases));
  subtitle = count_in_words (n);
  gtk_label_set_text (self->heading, somewhere ? heading : _("Nothing selected"));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), somewhere && known);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lead_button), n > 0);
  show_note (self, known);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "grid" : "note");
}

static VwDigitFilter
filter_of_spot (VwResultsDigits *self)
{
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;

  filter.label = self->spot.row;
  filter.predicted = self->spot.column == (int) n_classes (self) ? VW_FILTER_NO_KEYPOINTS
                                                                 : self->spot.column;
  return filter;
}

void
vw_results_digits_lead (VwResultsDigits *self)
{
  VwCase *digit = gtk_single_selection_get_selected_item (self->selection);
  VwDigitFilter filter;

  if (digit == NULL)
    digit = g_list_model_get_item (G_LIST_MODEL (self->cases), 0);
  else
    g_object_ref (digit);
  if (digit == NULL)
    return;
  filter = filter_of_spot (self);
  vw_session_set_split (self->session, VW_SPLIT_TEST);
  vw_session_set_filter (self->session, &filter);
  vw_session_set_selected (self->session, digit->index);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "digits");
  g_object_unref (digit);
}

static const char *
class_name (VwResultsDigits *self, int class_index)
{
  if (class_index == VW_NO_PREDICTION)
    return _("no keypoints");
  return vw_dataset_get_class_name (vw_session_get_dataset (self->session), class_index);
}

/* Of a cell all have the same prediction, so their keypoints tell more; of a header not. */
static char *
caption_of (VwResultsDigits *self, VwCase *digit)
{
  guint count;

  if (self->spot.column < 0)
    return g_strdup_printf ("→ %s", class_name (self, digit->predicted));
  if (self->spot.row < 0)
    return g_strdup_printf ("%s →", class_name (self, digit->truth));
  count = vw_digit_counts_get (self->counts, digit->index);
  if (count == VW_COUNT_UNKNOWN)
    return g_strdup ("");
  /* Translators: short for “%u keypoints”, below a small picture */
  return g_strdup_printf (_("%u kp"), count);
}

static void
update_caption (VwResultsDigits *self, GtkListItem *item)
{
  VwCase *digit = gtk_list_item_get_item (item);
  GtkLabel *caption = GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (item)));
  g_autofree char *text = NULL;

  if (digit == NULL)
    return; /* a spare one */
  text = caption_of (self, digit);
  if (!g_str_equal (text, gtk_label_get_text (caption)))
    gtk_label_set_text (caption, text);
}

static void
on_counted (GtkListItem *item)
{
  GtkWidget *self = gtk_widget_get_ancestor (gtk_list_item_get_child (item), VW_TYPE_RESULTS_DIGITS);

  if (self != NULL)
    update_caption (VW_RESULTS_DIGITS (self), item);
}

static gboolean
on_tooltip (GtkListItem *item, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  VwCase *digit = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  VwResultsDigits *self
      = VW_RESULTS_DIGITS (gtk_widget_get_ancestor (box, VW_TYPE_RESULTS_DIGITS));
  g_autofree char *number = NULL, *text = NULL;

  if (digit == NULL || self == NULL)
    return FALSE;
  number = g_strdup_printf ("%u", digit->index);
  text = vw_plot_compose (_("Test digit {index}: truth {truth}, predicted {prediction}"), "index",
                          number, "truth", class_name (self, digit->truth), "prediction",
                          class_name (self, digit->predicted), NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_setup (VwResultsDigits *self, GtkListItem *item)
{
  GtkWidget *box = vw_results_tile_new_captioned ();

  g_signal_connect_object (box, "query-tooltip", G_CALLBACK (on_tooltip), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->counts, "changed", G_CALLBACK (on_counted), item,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (VwResultsDigits *self, GtkListItem *item)
{
  VwCase *digit = gtk_list_item_get_item (item);
  GtkWidget *tile = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  vw_results_tile_set_image (VW_RESULTS_TILE (tile), vw_session_get_dataset (self->session),
                             VW_SPLIT_TEST, digit->index);
  update_caption (self, item);
}

static void
on_activate (VwResultsDigits *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  vw_results_digits_lead (self);
}

void
vw_results_digits_set_narrow (VwResultsDigits *self, gboolean narrow)
{
  if (narrow)
    gtk_button_set_icon_name (self->lead_button, "go-next-symbolic");
  else
    gtk_button_set_label (self->lead_button, _("Show in Digits"));
}

void
vw_results_digits_set_session (VwResultsDigits *self, VwSession *session)
{
  g_set_object (&self->session, session);
}

static void
vw_results_digits_dispose (GObject *object)
{
  VwResultsDigits *self = VW_RESULTS_DIGITS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cases);
  g_clear_object (&self->counts);
  G_OBJECT_CLASS (vw_results_digits_parent_class)->dispose (object);
}

static void
vw_results_digits_class_init (VwResultsDigitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vw_results_digits_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/results-digits.ui");
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, heading);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, lead_button);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, stack);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, note);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, grid);
  gtk_widget_class_bind_template_callback (widget_class, vw_results_digits_lead);
}

static void
vw_results_digits_init (VwResultsDigits *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->spot = VW_PLOT_NOWHERE;
  self->counts = vw_digit_counts_new ();
  self->cases = g_list_store_new (VW_TYPE_CASE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cases)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->grid, factory);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_object_unref (factory);
}

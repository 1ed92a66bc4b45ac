/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-digits.h"

#include "app/results-tile.h"
#include "app/words.h"
#include "core/detector.h"

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
  VwDetector *detector; /* (nullable): counts keypoints for the tiles, as the model does */
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

static void
add_case (VwResultsDigits *self, guint index, int truth, int predicted)
{
  g_autoptr (VwCase) digit = g_object_new (VW_TYPE_CASE, NULL);

  digit->index = index;
  digit->truth = truth;
  digit->predicted = predicted;
  g_list_store_append (self->cases, digit);
}

static void
collect (VwResultsDigits *self, const GArray *predictions)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  guint n = MIN (predictions->len, vw_dataset_get_count (dataset, VW_SPLIT_TEST));
  const guint8 *labels = vw_dataset_get_labels (dataset, VW_SPLIT_TEST);

  for (guint i = 0; i < n; i++)
    {
      int predicted = g_array_index (predictions, gint16, i);

      if (counts (self, labels[i], predicted))
        add_case (self, i, labels[i], predicted);
    }
}

/* The detector of the current model and data, or none when they do not go together. */
static void
renew_detector (VwResultsDigits *self)
{
  VwModel *model = vw_session_get_model (self->session);
  VwDataset *dataset = vw_session_get_dataset (self->session);

  g_clear_pointer (&self->detector, vw_detector_free);
  if (model == NULL || dataset == NULL)
    return;
  self->detector = vw_detector_new (&model->parameters, vw_dataset_get_rows (dataset),
                                    vw_dataset_get_cols (dataset), NULL);
  if (self->detector != NULL)
    vw_detector_skip_counts (self->detector);
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
  g_autofree char *count = vw_plot_format_count (vw_plot_numbers_for (vw_words_language ()), n,
                                                 FALSE);

  return g_strdup_printf (ngettext ("%s digit", "%s digits", n), count);
}

void
vw_results_digits_show (VwResultsDigits *self, VwPlotSpot spot, const char *heading)
{
  const GArray *predictions = vw_session_get_predictions (self->session);
  gboolean somewhere = spot.row >= 0 || spot.column >= 0;
  gboolean known = predictions != NULL && vw_session_get_dataset (self->session) != NULL;
  g_autofree char *subtitle = NULL;
  guint n;

  self->spot = spot;
  g_list_store_remove_all (self->cases);
  renew_detector (self);
  if (somewhere && known && vw_session_get_model (self->session) != NULL)
    collect (self, predictions);
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

static guint
count_keypoints (VwResultsDigits *self, guint index)
{
  const guint8 *image
      = vw_dataset_get_image (vw_session_get_dataset (self->session), VW_SPLIT_TEST, index);
  const VwDetection *detection = vw_detector_run (self->detector, image, NULL);

  return detection != NULL ? detection->frame.n_keypoints : 0;
}

/* Of a cell all have the same prediction, so their keypoints tell more; of a header not. */
static char *
caption_of (VwResultsDigits *self, VwCase *digit)
{
  if (self->spot.column < 0)
    return g_strdup_printf ("→ %s", class_name (self, digit->predicted));
  if (self->spot.row < 0)
    return g_strdup_printf ("%s →", class_name (self, digit->truth));
  if (self->detector == NULL)
    return g_strdup_printf ("#%u", digit->index);
  /* Translators: short for “%u keypoints”, below a small picture */
  return g_strdup_printf (_("%u kp"), count_keypoints (self, digit->index));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "vw-case");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), vw_results_tile_new ());
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (VwResultsDigits *self, GtkListItem *item)
{
  VwCase *digit = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *tile = gtk_widget_get_first_child (box);
  GtkWidget *caption = gtk_widget_get_next_sibling (tile);
  g_autofree char *text = caption_of (self, digit);
  g_autofree char *number = g_strdup_printf ("%u", digit->index);
  g_autofree char *tooltip
      = vw_plot_compose (_("Test digit {index}: truth {truth}, predicted {prediction}"), "index",
                         number, "truth", class_name (self, digit->truth), "prediction",
                         class_name (self, digit->predicted), NULL);

  vw_results_tile_set_image (VW_RESULTS_TILE (tile), vw_session_get_dataset (self->session),
                             VW_SPLIT_TEST, digit->index);
  gtk_label_set_text (GTK_LABEL (caption), text);
  gtk_widget_set_tooltip_text (box, tooltip);
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
  g_clear_pointer (&self->detector, vw_detector_free);
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
  self->cases = g_list_store_new (VW_TYPE_CASE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cases)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->grid, factory);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_object_unref (factory);
}

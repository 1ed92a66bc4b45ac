/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-digits.h"

#include "app/digit-counts.h"
#include "app/digit-tiles.h"
#include "text/language.h"

#include <glib/gi18n.h>

struct _VwResultsDigits {
  AdwBin parent_instance;
  VwSession *session;
  VwPlotSpot spot;
  VwDigitCounts *counts; /* of keypoints, as the model finds them */
  GtkLabel *heading;
  GtkLabel *subtitle;
  GtkButton *lead_button;
  VwDigitTiles *tiles;
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

static int
truth_of (VwResultsDigits *self, guint digit)
{
  return vw_dataset_get_labels (vw_session_get_dataset (self->session), VW_SPLIT_TEST)[digit];
}

static int
prediction_of (VwResultsDigits *self, guint digit)
{
  return g_array_index (vw_session_get_predictions (self->session), gint16, digit);
}

static GArray *
collect (VwResultsDigits *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  VwDataset *dataset = vw_session_get_dataset (self->session);
  guint n = MIN (vw_session_get_predictions (self->session)->len,
                 vw_dataset_get_count (dataset, VW_SPLIT_TEST));

  for (guint i = 0; i < n; i++)
    if (counts (self, truth_of (self, i), prediction_of (self, i)))
      g_array_append_val (found, i);
  return found;
}

static void
count_keypoints (VwResultsDigits *self, const GArray *digits)
{
  vw_digit_counts_start (self->counts, vw_session_get_dataset (self->session), VW_SPLIT_TEST,
                         &vw_session_get_model (self->session)->parameters);
  if (digits->len > 0)
    vw_digit_counts_prefer (self->counts, g_array_index (digits, guint, 0));
}

static const char *
find_note (VwResultsDigits *self, gboolean has_predictions)
{
  if (self->spot.row < 0 && self->spot.column < 0)
    return _("Choose a cell or a header to see its digits");
  if (!has_predictions)
    return _("Open the data that the model was made from to see its digits");
  return _("No digit here");
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
  g_autoptr (GArray) digits = NULL;
  g_autofree char *subtitle = NULL;

  self->spot = spot;
  digits = somewhere && known ? collect (self) : g_array_new (FALSE, FALSE, sizeof (guint));
  if (somewhere && known)
    count_keypoints (self, digits);
  vw_digit_tiles_show (self->tiles, known ? vw_session_get_dataset (self->session) : NULL, digits,
                       find_note (self, known));
  subtitle = count_in_words (digits->len);
  gtk_label_set_text (self->heading, somewhere ? heading : _("Nothing selected"));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), somewhere && known);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lead_button), digits->len > 0);
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
  const VwDigitFilter filter = filter_of_spot (self);

  vw_digit_tiles_lead (self->tiles, &filter);
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
caption_of (gpointer data, guint digit)
{
  VwResultsDigits *self = data;
  guint count;

  if (self->spot.column < 0)
    return g_strdup_printf ("→ %s", class_name (self, prediction_of (self, digit)));
  if (self->spot.row < 0)
    return g_strdup_printf ("%s →", class_name (self, truth_of (self, digit)));
  count = vw_digit_counts_get (self->counts, digit);
  if (count == VW_COUNT_UNKNOWN)
    return g_strdup ("");
  /* Translators: short for “%u keypoints”, below a small picture */
  return g_strdup_printf (_("%u kp"), count);
}

static char *
tooltip_of (gpointer data, guint digit)
{
  VwResultsDigits *self = data;
  g_autofree char *number = g_strdup_printf ("%u", digit);

  return vw_plot_compose (_("Test digit {index}: truth {truth}, predicted {prediction}"), "index",
                          number, "truth", class_name (self, truth_of (self, digit)), "prediction",
                          class_name (self, prediction_of (self, digit)), NULL);
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
  const VwDigitTilesWords words
      = { _("Digits of the selection"), caption_of, tooltip_of, self };

  g_set_object (&self->session, session);
  vw_digit_tiles_set_up (self->tiles, session, &words, TRUE);
}

static void
vw_results_digits_dispose (GObject *object)
{
  VwResultsDigits *self = VW_RESULTS_DIGITS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->counts);
  G_OBJECT_CLASS (vw_results_digits_parent_class)->dispose (object);
}

static void
vw_results_digits_class_init (VwResultsDigitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vw_results_digits_dispose;
  g_type_ensure (VW_TYPE_DIGIT_TILES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/results-digits.ui");
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, heading);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, lead_button);
  gtk_widget_class_bind_template_child (widget_class, VwResultsDigits, tiles);
  gtk_widget_class_bind_template_callback (widget_class, vw_results_digits_lead);
}

static void
vw_results_digits_init (VwResultsDigits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->spot = VW_PLOT_NOWHERE;
  self->counts = vw_digit_counts_new ();
  g_signal_connect_object (self->counts, "changed", G_CALLBACK (vw_digit_tiles_update), self->tiles,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tiles, "activated", G_CALLBACK (vw_results_digits_lead), self,
                           G_CONNECT_SWAPPED);
}

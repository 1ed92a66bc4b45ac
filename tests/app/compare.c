/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two runs side by side, in a window of its own: what there is to compare, the digits that flipped,
   one of them before and after, and the scores. */
#include "app/compare-view.h"
#include "app/compare-digits.h"
#include "app/compare-report.h"
#include "app/flip-pane.h"
#include "app/results-matrix.h"
#include "core/detector.h"
#include "core/presets.h"
#include "core/trainer.h"
#include "lib/parts.h"

#include <string.h>

enum { WIDE, NARROW, FEWER, N_RUNS }; /* the last one is tested on other digits */

typedef struct {
  VwDataset *dataset;
  VwRun *runs[N_RUNS];
} Lab;

typedef struct {
  const Lab *lab;
  VwSession *session;
  GListStore *list;
  GtkWidget *window;
  VwCompareView *view;
} Fixture;

static VwRun *
train (VwTrainer *trainer, VwDataset *dataset, int edge_threshold, int max_test)
{
  VwTraining training = { .dataset = dataset, .parameters = vw_preset_default ()->parameters };
  VwStageRecord records[VW_N_STAGES] = { 0 };
  g_autoptr (GArray) predictions = NULL;
  g_autoptr (VwModel) model = NULL;
  g_autoptr (GError) error = NULL;

  training.parameters.edge_threshold = edge_threshold;
  training.parameters.max_train = 600;
  training.parameters.max_test = max_test;
  training.parameters.words = 30;
  model = vw_trainer_run (trainer, &training, &predictions, records, &error);
  g_assert_no_error (error);
  return vw_run_new (model, records, predictions, 0);
}

static void
open_lab (Lab *lab)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GError) error = NULL;

  lab->dataset = vw_dataset_load ("sample", NULL, &error);
  g_assert_no_error (error);
  lab->runs[WIDE] = train (trainer, lab->dataset, 31, 0);
  lab->runs[NARROW] = train (trainer, lab->dataset, 11, 0);
  lab->runs[FEWER] = train (trainer, lab->dataset, 11, 500);
}

static void
close_lab (Lab *lab)
{
  for (guint i = 0; i < N_RUNS; i++)
    vw_run_unref (lab->runs[i]);
  vw_dataset_unref (lab->dataset);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->lab = data;
  self->session = vw_session_new ();
  self->list = g_list_store_new (VW_TYPE_PAST_RUN);
  self->window = gtk_window_new ();
  self->view = g_object_new (VW_TYPE_COMPARE_VIEW, NULL);
  vw_compare_view_set_runs (self->view, self->session, G_LIST_MODEL (self->list));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 760);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (self->window));
  parts_settle ();
}

/* Nothing of the page outlives its window. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  static const char *const parts[] = { "matrix", "digits", "flip", "dumbbells", "report", NULL };
  GPtrArray *watched = parts_watch (self->view, parts);

  gtk_window_destroy (GTK_WINDOW (self->window));
  parts_settle ();
  parts_assert_gone (watched);
  g_assert_finalize_object (self->list);
  g_assert_finalize_object (self->session);
}

static void
add_run (Fixture *self, guint index)
{
  g_autoptr (VwPastRun) past = vw_past_run_new (self->lab->runs[index]);

  g_list_store_append (self->list, past);
  parts_settle ();
}

/* The two that differ in the border, with or without their digits at hand. */
static void
compare (Fixture *self, gboolean open)
{
  if (open)
    vw_session_set_dataset (self->session, self->lab->dataset);
  add_run (self, WIDE);
  add_run (self, NARROW);
}

static const char *
shown (gpointer widget, const char *stack)
{
  return gtk_stack_get_visible_child_name (parts_get (widget, stack));
}

static const char *
text_of (gpointer widget, const char *label)
{
  return gtk_label_get_text (parts_get (widget, label));
}

static gboolean
is_visible (gpointer widget, const char *name)
{
  return gtk_widget_get_visible (parts_get (widget, name));
}

static GListModel *
get_digits (Fixture *self)
{
  VwCompareDigits *digits = parts_get (self->view, "digits");

  return G_LIST_MODEL (gtk_grid_view_get_model (parts_get (parts_get (digits, "tiles"), "grid")));
}

static guint
count_digits (Fixture *self)
{
  return g_list_model_get_n_items (get_digits (self));
}

static void
push (gpointer widget, const char *button)
{
  gtk_toggle_button_set_active (parts_get (widget, button), TRUE);
  parts_settle ();
}

static int
predicted_by (const Lab *lab, guint run, guint digit)
{
  return g_array_index (lab->runs[run]->predictions, gint16, digit);
}

/* Counted from the predictions. @truth: −1 for any; @column: −1 for any, in either run */
static guint
count_flips (const Lab *lab, VwFlip flip, int truth, int column)
{
  const guint8 *labels = vw_dataset_get_labels (lab->dataset, VW_SPLIT_TEST);
  guint n = 0;

  for (guint i = 0; i < lab->runs[WIDE]->predictions->len; i++)
    {
      int before = predicted_by (lab, WIDE, i), after = predicted_by (lab, NARROW, i);
      gboolean is_it = flip == VW_FLIP_FIXED ? before != labels[i] && after == labels[i]
                       : flip == VW_FLIP_BROKEN
                           ? before == labels[i] && after != labels[i]
                           : before != labels[i] && after != labels[i] && before != after;

      n += is_it && (truth < 0 || truth == labels[i])
           && (column < 0 || column == before || column == after);
    }
  return n;
}

static void
test_too_few (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (shown (self->view, "stack"), ==, "problem");
      g_assert_cmpstr (adw_status_page_get_title (parts_get (self->view, "problem")), ==,
                       "Nothing to Compare Yet");
      g_assert_false (is_visible (self->view, "runs_box"));
      g_assert_false (is_visible (self->view, "figures"));
      g_assert_false (is_visible (self->view, "export_box"));
      add_run (self, WIDE + i);
    }
  g_assert_cmpstr (shown (self->view, "stack"), ==, "comparison");
  g_assert_true (is_visible (self->view, "runs_box"));
}

/* Between runs that were tested on other digits there is no difference to show, and two that can
   be compared are a choice away. */
static void
test_cannot (Fixture *self, gconstpointer data)
{
  compare (self, TRUE);
  add_run (self, FEWER);
  g_assert_cmpstr (shown (self->view, "stack"), ==, "comparison");
  gtk_drop_down_set_selected (parts_get (self->view, "after"), FEWER);
  parts_settle ();
  g_assert_cmpstr (shown (self->view, "stack"), ==, "problem");
  g_assert_cmpstr (adw_status_page_get_title (parts_get (self->view, "problem")), ==,
                   "These Runs Cannot Be Compared");
  g_assert_true (is_visible (self->view, "runs_box"));
  g_assert_false (is_visible (self->view, "figures"));
  g_assert_false (is_visible (self->view, "export_box"));
  g_assert_cmpuint (count_digits (self), ==, 0);
  gtk_drop_down_set_selected (parts_get (self->view, "after"), NARROW);
  parts_settle ();
  g_assert_cmpstr (shown (self->view, "stack"), ==, "comparison");
  g_assert_cmpuint (count_digits (self), ==, count_flips (self->lab, VW_FLIP_FIXED, -1, -1));
}

/* Without the digits the counts are compared all the same; when they are opened, they are there. */
static void
test_data_not_open (Fixture *self, gconstpointer data)
{
  VwCompareDigits *digits = parts_get (self->view, "digits");

  compare (self, FALSE);
  g_assert_cmpstr (shown (self->view, "stack"), ==, "comparison");
  g_assert_cmpstr (text_of (self->view, "flips"), ==, "their data are not open");
  g_assert_false (is_visible (self->view, "p_box"));
  g_assert_false (is_visible (digits, "kinds_box"));
  g_assert_cmpstr (shown (parts_get (digits, "tiles"), "stack"), ==, "note");
  g_assert_nonnull (strstr (text_of (parts_get (digits, "tiles"), "note"), "Open the data"));
  vw_session_set_dataset (self->session, self->lab->dataset);
  parts_settle ();
  g_assert_true (is_visible (self->view, "p_box"));
  g_assert_true (is_visible (digits, "kinds_box"));
  g_assert_cmpstr (shown (parts_get (digits, "tiles"), "stack"), ==, "grid");
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *button, *count;
    VwFlip flip;
  } kinds[] = { { "other_button", "other_count", VW_FLIP_MISTAKE },
                { "broken_button", "broken_count", VW_FLIP_BROKEN },
                { "fixed_button", "fixed_count", VW_FLIP_FIXED } };
  VwCompareDigits *digits = parts_get (self->view, "digits");

  compare (self, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = count_flips (self->lab, kinds[i].flip, -1, -1);
      g_autofree char *text = g_strdup_printf ("%u", n);

      push (digits, kinds[i].button);
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (count_digits (self), ==, n);
      g_assert_cmpstr (text_of (digits, kinds[i].count), ==, text);
    }
}

/* A cell of the matrix has the digits that either run counts there. */
static void
test_cell (Fixture *self, gconstpointer data)
{
  VwCompareDigits *digits = parts_get (self->view, "digits");
  VwResultsMatrix *matrix = parts_get (self->view, "matrix");
  guint row, cell;

  compare (self, TRUE);
  vw_results_matrix_select (matrix, (VwPlotSpot){ 4, -1 });
  row = count_digits (self);
  g_assert_cmpuint (row, ==, count_flips (self->lab, VW_FLIP_FIXED, 4, -1));
  vw_results_matrix_select (matrix, (VwPlotSpot){ 4, 9 });
  cell = count_digits (self);
  g_assert_cmpuint (cell, ==, count_flips (self->lab, VW_FLIP_FIXED, 4, 9));
  g_assert_cmpuint (cell, >, 0);
  g_assert_cmpuint (cell, <, row);
  g_assert_true (g_str_has_prefix (text_of (digits, "heading"), "Truth 4, predicted 9: "));
  vw_results_matrix_select (matrix, VW_PLOT_NOWHERE);
  g_assert_cmpstr (text_of (digits, "heading"), ==, "Digits that changed");
}

/* As another detector counts them. */
static guint
count_keypoints (const Lab *lab, guint run, guint digit)
{
  g_autoptr (VwDetector) detector
      = vw_detector_new (&lab->runs[run]->summary->parameters, 28, 28, NULL);

  return vw_detector_run (detector, vw_dataset_get_image (lab->dataset, VW_SPLIT_TEST, digit), NULL)
      ->frame.n_keypoints;
}

static void
expect_keypoints (Fixture *self, const char *label, guint n)
{
  g_autofree char *text = g_strdup_printf (n == 1 ? "%u keypoint" : "%u keypoints", n);
  VwFlipPane *flip = parts_get (self->view, "flip");

  while (strcmp (text_of (flip, label), text) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_flip (Fixture *self, gconstpointer data)
{
  VwCompareDigits *digits = parts_get (self->view, "digits");
  VwFlipPane *flip = parts_get (self->view, "flip");
  guint digit = 0;
  g_autofree char *heading = NULL, *now = NULL;

  compare (self, TRUE);
  g_assert_cmpstr (shown (flip, "stack"), ==, "none");
  g_assert_cmpstr (shown (self->view, "details"), ==, "chart");
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_digits (self)), 1);
  g_assert_true (vw_compare_digits_get_chosen (digits, &digit));
  g_assert_cmpstr (shown (self->view, "details"), ==, "digit");
  g_assert_cmpstr (shown (flip, "stack"), ==, "digit");
  g_assert_false (is_visible (self->view, "score"));
  heading = g_strdup_printf ("Test digit %u, a %u", digit,
                             vw_dataset_get_labels (self->lab->dataset, VW_SPLIT_TEST)[digit]);
  now = g_strdup_printf ("B: %d", predicted_by (self->lab, NARROW, digit));
  g_assert_cmpstr (text_of (flip, "heading"), ==, heading);
  g_assert_cmpstr (text_of (flip, "prediction_after"), ==, now);
  g_assert_true (
      gtk_widget_has_css_class (parts_get (flip, "prediction_before"), "vw-digit-mistake"));
  g_assert_false (
      gtk_widget_has_css_class (parts_get (flip, "prediction_after"), "vw-digit-mistake"));
  expect_keypoints (self, "keypoints_before", count_keypoints (self->lab, WIDE, digit));
  expect_keypoints (self, "keypoints_after", count_keypoints (self->lab, NARROW, digit));
  push (digits, "broken_button");
  g_assert_cmpstr (shown (flip, "stack"), ==, "none");
}

/* What is asked for when the runs go is not waited for. */
static void
test_gone_while_looking (Fixture *self, gconstpointer data)
{
  VwFlipPane *flip = parts_get (self->view, "flip");

  compare (self, TRUE);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_digits (self)), 0);
  g_assert_cmpstr (shown (flip, "stack"), ==, "digit");
  g_list_store_remove (self->list, 0);
  g_assert_cmpstr (shown (self->view, "stack"), ==, "problem");
  g_assert_cmpstr (shown (flip, "stack"), ==, "none");
  add_run (self, WIDE);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_digits (self)), 0);
  g_assert_cmpstr (shown (flip, "stack"), ==, "digit");
}

/* What was right is wrong the other way round. */
static void
test_swap (Fixture *self, gconstpointer data)
{
  VwCompareDigits *digits = parts_get (self->view, "digits");
  g_autofree char *points = NULL, *fixed = NULL;

  compare (self, TRUE);
  points = g_strdup (text_of (self->view, "points"));
  fixed = g_strdup (text_of (digits, "fixed_count"));
  g_assert_true (g_str_has_prefix (points, "+"));
  gtk_drop_down_set_selected (parts_get (self->view, "before"), NARROW);
  gtk_drop_down_set_selected (parts_get (self->view, "after"), WIDE);
  parts_settle ();
  g_assert_true (g_str_has_prefix (text_of (self->view, "points"), "−"));
  g_assert_cmpstr (text_of (self->view, "points") + strlen ("−"), ==, points + 1);
  g_assert_cmpstr (text_of (digits, "broken_count"), ==, fixed);
  /* A run and itself. */
  gtk_drop_down_set_selected (parts_get (self->view, "before"), WIDE);
  parts_settle ();
  g_assert_cmpstr (shown (self->view, "stack"), ==, "comparison");
  g_assert_cmpuint (count_digits (self), ==, 0);
  g_assert_cmpstr (text_of (parts_get (digits, "tiles"), "note"), ==, "No digit here");
  g_assert_cmpstr (text_of (self->view, "chance"), ==, "may be chance");
}

static GtkWidget *
find_widget (GtkWidget *from, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (from, type) ? from : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* The table has each class and two means; a class of it is its row of the matrix. */
static void
test_report (Fixture *self, gconstpointer data)
{
  VwResultsMatrix *matrix = parts_get (self->view, "matrix");
  GtkWidget *table = find_widget (parts_get (self->view, "report"), GTK_TYPE_COLUMN_VIEW);
  GListModel *rows;

  compare (self, TRUE);
  gtk_toggle_button_set_active (parts_get (self->view, "show_chart"), FALSE);
  rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 12);
  g_signal_emit_by_name (table, "activate", 3);
  g_assert_cmpint (vw_results_matrix_get_selected (matrix).row, ==, 3);
  g_assert_cmpint (vw_results_matrix_get_selected (matrix).column, ==, -1);
  g_signal_emit_by_name (table, "activate", 11); /* a mean is no class */
  g_assert_cmpint (vw_results_matrix_get_selected (matrix).row, ==, 3);
  for (VwScore score = VW_SCORE_PRECISION; score <= VW_SCORE_F1; score++)
    {
      gtk_drop_down_set_selected (parts_get (self->view, "score"), score);
      parts_settle ();
    }
}

/* Where there is little room captions go, and come back. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  compare (self, TRUE);
  g_assert_true (is_visible (self->view, "range_label"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 860, 540);
  while (is_visible (self->view, "range_label"))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 760);
  while (!is_visible (self->view, "range_label"))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/compare/too-few", test_too_few },
    { "/compare/cannot", test_cannot },
    { "/compare/data-not-open", test_data_not_open },
    { "/compare/kinds", test_kinds },
    { "/compare/cell", test_cell },
    { "/compare/flip", test_flip },
    { "/compare/gone-while-looking", test_gone_while_looking },
    { "/compare/swap", test_swap },
    { "/compare/report", test_report },
    { "/compare/narrow", test_narrow },
  };
  Lab lab;
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  open_lab (&lab);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, &lab, set_up, tests[i].test, tear_down);
  status = g_test_run ();
  close_lab (&lab);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of experiments: what can be asked for, what is shown meanwhile, a trial that is chosen
   and used, and a window that goes before its experiment does. */
#include "app/experiment-window.h"

#include "app/curve-view.h"
#include "app/experiment-form.h"
#include "app/tooltip.h"
#include "app/trial-table.h"
#include "core/presets.h"
#include "lib/parts.h"
#include "lib/sample.h"

#include <string.h>

typedef struct {
  VwSession *session;
  VwTrainingJob *training;
  VwExperimentJob *experiment;
  GtkWidget *parent;
  VwExperimentWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  VwParameters parameters = vw_preset_default ()->parameters;

  parameters.max_train = 600;
  parameters.words = 20;
  self->session = vw_session_new ();
  vw_session_set_parameters (self->session, &parameters);
  self->training = vw_training_job_new (self->session);
  self->experiment = vw_experiment_job_new (self->session, self->training);
  self->parent = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->parent), 1200, 800);
  gtk_window_present (GTK_WINDOW (self->parent));
  parts_settle ();
  self->window = vw_experiment_window_new (GTK_WINDOW (self->parent), self->session, self->training,
                                           self->experiment);
  gtk_window_present (GTK_WINDOW (self->window));
  parts_settle ();
}

/* With its parent the window goes, and nothing of it is left. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  static const char *const parts[] = { "form", "curve", "table", "toasts", NULL };
  GPtrArray *watched = parts_watch (self->window, parts);

  gtk_window_destroy (GTK_WINDOW (self->window));
  gtk_window_destroy (GTK_WINDOW (self->parent));
  parts_settle ();
  parts_assert_gone (watched);
  g_object_unref (self->experiment);
  g_object_unref (self->training);
  g_object_unref (self->session);
}

static void
collect (GtkWidget *from, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type))
    g_ptr_array_add (found, from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* The one that stands at @index among those of its type in a part of the window. */
static gpointer
nth (Fixture *self, const char *part, GType type, guint index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (parts_get (self->window, part), type, found);
  g_assert_cmpuint (found->len, >, index);
  return found->pdata[index];
}

static const char *
text_of (Fixture *self, const char *label)
{
  return gtk_label_get_text (parts_get (self->window, label));
}

static gboolean
is_sensitive (Fixture *self, const char *name)
{
  return gtk_widget_get_sensitive (parts_get (self->window, name));
}

static void
click (Fixture *self, const char *button)
{
  g_assert_true (is_sensitive (self, button));
  g_signal_emit_by_name (parts_get (self->window, button), "clicked");
  parts_settle ();
}

static void
ask_for_range (Fixture *self, const char *label, double from, double to, double step)
{
  const double values[] = { from, to, step };
  AdwComboRow *row = nth (self, "form", ADW_TYPE_COMBO_ROW, 0);
  GListModel *labels = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label) == 0)
      adw_combo_row_set_selected (row, i);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    gtk_spin_button_set_value (nth (self, "form", GTK_TYPE_SPIN_BUTTON, i), values[i]);
}

/* Until so many trials are there, or all. */
static void
wait_for_trials (Fixture *self, guint n)
{
  while (vw_experiment_job_is_running (self->experiment)
         && vw_experiment_job_get_outcome (self->experiment)->trials->len < n)
    g_main_context_iteration (NULL, TRUE);
  parts_settle ();
}

static GtkSingleSelection *
get_trials (Fixture *self)
{
  GtkColumnView *table = nth (self, "table", GTK_TYPE_COLUMN_VIEW, 0);

  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (table));
}

static guint
count_trials (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_trials (self)));
}

/* What is in the way of an experiment is said, and the button waits. */
static void
test_cannot_start (Fixture *self, gconstpointer data)
{
  AdwComboRow *row = nth (self, "form", ADW_TYPE_COMBO_ROW, 0);

  g_assert_cmpstr (text_of (self, "plan"), ==, "No digits opened yet");
  g_assert_false (is_sensitive (self, "start"));
  g_assert_false (is_sensitive (self, "export"));
  g_assert_false (is_sensitive (self, "copy"));
  g_signal_emit_by_name (parts_get (self->window, "copy"), "clicked"); /* pressed just before */
  g_signal_emit_by_name (parts_get (self->window, "export"), "clicked");
  vw_session_set_dataset (self->session, test_sample ());
  g_assert_true (g_str_has_prefix (text_of (self, "plan"), "32 trainings, "));
  g_assert_true (is_sensitive (self, "start"));
  ask_for_range (self, "Vocabulary", 2, 2002, 1);
  g_assert_false (is_sensitive (self, "start"));
  g_assert_nonnull (strstr (text_of (self, "plan"), "these are more than "));
  adw_combo_row_set_selected (row, 1); /* how to interpolate: one of several */
  for (guint i = 0; i < 6; i++)
    {
      g_assert_true (is_sensitive (self, "start"));
      gtk_check_button_set_active (nth (self, "form", GTK_TYPE_CHECK_BUTTON, i), FALSE);
    }
  g_assert_cmpstr (text_of (self, "plan"), ==, "Nothing is ticked.");
  g_assert_false (is_sensitive (self, "start"));
  ask_for_range (self, "Edge threshold", 11, 31, 10);
  vw_training_job_start (self->training);
  g_assert_nonnull (strstr (text_of (self, "plan"), "A training is under way"));
  g_assert_false (is_sensitive (self, "start"));
  vw_training_job_cancel (self->training);
  g_assert_true (is_sensitive (self, "start"));
}

/* Single values take the place of the range while there are any. */
static void
test_single_values (Fixture *self, gconstpointer data)
{
  GtkEditable *list;
  GtkWidget *from;

  vw_session_set_dataset (self->session, test_sample ());
  ask_for_range (self, "Vocabulary", 10, 30, 10);
  list = nth (self, "form", ADW_TYPE_ENTRY_ROW, 0);
  from = nth (self, "form", GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_true (g_str_has_prefix (text_of (self, "plan"), "3 trainings, "));
  gtk_editable_set_text (list, "2, 4 x");
  g_assert_false (gtk_widget_get_sensitive (from));
  g_assert_false (is_sensitive (self, "start"));
  g_assert_nonnull (strstr (text_of (self, "plan"), "x is not a number"));
  gtk_editable_set_text (list, "2, 30 5 100");
  g_assert_true (g_str_has_prefix (text_of (self, "plan"), "4 trainings, "));
  click (self, "start");
  wait_for_trials (self, 4);
  g_assert_cmpuint (count_trials (self), ==, 4);
  gtk_single_selection_set_selected (get_trials (self), 3);
  click (self, "use");
  g_assert_cmpint (vw_session_get_parameters (self->session)->words, ==, 100);
  gtk_editable_set_text (list, "  ");
  g_assert_true (gtk_widget_get_sensitive (from));
  g_assert_true (g_str_has_prefix (text_of (self, "plan"), "3 trainings, "));
}

/* Chosen in the table, a trial is told of, and its value becomes the next training's alone. */
static void
test_use (Fixture *self, gconstpointer data)
{
  VwParameters expected = *vw_session_get_parameters (self->session);

  vw_session_set_dataset (self->session, test_sample ());
  ask_for_range (self, "Edge threshold", 11, 31, 10);
  click (self, "start");
  g_assert_false (is_sensitive (self, "form"));
  g_assert_false (gtk_widget_get_visible (parts_get (self->window, "start")));
  wait_for_trials (self, 3);
  g_assert_cmpuint (count_trials (self), ==, 3);
  g_assert_cmpstr (text_of (self, "left"), ==, "");
  g_assert_true (is_sensitive (self, "form"));
  g_assert_true (is_sensitive (self, "export"));
  g_assert_false (is_sensitive (self, "use"));
  g_assert_cmpint (gtk_single_selection_get_selected (get_trials (self)), ==,
                   GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_selected (get_trials (self), 1);
  g_assert_nonnull (strstr (text_of (self, "choice"), "21"));
  click (self, "use");
  expected.edge_threshold = 21;
  g_assert_true (vw_parameters_equal (vw_session_get_parameters (self->session), &expected));
  /* Chosen on the curve it is chosen in the table. */
  g_signal_emit_by_name (parts_get (self->window, "curve"), "chosen", 2);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_trials (self)), ==, 2);
  g_signal_emit_by_name (parts_get (self->window, "curve"), "use");
  g_assert_cmpint (vw_session_get_parameters (self->session)->edge_threshold, ==, 31);
  g_assert_null (vw_session_get_model (self->session));
}

/* What was found by then stays, until the next experiment takes its place. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  guint n;

  vw_session_set_dataset (self->session, test_sample ());
  ask_for_range (self, "Vocabulary", 20, 400, 10);
  click (self, "start");
  wait_for_trials (self, 2);
  click (self, "cancel");
  n = count_trials (self);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <, 39);
  g_assert_true (g_str_has_prefix (text_of (self, "left"), "Cancelled after "));
  g_assert_false (gtk_widget_get_visible (parts_get (self->window, "cancel")));
  gtk_single_selection_set_selected (get_trials (self), 1);
  g_assert_true (is_sensitive (self, "use"));
  ask_for_range (self, "Vocabulary", 20, 30, 10);
  click (self, "start");
  wait_for_trials (self, 2);
  g_assert_cmpuint (count_trials (self), ==, 2);
  g_assert_false (is_sensitive (self, "use"));
}

/* Cells that show in full what their tooltip tells. */
static guint
count_reasons (Fixture *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  collect (parts_get (self->window, "table"), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    n += g_strcmp0 (gtk_label_get_text (labels->pdata[i]),
                    vw_tooltip_get (labels->pdata[i]))
         == 0;
  return n;
}

/* A value that cannot be trained is a line with its reason among the others. */
static void
test_failed_trial (Fixture *self, gconstpointer data)
{
  vw_session_set_dataset (self->session, test_sample ());
  ask_for_range (self, "Edge threshold", 31, 100, 69);
  click (self, "start");
  wait_for_trials (self, 2);
  g_assert_cmpuint (count_trials (self), ==, 2);
  while (count_reasons (self) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_reasons (self), ==, 1);
}

static void
test_seeds (Fixture *self, gconstpointer data)
{
  GtkStack *modes = nth (self, "form", GTK_TYPE_STACK, 0);
  const VwOutcome *outcome;

  vw_session_set_dataset (self->session, test_sample ());
  gtk_stack_set_visible_child_name (modes, "seeds");
  g_assert_true (g_str_has_prefix (text_of (self, "plan"), "5 trainings, "));
  gtk_spin_button_set_value (nth (self, "form", GTK_TYPE_SPIN_BUTTON, 3), 2);
  click (self, "start");
  wait_for_trials (self, 2);
  outcome = vw_experiment_job_get_outcome (self->experiment);
  g_assert_cmpstr (outcome->info->name, ==, "seed");
  g_assert_cmpuint (count_trials (self), ==, 2);
  g_assert_cmpstr (text_of (self, "title"), ==, "The same training with 2 seeds");
  g_assert_nonnull (strstr (text_of (self, "summary"), "over 2 seeds"));
}

/* Closed it only hides, and another one shows what has become of the experiment. */
static void
test_close_while_running (Fixture *self, gconstpointer data)
{
  vw_session_set_dataset (self->session, test_sample ());
  ask_for_range (self, "Edge threshold", 11, 31, 10);
  click (self, "start");
  gtk_window_close (GTK_WINDOW (self->window));
  parts_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_assert_true (vw_experiment_job_is_running (self->experiment));
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = vw_experiment_window_new (GTK_WINDOW (self->parent), self->session, self->training,
                                           self->experiment);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for_trials (self, 3);
  g_assert_cmpuint (count_trials (self), ==, 3);
  ask_for_range (self, "Vocabulary", 20, 400, 10);
  click (self, "start"); /* and the window goes with its parent */
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/experiment-window/cannot-start", test_cannot_start },
    { "/experiment-window/single-values", test_single_values },
    { "/experiment-window/use", test_use },
    { "/experiment-window/cancel", test_cancel },
    { "/experiment-window/failed-trial", test_failed_trial },
    { "/experiment-window/seeds", test_seeds },
    { "/experiment-window/close-while-running", test_close_while_running },
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  status = g_test_run ();
  vw_dataset_unref (test_sample ());
  return status;
}

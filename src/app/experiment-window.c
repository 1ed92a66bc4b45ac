/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/experiment-window.h"

#include "app/curve-view.h"
#include "app/dialogs.h"
#include "app/experiment-form.h"
#include "app/experiment-paper.h"
#include "app/export-dialog.h"
#include "app/focus.h"
#include "app/sheet-copy.h"
#include "app/strings.h"
#include "app/toasts.h"
#include "app/training-texts.h"
#include "app/trial-table.h"
#include "app/trial-texts.h"
#include "app/words.h"
#include "text/error-text.h"

#include <glib/gi18n.h>

#define WIDTH 1040
#define HEIGHT 700

struct _VwExperimentWindow {
  AdwWindow parent_instance;

  VwSession *session;
  VwTrainingJob *training;
  VwExperimentJob *experiment;
  VwJob *copy_job;
  const VwOutcome *shown; /* to be compared only */
  guint n_shown; /* trials */
  int chosen; /* a trial, −1 for none */

  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  VwExperimentForm *form;
  GtkLabel *plan;
  GtkButton *start, *cancel;
  GtkStack *stack;
  GtkLabel *title, *summary, *left;
  GtkProgressBar *progress;
  VwCurveView *curve;
  VwTrialTable *table;
  GtkLabel *choice;
  GtkWidget *use, *export, *copy;
};

G_DEFINE_FINAL_TYPE (VwExperimentWindow, vw_experiment_window, ADW_TYPE_WINDOW)

/* Returns: (nullable): the outcome, when there is a trial in it. */
static const VwOutcome *
get_found (VwExperimentWindow *self)
{
  const VwOutcome *outcome = vw_experiment_job_get_outcome (self->experiment);

  return outcome != NULL && outcome->trials->len > 0 ? outcome : NULL;
}

/* Returns: (transfer full): how much work it is, or why it cannot be started. */
static char *
describe_plan (VwExperimentWindow *self, const VwParameterInfo *info, GArray *values,
               const GError *error)
{
  g_autofree char *n = NULL, *about = NULL;

  if (error != NULL)
    return vw_error_sentence (error);
  if (vw_session_get_dataset (self->session) == NULL)
    return g_strdup (_("No digits opened yet"));
  if (vw_training_job_is_running (self->training))
    return g_strdup (_("A training is under way. The experiment can start when it is done."));
  n = vw_strings_count (values->len);
  about = vw_training_texts_about (vw_experiment_job_estimate (self->experiment, info, values));
  return g_strdup_printf (ngettext ("%s training, %s", "%s trainings, %s", values->len), n, about);
}

/* One button takes the other's place, and that of the form before it goes insensitive. */
static void
show_running (VwExperimentWindow *self, gboolean running)
{
  GtkWidget *form = GTK_WIDGET (self->form), *start = GTK_WIDGET (self->start);
  GtkWidget *cancel = GTK_WIDGET (self->cancel);
  gboolean focused = gtk_widget_has_focus (start) || gtk_widget_has_focus (cancel)
                     || (running && vw_focus_within (form) != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->plan), !running);
  gtk_widget_set_visible (start, !running);
  gtk_widget_set_visible (cancel, running);
  /* Hidden, it is no longer what Enter presses. */
  gtk_window_set_default_widget (GTK_WINDOW (self), running ? NULL : start);
  if (focused)
    gtk_widget_grab_focus (running ? cancel : start);
  gtk_widget_set_sensitive (form, !running);
}

/* What the form asks for, on top of what the session's parameters are. */
static void
follow_form (VwExperimentWindow *self)
{
  const VwParameterInfo *info = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) values = vw_experiment_form_read (self->form, &info, &error);
  gboolean running = vw_experiment_job_is_running (self->experiment);
  g_autofree char *plan = running ? NULL : describe_plan (self, info, values, error);
  g_autofree char *base = vw_training_texts_name (vw_session_get_parameters (self->session));

  adw_window_title_set_subtitle (self->heading, base);
  gtk_label_set_text (self->plan, running ? "" : plan);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start),
                            values != NULL && vw_experiment_job_can_start (self->experiment));
  show_running (self, running);
}

static void
show_choice (VwExperimentWindow *self)
{
  const VwOutcome *outcome = get_found (self);
  g_autofree char *text = NULL;
  VwPlotOutcomeWords words;

  gtk_widget_set_sensitive (self->use, outcome != NULL && self->chosen >= 0);
  if (outcome != NULL && self->chosen >= 0)
    {
      vw_words_init_outcome (&words, outcome->info);
      text = vw_trial_texts_setting (
          &words, outcome, g_array_index (outcome->trials, VwTrial, self->chosen).value);
    }
  gtk_label_set_text (self->choice,
                      text != NULL ? text : _("Choose a value to train with it"));
}

static void
choose (VwExperimentWindow *self, int trial)
{
  self->chosen = trial;
  vw_curve_view_choose (self->curve, trial);
  vw_trial_table_choose (self->table, trial);
  show_choice (self);
}

static void
show_summary (VwExperimentWindow *self, const VwOutcome *outcome)
{
  VwPlotOutcomeWords words;
  g_autofree char *title = NULL, *summary = NULL;

  vw_words_init_outcome (&words, outcome->info);
  title = vw_plot_outcome_words_title (&words, outcome);
  summary = vw_plot_outcome_words_summary (&words, outcome);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, summary);
}

static void
show_progress (VwExperimentWindow *self, const VwOutcome *outcome)
{
  gboolean running = vw_experiment_job_is_running (self->experiment);
  g_autofree char *done = vw_strings_count (outcome->trials->len);
  g_autofree char *all = vw_strings_count (outcome->values->len);
  g_autofree char *about
      = vw_training_texts_about (vw_experiment_job_get_remaining (self->experiment));
  g_autofree char *under_way = g_strdup_printf (_("%s of %s · %s left"), done, all, about);
  g_autofree char *stopped = g_strdup_printf (_("Cancelled after %s of %s"), done, all);
  gboolean cancelled = outcome->trials->len < outcome->values->len;

  gtk_label_set_text (self->left, running ? under_way : cancelled ? stopped : "");
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_progress_bar_set_fraction (self->progress,
                                 MIN (vw_experiment_job_get_fraction (self->experiment), 1));
}

static void
show_trials (VwExperimentWindow *self, const VwOutcome *outcome)
{
  gboolean same = outcome == self->shown && outcome->trials->len >= self->n_shown;

  if (same && outcome->trials->len == self->n_shown)
    return;
  if (!same)
    choose (self, -1);
  self->shown = outcome;
  self->n_shown = outcome->trials->len;
  vw_curve_view_show (self->curve, outcome);
  vw_trial_table_show (self->table, outcome, same);
}

static void
follow_experiment (VwExperimentWindow *self)
{
  const VwOutcome *outcome = vw_experiment_job_get_outcome (self->experiment);

  gtk_widget_set_sensitive (self->export, get_found (self) != NULL);
  gtk_widget_set_sensitive (self->copy, get_found (self) != NULL);
  if (outcome == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "outcome");
  show_trials (self, outcome);
  show_summary (self, outcome);
  show_progress (self, outcome);
  show_choice (self);
}

static void
on_running (VwExperimentWindow *self)
{
  follow_form (self);
  follow_experiment (self);
}

static void
on_start (VwExperimentWindow *self)
{
  const VwParameterInfo *info;
  g_autoptr (GArray) values = vw_experiment_form_read (self->form, &info, NULL);

  self->shown = NULL; /* the next one may lie where the last one lay */
  if (values != NULL)
    vw_experiment_job_start (self->experiment, info, values);
}

static void
on_cancel (VwExperimentWindow *self)
{
  vw_experiment_job_cancel (self->experiment);
}

static void
on_failed (VwExperimentWindow *self, const GError *error)
{
  vw_show_error (GTK_WINDOW (self), _("The Experiment Failed"), error);
}

static void
on_chosen (VwExperimentWindow *self, int trial)
{
  choose (self, trial);
}

/* Sets the next training to what the chosen trial was made with. */
static void
on_use (VwExperimentWindow *self)
{
  const VwOutcome *outcome = get_found (self);
  g_autofree char *setting = NULL, *text = NULL;
  VwPlotOutcomeWords words;
  VwParameters parameters;
  double value;

  if (outcome == NULL || self->chosen < 0)
    return;
  value = g_array_index (outcome->trials, VwTrial, self->chosen).value;
  parameters = vw_outcome_get_parameters (outcome, value);
  vw_session_set_parameters (self->session, &parameters);
  vw_words_init_outcome (&words, outcome->info);
  setting = vw_trial_texts_setting (&words, outcome, value);
  text = g_strdup_printf (_("The next training uses %s"), setting);
  vw_toast (GTK_WIDGET (self->toasts), text);
}

/* Returns: (nullable): a button pressed by key is clicked a moment later, and there may be nothing to
   export any more. */
static VwPaper *
make_paper (VwExperimentWindow *self)
{
  const VwOutcome *found = get_found (self);

  return found != NULL ? vw_experiment_paper_new (found) : NULL;
}

static void
on_export (VwExperimentWindow *self)
{
  g_autoptr (VwPaper) paper = make_paper (self);

  if (paper != NULL)
    vw_export_dialog_present (GTK_WIDGET (self->toasts), paper);
}

static void
on_copy (VwExperimentWindow *self)
{
  g_autoptr (VwPaper) paper = make_paper (self);

  if (paper != NULL)
    vw_sheet_copy (GTK_WIDGET (self->toasts), self->copy_job,
                   vw_paper_make_sheet (paper, 0, NULL));
}

static void
connect_signals (VwExperimentWindow *self)
{
  const struct { gpointer object; const char *signal; GCallback callback; } connections[] = {
    { self->session, "notify::dataset", G_CALLBACK (follow_form) },
    { self->session, "notify::parameters", G_CALLBACK (follow_form) },
    { self->training, "notify::running", G_CALLBACK (follow_form) },
    { self->form, "changed", G_CALLBACK (follow_form) },
    { self->experiment, "notify::running", G_CALLBACK (on_running) },
    { self->experiment, "progress", G_CALLBACK (follow_experiment) },
    { self->experiment, "failed", G_CALLBACK (on_failed) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].object, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
}

VwExperimentWindow *
vw_experiment_window_new (GtkWindow *parent, VwSession *session, VwTrainingJob *training,
                          VwExperimentJob *experiment)
{
  VwExperimentWindow *self
      = g_object_new (VW_TYPE_EXPERIMENT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->training = g_object_ref (training);
  self->experiment = g_object_ref (experiment);
  vw_size_within (GTK_WINDOW (self), parent, WIDTH, HEIGHT, 0);
  vw_experiment_form_set_session (self->form, session);
  connect_signals (self);
  on_running (self);
  return self;
}

static void
vw_experiment_window_dispose (GObject *object)
{
  VwExperimentWindow *self = VW_EXPERIMENT_WINDOW (object);

  if (self->copy_job != NULL)
    vw_job_cancel (self->copy_job);
  g_clear_object (&self->copy_job);
  g_clear_object (&self->session);
  g_clear_object (&self->training);
  g_clear_object (&self->experiment);
  G_OBJECT_CLASS (vw_experiment_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VwExperimentWindow, name)
  BIND (toasts);
  BIND (heading);
  BIND (form);
  BIND (plan);
  BIND (start);
  BIND (cancel);
  BIND (stack);
  BIND (title);
  BIND (summary);
  BIND (left);
  BIND (progress);
  BIND (curve);
  BIND (table);
  BIND (choice);
  BIND (use);
  BIND (export);
  BIND (copy);
#undef BIND
}

static void
vw_experiment_window_class_init (VwExperimentWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (VW_TYPE_CURVE_VIEW);
  g_type_ensure (VW_TYPE_EXPERIMENT_FORM);
  g_type_ensure (VW_TYPE_TRIAL_TABLE);
  G_OBJECT_CLASS (class)->dispose = vw_experiment_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/experiment-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vw_experiment_window_init (VwExperimentWindow *self)
{
  self->chosen = -1;
  self->copy_job = vw_job_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vw_focus_keep_in_sight (GTK_WINDOW (self));
  vw_focus_keep_alive (GTK_WINDOW (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/training-page.h"

#include "app/breakpoint.h"
#include "app/next-step.h"
#include "app/parameter-list.h"
#include "app/runs-table.h"
#include "app/stage-list.h"
#include "app/strings.h"
#include "app/training-texts.h"
#include "app/usage-view.h"

#include <glib/gi18n.h>

/* In px at a text scale of 1; below them the page makes do with less. */
#define NARROW 1040
#define TIGHT 960

struct _VwTrainingPage {
  AdwBin parent_instance;

  VwSession *session;
  VwTrainingJob *training;
  VwExperimentJob *experiment;
  GtkWidget *stages;
  GtkWidget *usage;
  GtkWidget *runs;

  GtkScrolledWindow *scroller;
  GtkWidget *parameters_pane;
  GtkWidget *next_run_hint;
  GtkBox *parameters_box;
  GtkBox *run_box;
  GtkLabel *title, *subtitle, *figure, *figure_note;
};

G_DEFINE_FINAL_TYPE (VwTrainingPage, vw_training_page, ADW_TYPE_BIN)

/* The model that the session has is what these parameters give. */
static gboolean
is_trained (VwTrainingPage *self)
{
  VwModel *model = vw_session_get_model (self->session);

  return model != NULL && vw_training_job_count_missing (self->training) == 0
         && vw_parameters_equal (&model->parameters, vw_session_get_parameters (self->session));
}

static void
show_outcome (VwTrainingPage *self)
{
  const VwMetrics *metrics = vw_session_get_model (self->session)->metrics;
  g_autofree char *of_all
      = vw_strings_percent (vw_metrics_accuracy (metrics, VW_POPULATION_ALL), 1);
  g_autofree char *of_some
      = vw_strings_percent (vw_metrics_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS), 1);
  g_autofree char *all = g_strdup_printf (_("%s of all digits right"), of_all);
  g_autofree char *some = g_strdup_printf (_("%s of those with keypoints"), of_some);

  gtk_label_set_text (self->title, _("Trained"));
  gtk_label_set_text (self->figure, all);
  gtk_label_set_text (self->figure_note, some);
}

static void
show_plan (VwTrainingPage *self)
{
  g_autofree char *about
      = vw_training_texts_about (vw_training_job_get_remaining (self->training));
  gboolean has_data = vw_session_get_dataset (self->session) != NULL;
  guint n = vw_training_job_count_missing (self->training);
  g_autofree char *stages
      = g_strdup_printf (ngettext ("%u of %u stages to run", "%u of %u stages to run", n), n,
                         VW_N_STAGES - 1);

  gtk_label_set_text (self->title, _("Next run"));
  gtk_label_set_text (self->figure, has_data ? about : "");
  gtk_label_set_text (self->figure_note, has_data ? stages : _("no digits opened yet"));
}

static void
show_run (VwTrainingPage *self)
{
  const VwStageRecord *records = vw_training_job_get_records (self->training);
  double fraction, so_far = 0, peak = 0;
  VwStage stage = vw_training_job_get_stage (self->training, &fraction);
  g_autofree char *about
      = vw_training_texts_about (vw_training_job_get_remaining (self->training));
  g_autofree char *left = g_strdup_printf (_("%s left"), about);
  g_autofree char *title = NULL, *spent = NULL, *megabytes = NULL, *note = NULL;

  for (VwStage s = VW_STAGE_KEYPOINTS; s <= stage; s++)
    {
      so_far += records[s].reused ? 0 : records[s].seconds;
      peak = MAX (peak, records[s].peak_mb);
    }
  spent = vw_training_texts_seconds (so_far);
  megabytes = vw_strings_decimal (peak, 0);
  note = g_strdup_printf (_("%s so far · peak %s MB"), spent, megabytes);
  title = g_strdup_printf (_("Training: %s, stage %d of %d"), vw_training_texts_stage (stage),
                           stage + 1, VW_N_STAGES);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figure, left);
  gtk_label_set_text (self->figure_note, note);
}

/* Why no training can be started meanwhile. */
static void
show_experiment (VwTrainingPage *self)
{
  const VwOutcome *outcome = vw_experiment_job_get_outcome (self->experiment);
  g_autofree char *done = vw_strings_count (outcome->trials->len);
  g_autofree char *all = vw_strings_count (outcome->values->len);
  g_autofree char *about
      = vw_training_texts_about (vw_experiment_job_get_remaining (self->experiment));
  g_autofree char *title = g_strdup_printf (_("Experiment: %s of %s done"), done, all);
  g_autofree char *left = g_strdup_printf (_("%s left"), about);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figure, left);
  gtk_label_set_text (self->figure_note, _("training has to wait"));
}

static void
refresh (VwTrainingPage *self)
{
  gboolean running = vw_training_job_is_running (self->training);
  g_autofree char *name = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* being mapped asks again */
  name
      = vw_training_texts_name (running ? vw_training_job_get_parameters (self->training)
                                        : vw_session_get_parameters (self->session));

  gtk_label_set_text (self->subtitle, name);
  gtk_widget_set_visible (self->next_run_hint, running);
  if (running)
    show_run (self);
  else if (vw_experiment_job_is_running (self->experiment))
    show_experiment (self);
  else if (is_trained (self))
    show_outcome (self);
  else
    show_plan (self);
}

static void
apply_tight (gpointer data, gboolean tight)
{
  VwTrainingPage *self = data;

  vw_stage_list_set_tight (VW_STAGE_LIST (self->stages), tight);
}

static void
apply_narrow (gpointer data, gboolean narrow)
{
  VwTrainingPage *self = data;

  gtk_widget_set_size_request (self->parameters_pane, narrow ? 330 : 404, -1);
  vw_stage_list_set_narrow (VW_STAGE_LIST (self->stages), narrow);
  vw_runs_table_set_narrow (VW_RUNS_TABLE (self->runs), narrow);
}

static void
connect_signals (VwTrainingPage *self)
{
  const struct { gpointer object; const char *signal; } sources[] = {
    { self->session, "notify::dataset" },
    { self->session, "notify::model" },
    { self->session, "notify::parameters" },
    { self->training, "progress" },
    { self->training, "notify::running" },
    { self->experiment, "progress" },
    { self->experiment, "notify::running" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    g_signal_connect_object (sources[i].object, sources[i].signal, G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
}

GtkWidget *
vw_training_page_get_runs (VwTrainingPage *self)
{
  g_return_val_if_fail (VW_IS_TRAINING_PAGE (self), NULL);
  return self->runs;
}

GtkWidget *
vw_training_page_new (const VwTrainingPageParts *parts)
{
  VwTrainingPage *self = g_object_new (VW_TYPE_TRAINING_PAGE, NULL);

  self->session = g_object_ref (parts->session);
  self->training = g_object_ref (parts->training);
  self->experiment = g_object_ref (parts->experiment);
  self->stages = vw_stage_list_new (self->session, self->training);
  self->usage = vw_usage_view_new (self->training);
  self->runs = vw_runs_table_new (parts->history, self->session);
  gtk_box_append (self->parameters_box, vw_parameter_list_new (self->session, parts->presets));
  gtk_box_append (self->run_box, self->stages);
  gtk_box_append (self->run_box, vw_next_step_new (self->session));
  gtk_box_append (self->run_box, self->usage);
  gtk_box_append (self->run_box, self->runs);
  connect_signals (self);
  vw_breakpoint_add (self->scroller, NARROW, apply_narrow, self);
  vw_breakpoint_add (self->scroller, TIGHT, apply_tight, self);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  return GTK_WIDGET (self);
}

static void
vw_training_page_dispose (GObject *object)
{
  VwTrainingPage *self = VW_TRAINING_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->training);
  g_clear_object (&self->experiment);
  G_OBJECT_CLASS (vw_training_page_parent_class)->dispose (object);
}

static void
vw_training_page_class_init (VwTrainingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_training_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/training-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, parameters_pane);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, next_run_hint);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, parameters_box);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, run_box);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, title);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, figure);
  gtk_widget_class_bind_template_child (widget_class, VwTrainingPage, figure_note);
}

static void
vw_training_page_init (VwTrainingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

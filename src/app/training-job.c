/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/training-job.h"

#include "app/job.h"
#include "app/workload.h"

struct _VwTrainingJob {
  GObject parent_instance;

  VwSession *session;
  VwJob *job;
  VwTrainingWorker *worker;
  gboolean lent; /* the worker, to somebody else */
  VwDataset *dataset; /* of the current or last run, like what follows */
  VwParameters parameters;
  VwTrainingProgress progress;
  double fraction; /* of the whole run; estimates change, but it never falls */
  VwStageRecord measured[VW_N_STAGES];
  VwWorkload measured_loads[VW_N_STAGES];
};

enum { PROP_SESSION = 1, PROP_RUNNING, N_PROPS };
enum { PROGRESS, TRAINED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwTrainingJob, vw_training_job, G_TYPE_OBJECT)

/* What a stage took when it really ran is what it is expected to take. */
static void
note_stage (VwTrainingJob *self, VwStage stage)
{
  const VwStageRecord *record = &self->progress.stages[stage];

  if (record->reused || !record->finished)
    return;
  self->measured[stage] = *record;
  vw_workload_init (&self->measured_loads[stage], self->dataset, &self->parameters);
}

static double
guess_fraction (VwTrainingJob *self)
{
  double done = 0, remaining = vw_training_job_get_remaining (self);

  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    if (!self->progress.stages[stage].reused)
      done += self->progress.stages[stage].seconds;
  return remaining > 0 ? done / (done + remaining) : 1; /* all may have been kept */
}

static void
take_progress (VwTrainingJob *self)
{
  VwStageRecord load = self->progress.stages[VW_STAGE_LOAD];

  vw_training_worker_get_progress (self->worker, &self->progress);
  self->progress.stages[VW_STAGE_LOAD] = load;
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage <= self->progress.stage; stage++)
    note_stage (self, stage);
  self->fraction = MAX (self->fraction, guess_fraction (self));
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
finish (gpointer result, const GError *error, gpointer data)
{
  VwTrainingJob *self = data;
  g_autoptr (VwTrainingProduct) product = result;

  take_progress (self);
  if (product != NULL)
    {
      self->fraction = 1; /* also of a run that found all its stages kept, and took no time */
      vw_session_set_model (self->session, product->model, product->predictions);
      g_signal_emit (self, signals[TRAINED], 0, product->model, product->predictions);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

VwTrainingJob *
vw_training_job_new (VwSession *session)
{
  return g_object_new (VW_TYPE_TRAINING_JOB, "session", session, NULL);
}

void
vw_training_job_start (VwTrainingJob *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwJobWork work = { .done = finish, .data = self };

  g_return_if_fail (dataset != NULL);
  if (self->lent || vw_training_job_is_running (self))
    return;
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  self->dataset = vw_dataset_ref (dataset);
  self->parameters = *vw_session_get_parameters (self->session);
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    self->progress.stages[stage] = (VwStageRecord){ 0 };
  self->progress.stage = VW_STAGE_LOAD; /* until the worker says what it is at */
  self->progress.fraction = 0;
  self->fraction = 0;
  vw_training_worker_prepare (self->worker, self->dataset, &self->parameters, &self->progress,
                              &work);
  vw_job_start (self->job, &work);
}

void
vw_training_job_cancel (VwTrainingJob *self)
{
  if (!vw_training_job_is_running (self))
    return;
  take_progress (self);
  vw_training_worker_ignore (self->worker);
  vw_job_cancel (self->job);
}

gboolean
vw_training_job_is_running (VwTrainingJob *self)
{
  g_return_val_if_fail (VW_IS_TRAINING_JOB (self), FALSE);
  return vw_job_is_running (self->job);
}

VwDataset *
vw_training_job_get_dataset (VwTrainingJob *self)
{
  return self->dataset;
}

const VwParameters *
vw_training_job_get_parameters (VwTrainingJob *self)
{
  return &self->parameters;
}

VwStage
vw_training_job_get_stage (VwTrainingJob *self, double *fraction)
{
  *fraction = self->progress.fraction;
  return self->progress.stage;
}

const VwStageRecord *
vw_training_job_get_records (VwTrainingJob *self)
{
  return self->progress.stages;
}

const VwStageRecord *
vw_training_job_get_measured (VwTrainingJob *self, VwStage stage)
{
  return self->measured[stage].finished ? &self->measured[stage] : NULL;
}

double
vw_training_job_guess (VwTrainingJob *self, VwDataset *dataset, const VwParameters *parameters,
                       VwStage stage)
{
  VwWorkload load;

  vw_workload_init (&load, dataset, parameters);
  if (!self->measured[stage].finished)
    return vw_workload_seconds (&load, stage);
  return self->measured[stage].seconds * vw_workload_seconds (&load, stage)
         / vw_workload_seconds (&self->measured_loads[stage], stage);
}

double
vw_training_job_estimate (VwTrainingJob *self, VwStage stage)
{
  gboolean running = vw_training_job_is_running (self);
  VwDataset *dataset = running ? self->dataset : vw_session_get_dataset (self->session);

  if (dataset == NULL)
    return 0;
  return vw_training_job_guess (
      self, dataset, running ? &self->parameters : vw_session_get_parameters (self->session),
      stage);
}

/* Seconds that @stage will still take. */
static double
get_remaining_of (VwTrainingJob *self, VwStage stage)
{
  const VwStageRecord *record = &self->progress.stages[stage];
  double estimate = vw_training_job_estimate (self, stage);

  if (!vw_training_job_is_running (self))
    return vw_training_job_has_kept (self, stage) ? 0 : estimate;
  if (record->finished)
    return 0;
  if (stage > self->progress.stage || self->progress.fraction <= 0)
    return estimate;
  /* The further a stage is, the more its own pace counts. */
  return (1 - self->progress.fraction)
         * (record->seconds + (1 - self->progress.fraction) * estimate);
}

double
vw_training_job_get_remaining (VwTrainingJob *self)
{
  double seconds = 0;

  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    seconds += get_remaining_of (self, stage);
  return seconds;
}

double
vw_training_job_get_fraction (VwTrainingJob *self)
{
  return self->fraction;
}

gboolean
vw_training_job_would_reuse (VwTrainingJob *self, VwDataset *dataset,
                             const VwParameters *parameters, VwStage stage)
{
  return stage == VW_STAGE_LOAD
         || vw_training_worker_has_kept (self->worker, dataset, parameters, stage, NULL);
}

gboolean
vw_training_job_has_kept (VwTrainingJob *self, VwStage stage)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);

  return dataset != NULL
         && vw_training_job_would_reuse (self, dataset,
                                         vw_session_get_parameters (self->session), stage);
}

guint
vw_training_job_count_missing (VwTrainingJob *self)
{
  guint n = 0;

  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    n += !vw_training_job_has_kept (self, stage);
  return n;
}

double
vw_training_job_get_made (VwTrainingJob *self, VwStage stage)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  double made = 0;

  if (dataset != NULL)
    vw_training_worker_has_kept (self->worker, dataset, vw_session_get_parameters (self->session),
                                 stage, &made);
  return made;
}

VwTrainingWorker *
vw_training_job_lend (VwTrainingJob *self)
{
  g_return_val_if_fail (!self->lent && !vw_training_job_is_running (self), NULL);
  self->lent = TRUE;
  return vw_training_worker_ref (self->worker);
}

void
vw_training_job_take_back (VwTrainingJob *self, VwTrainingWorker *worker)
{
  self->lent = FALSE;
  vw_training_worker_unref (worker);
  g_signal_emit (self, signals[PROGRESS], 0); /* other stages are kept now */
}

void
vw_training_job_set_load_record (VwTrainingJob *self, const VwStageRecord *record)
{
  self->progress.stages[VW_STAGE_LOAD] = *record;
  self->measured[VW_STAGE_LOAD] = *record;
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
notify_running (VwTrainingJob *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
vw_training_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VwTrainingJob *self = VW_TRAINING_JOB (object);

  if (id == PROP_RUNNING)
    g_value_set_boolean (value, vw_training_job_is_running (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_training_job_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VwTrainingJob *self = VW_TRAINING_JOB (object);

  if (id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_training_job_dispose (GObject *object)
{
  VwTrainingJob *self = VW_TRAINING_JOB (object);

  g_signal_handlers_disconnect_by_data (self->job, self);
  vw_job_cancel (self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_training_job_parent_class)->dispose (object);
}

static void
vw_training_job_finalize (GObject *object)
{
  VwTrainingJob *self = VW_TRAINING_JOB (object);

  g_clear_pointer (&self->dataset, vw_dataset_unref);
  g_clear_object (&self->job);
  vw_training_worker_unref (self->worker);
  G_OBJECT_CLASS (vw_training_job_parent_class)->finalize (object);
}

static void
vw_training_job_class_init (VwTrainingJobClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->get_property = vw_training_job_get_property;
  object_class->set_property = vw_training_job_set_property;
  object_class->dispose = vw_training_job_dispose;
  object_class->finalize = vw_training_job_finalize;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, VW_TYPE_SESSION,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[TRAINED] = g_signal_new ("trained", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, VW_TYPE_MODEL, G_TYPE_ARRAY);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vw_training_job_init (VwTrainingJob *self)
{
  self->worker = vw_training_worker_new ();
  self->job = vw_job_new ();
  g_signal_connect_swapped (self->job, "notify::running", G_CALLBACK (notify_running), self);
  g_signal_connect_swapped (self->job, "notify::fraction", G_CALLBACK (take_progress), self);
}

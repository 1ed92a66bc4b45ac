/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/experiment-job.h"

#include "app/experiment-worker.h"

/* Seconds that each stage of a trial should take; 0 for those that find their product kept. */
typedef struct {
  double seconds[VW_N_STAGES];
} Plan;

struct _VwExperimentJob {
  GObject parent_instance;

  VwSession *session;
  VwTrainingJob *training;
  VwJob *job;
  VwTrainingWorker *lent; /* what follows: while an experiment is under way */
  VwExperimentWorker *worker;
  VwTrainingProgress progress;
  VwOutcome *outcome; /* of the current or last experiment, like what follows */
  GArray *plans;
  double fraction; /* estimates change, but it never falls */
};

enum { PROP_RUNNING = 1, N_PROPS };
enum { PROGRESS, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwExperimentJob, vw_experiment_job, G_TYPE_OBJECT)

static double
sum_plan (const Plan *plan)
{
  double seconds = 0;

  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    seconds += plan->seconds[stage];
  return seconds;
}

/* The first trial starts from what was kept before, the others from what the one before made. */
static GArray *
make_plans (VwExperimentJob *self, const VwOutcome *plan_for)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  GArray *plans = g_array_new (FALSE, TRUE, sizeof (Plan));

  for (guint i = 0; i < plan_for->values->len; i++)
    {
      VwParameters parameters = vw_outcome_get_parameters (
          plan_for, g_array_index (plan_for->values, double, i));
      Plan plan = { 0 };

      for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
        if (i > 0 ? stage >= plan_for->info->stage
                  : !vw_training_job_would_reuse (self->training, dataset, &parameters, stage))
          plan.seconds[stage]
              = vw_training_job_guess (self->training, dataset, &parameters, stage);
      g_array_append_val (plans, plan);
    }
  return plans;
}

static VwOutcome *
new_outcome (VwExperimentJob *self, const VwParameterInfo *info, GArray *values)
{
  return vw_outcome_new (info, vw_session_get_parameters (self->session),
                         vw_dataset_get_sha256 (vw_session_get_dataset (self->session)), values);
}

/* Seconds of the trial under way that are done, as they were planned. */
static double
get_done_of_current (VwExperimentJob *self)
{
  const Plan *plan = &g_array_index (self->plans, Plan, self->outcome->trials->len);
  double done = 0;

  for (VwStage stage = VW_STAGE_KEYPOINTS; stage <= self->progress.stage; stage++)
    done += plan->seconds[stage]
            * (stage < self->progress.stage ? 1 : self->progress.fraction);
  return done;
}

/* Returns: planned seconds of what is done; @all: (out): of everything. */
static double
get_done (VwExperimentJob *self, double *all)
{
  guint n_done = self->outcome->trials->len;
  double done = 0;

  *all = 0;
  for (guint i = 0; i < self->plans->len; i++)
    {
      *all += sum_plan (&g_array_index (self->plans, Plan, i));
      if (i + 1 == n_done)
        done = *all;
    }
  return done + (n_done < self->plans->len ? get_done_of_current (self) : 0);
}

/* How much longer than planned the finished trials took. */
static double
get_pace (VwExperimentJob *self)
{
  double planned = 0, taken = 0;

  for (guint i = 0; i < self->outcome->trials->len; i++)
    {
      planned += sum_plan (&g_array_index (self->plans, Plan, i));
      taken += g_array_index (self->outcome->trials, VwTrial, i).seconds;
    }
  return planned > 0 ? taken / planned : 1;
}

static void
take_progress (VwExperimentJob *self)
{
  double done, all;

  if (self->worker == NULL)
    return;
  vw_experiment_worker_take (self->worker, self->outcome->trials, &self->progress);
  done = get_done (self, &all);
  self->fraction = MAX (self->fraction, done / MAX (all, 1e-9));
  g_signal_emit (self, signals[PROGRESS], 0);
}

/* From here on nothing that the worker says is heard. */
static void
let_go (VwExperimentJob *self)
{
  VwTrainingWorker *lent = g_steal_pointer (&self->lent);

  g_clear_pointer (&self->worker, vw_experiment_worker_unref);
  vw_training_job_take_back (self->training, lent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
finish (gpointer result, const GError *error, gpointer data)
{
  VwExperimentJob *self = data;

  take_progress (self);
  let_go (self);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

VwExperimentJob *
vw_experiment_job_new (VwSession *session, VwTrainingJob *training)
{
  VwExperimentJob *self = g_object_new (VW_TYPE_EXPERIMENT_JOB, NULL);

  self->session = g_object_ref (session);
  self->training = g_object_ref (training);
  return self;
}

gboolean
vw_experiment_job_start (VwExperimentJob *self, const VwParameterInfo *info, GArray *values)
{
  VwJobWork work = { .done = finish, .data = self };

  g_return_val_if_fail (values->len > 0, FALSE);
  if (!vw_experiment_job_can_start (self))
    return FALSE;
  g_clear_pointer (&self->outcome, vw_outcome_free);
  g_clear_pointer (&self->plans, g_array_unref);
  self->outcome = new_outcome (self, info, values);
  self->plans = make_plans (self, self->outcome);
  self->progress = (VwTrainingProgress) { 0 };
  self->fraction = 0;
  self->lent = vw_training_job_lend (self->training);
  self->worker = vw_experiment_worker_new (
      self->lent, vw_session_get_dataset (self->session), self->outcome);
  vw_experiment_worker_prepare (self->worker, &work);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  vw_job_start (self->job, &work);
  return TRUE;
}

void
vw_experiment_job_cancel (VwExperimentJob *self)
{
  if (!vw_experiment_job_is_running (self))
    return;
  take_progress (self);
  vw_job_cancel (self->job);
  let_go (self);
}

gboolean
vw_experiment_job_is_running (VwExperimentJob *self)
{
  g_return_val_if_fail (VW_IS_EXPERIMENT_JOB (self), FALSE);
  return self->worker != NULL;
}

gboolean
vw_experiment_job_can_start (VwExperimentJob *self)
{
  return vw_session_get_dataset (self->session) != NULL && !vw_experiment_job_is_running (self)
         && !vw_training_job_is_running (self->training);
}

const VwOutcome *
vw_experiment_job_get_outcome (VwExperimentJob *self)
{
  g_return_val_if_fail (VW_IS_EXPERIMENT_JOB (self), NULL);
  return self->outcome;
}

double
vw_experiment_job_get_fraction (VwExperimentJob *self)
{
  return self->fraction;
}

double
vw_experiment_job_get_remaining (VwExperimentJob *self)
{
  double all = 0, done = get_done (self, &all);

  return (all - done) * get_pace (self);
}

double
vw_experiment_job_estimate (VwExperimentJob *self, const VwParameterInfo *info, GArray *values)
{
  g_autoptr (VwOutcome) outcome = NULL;
  g_autoptr (GArray) plans = NULL;
  double seconds = 0;

  if (vw_session_get_dataset (self->session) == NULL)
    return 0;
  outcome = new_outcome (self, info, values);
  plans = make_plans (self, outcome);
  for (guint i = 0; i < plans->len; i++)
    seconds += sum_plan (&g_array_index (plans, Plan, i));
  return seconds;
}

static void
vw_experiment_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RUNNING)
    g_value_set_boolean (value, vw_experiment_job_is_running (VW_EXPERIMENT_JOB (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_experiment_job_dispose (GObject *object)
{
  VwExperimentJob *self = VW_EXPERIMENT_JOB (object);

  vw_experiment_job_cancel (self);
  g_signal_handlers_disconnect_by_data (self->job, self);
  G_OBJECT_CLASS (vw_experiment_job_parent_class)->dispose (object);
}

static void
vw_experiment_job_finalize (GObject *object)
{
  VwExperimentJob *self = VW_EXPERIMENT_JOB (object);

  g_clear_object (&self->session);
  g_clear_object (&self->training);
  g_clear_object (&self->job);
  g_clear_pointer (&self->outcome, vw_outcome_free);
  g_clear_pointer (&self->plans, g_array_unref);
  G_OBJECT_CLASS (vw_experiment_job_parent_class)->finalize (object);
}

static void
vw_experiment_job_class_init (VwExperimentJobClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->get_property = vw_experiment_job_get_property;
  object_class->dispose = vw_experiment_job_dispose;
  object_class->finalize = vw_experiment_job_finalize;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vw_experiment_job_init (VwExperimentJob *self)
{
  self->job = vw_job_new ();
  g_signal_connect_swapped (self->job, "notify::fraction", G_CALLBACK (take_progress), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/experiment-worker.h"

struct _VwExperimentWorker {
  gatomicrefcount refs;
  VwTrainingWorker *training;
  VwDataset *dataset;
  VwOutcome *outcome; /* the worker thread's */
  const VwTask *task;
  GMutex lock; /* guards what is below */
  GArray *finished;
  VwTrainingProgress progress;
};

VwExperimentWorker *
vw_experiment_worker_new (VwTrainingWorker *training, VwDataset *dataset, const VwOutcome *plan)
{
  VwExperimentWorker *self = g_new0 (VwExperimentWorker, 1);

  g_atomic_ref_count_init (&self->refs);
  self->training = vw_training_worker_ref (training);
  self->dataset = vw_dataset_ref (dataset);
  self->outcome = vw_outcome_copy (plan);
  self->finished = vw_trials_new ();
  g_mutex_init (&self->lock);
  return self;
}

void
vw_experiment_worker_unref (VwExperimentWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  vw_training_worker_unref (self->training);
  vw_dataset_unref (self->dataset);
  vw_outcome_free (self->outcome);
  g_array_unref (self->finished);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* A VwExperimentFunc, on the worker. */
static void
note_progress (guint n_done, const VwTrainingProgress *progress, gpointer data)
{
  VwExperimentWorker *self = data;
  const GArray *values = self->outcome->values;
  gboolean new_trial = self->finished->len < n_done;

  if (!new_trial) /* else the progress is that of the trial before */
    {
      VwParameters parameters = vw_outcome_get_parameters (
          self->outcome, g_array_index (values, double, n_done));

      vw_training_worker_note (self->training, self->dataset, &parameters, progress);
    }
  g_mutex_lock (&self->lock);
  vw_trials_append (self->finished, self->outcome->trials, self->finished->len);
  self->progress = new_trial ? (VwTrainingProgress) { 0 } : *progress;
  g_mutex_unlock (&self->lock);
  vw_task_report (self->task, n_done / (double) values->len);
}

static gpointer
run (gpointer data, const VwTask *task, GError **error)
{
  VwExperimentWorker *self = data;
  const VwExperiment experiment
      = { .training = { .dataset = self->dataset, .parameters = self->outcome->parameters,
                        .cancellable = task->cancellable },
          .info = self->outcome->info, .n_values = self->outcome->values->len,
          .values = (const double *) self->outcome->values->data,
          .progress = note_progress, .progress_data = self };
  gboolean done;

  self->task = task;
  done = vw_experiment_run (&experiment, vw_training_worker_enter (self->training),
                            self->outcome->trials, error);
  vw_training_worker_leave (self->training);
  return done ? self : NULL;
}

void
vw_experiment_worker_prepare (VwExperimentWorker *self, VwJobWork *work)
{
  g_atomic_ref_count_inc (&self->refs);
  work->run = run;
  work->input = self;
  work->free_input = (GDestroyNotify) vw_experiment_worker_unref;
}

void
vw_experiment_worker_take (VwExperimentWorker *self, GArray *trials, VwTrainingProgress *progress)
{
  g_mutex_lock (&self->lock);
  vw_trials_append (trials, self->finished, trials->len);
  *progress = self->progress;
  g_mutex_unlock (&self->lock);
}

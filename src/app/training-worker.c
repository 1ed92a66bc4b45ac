/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/training-worker.h"

struct _VwTrainingWorker {
  gatomicrefcount refs;
  GMutex training; /* held by the thread that uses the trainer */
  VwTrainer *trainer;
  GMutex lock; /* guards what is below */
  VwTrainingProgress progress;
  guint generation; /* of the run that may write progress */
};

typedef struct {
  VwTrainingWorker *worker;
  guint generation;
  VwDataset *dataset;
  VwParameters parameters;
  const VwTask *task;
} Input;

VwTrainingWorker *
vw_training_worker_new (void)
{
  VwTrainingWorker *self = g_new0 (VwTrainingWorker, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->training);
  g_mutex_init (&self->lock);
  self->trainer = vw_trainer_new ();
  return self;
}

static VwTrainingWorker *
worker_ref (VwTrainingWorker *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_training_worker_unref (VwTrainingWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  vw_trainer_free (self->trainer);
  g_mutex_clear (&self->training);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
input_free (Input *input)
{
  vw_training_worker_unref (input->worker);
  vw_dataset_unref (input->dataset);
  g_free (input);
}

void
vw_training_product_free (VwTrainingProduct *self)
{
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->predictions, g_array_unref);
  g_free (self);
}

/* On the worker. */
static void
note_progress (const VwTrainingProgress *progress, gpointer data)
{
  Input *input = data;
  double whole = (progress->stage + progress->fraction) / VW_N_STAGES;

  g_mutex_lock (&input->worker->lock);
  if (input->generation == input->worker->generation)
    input->worker->progress = *progress;
  g_mutex_unlock (&input->worker->lock);
  vw_task_report (input->task, whole);
}

static gpointer
train (gpointer data, const VwTask *task, GError **error)
{
  Input *input = data;
  g_autoptr (VwTrainingProduct) product = g_new0 (VwTrainingProduct, 1);
  VwTraining training = { .dataset = input->dataset, .parameters = input->parameters,
                          .progress = note_progress, .progress_data = input,
                          .cancellable = task->cancellable };

  input->task = task;
  /* A cancelled run may need some ms to let go of the trainer. */
  g_mutex_lock (&input->worker->training);
  product->model = vw_trainer_run (input->worker->trainer, &training, &product->predictions,
                                   NULL, error);
  g_mutex_unlock (&input->worker->training);
  return product->model != NULL ? g_steal_pointer (&product) : NULL;
}

static guint
renew_generation (VwTrainingWorker *self, const VwTrainingProgress *start)
{
  guint generation;

  g_mutex_lock (&self->lock);
  generation = ++self->generation;
  if (start != NULL)
    self->progress = *start;
  g_mutex_unlock (&self->lock);
  return generation;
}

void
vw_training_worker_prepare (VwTrainingWorker *self, VwDataset *dataset,
                            const VwParameters *parameters, const VwTrainingProgress *start,
                            VwJobWork *work)
{
  Input *input = g_new0 (Input, 1);

  input->worker = worker_ref (self);
  input->dataset = vw_dataset_ref (dataset);
  input->parameters = *parameters;
  input->generation = renew_generation (self, start);
  work->run = train;
  work->input = input;
  work->free_input = (GDestroyNotify) input_free;
  work->free_result = (GDestroyNotify) vw_training_product_free;
}

void
vw_training_worker_ignore (VwTrainingWorker *self)
{
  renew_generation (self, NULL);
}

void
vw_training_worker_get_progress (VwTrainingWorker *self, VwTrainingProgress *progress)
{
  g_mutex_lock (&self->lock);
  *progress = self->progress;
  g_mutex_unlock (&self->lock);
}

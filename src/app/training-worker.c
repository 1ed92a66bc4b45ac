/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/training-worker.h"

struct _VwTrainingWorker {
  gatomicrefcount refs;
  GMutex training; /* held by the thread that uses the trainer */
  VwTrainer *trainer;
  GMutex lock; /* guards what is below */
  char *keys[VW_N_STAGES]; /* what the trainer's kept products were made from */
  double made[VW_N_STAGES]; /* how large they are */
  gboolean keypoints_kept; /* with their descriptors, for another vocabulary */
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

VwTrainingWorker *
vw_training_worker_ref (VwTrainingWorker *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
forget_keys (VwTrainingWorker *self, VwStage from)
{
  for (VwStage stage = from; stage < VW_N_STAGES; stage++)
    g_clear_pointer (&self->keys[stage], g_free);
}

void
vw_training_worker_unref (VwTrainingWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  vw_trainer_free (self->trainer);
  forget_keys (self, VW_STAGE_LOAD);
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

/* A stage that runs undoes those after it. */
static void
note_stage (VwTrainingWorker *self, const VwStageRecord *record, VwStage stage, const char *key)
{
  if (record->reused || (record->finished && g_strcmp0 (key, self->keys[stage]) == 0))
    return;
  forget_keys (self, stage);
  if (!record->finished)
    return;
  self->keys[stage] = g_strdup (key);
  self->made[stage] = record->made;
}

void
vw_training_worker_note (VwTrainingWorker *self, VwDataset *dataset,
                         const VwParameters *parameters, const VwTrainingProgress *progress)
{
  g_mutex_lock (&self->lock);
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage <= progress->stage; stage++)
    {
      g_autofree char *key = vw_training_key (dataset, parameters, stage);

      note_stage (self, &progress->stages[stage], stage, key);
    }
  self->keypoints_kept = progress->keypoints_kept;
  g_mutex_unlock (&self->lock);
}

static gboolean
has_key (VwTrainingWorker *self, VwDataset *dataset, const VwParameters *parameters, VwStage stage)
{
  g_autofree char *key = vw_training_key (dataset, parameters, stage);

  return g_strcmp0 (key, self->keys[stage]) == 0;
}

gboolean
vw_training_worker_has_kept (VwTrainingWorker *self, VwDataset *dataset,
                             const VwParameters *parameters, VwStage stage, double *made)
{
  gboolean kept;

  g_mutex_lock (&self->lock);
  kept = has_key (self, dataset, parameters, stage)
         && (self->keypoints_kept || has_key (self, dataset, parameters, VW_STAGE_VOCABULARY));
  if (made != NULL)
    *made = kept ? self->made[stage] : 0;
  g_mutex_unlock (&self->lock);
  return kept;
}

VwTrainer *
vw_training_worker_enter (VwTrainingWorker *self)
{
  g_mutex_lock (&self->training);
  return self->trainer;
}

void
vw_training_worker_leave (VwTrainingWorker *self)
{
  g_mutex_unlock (&self->training);
}

/* On the worker. */
static void
note_progress (const VwTrainingProgress *progress, gpointer data)
{
  Input *input = data;
  double whole = (progress->stage + progress->fraction) / VW_N_STAGES;

  vw_training_worker_note (input->worker, input->dataset, &input->parameters, progress);
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
                          .keep_descriptors = VW_KEEP_DESCRIPTORS, .progress = note_progress, .progress_data = input,
                          .cancellable = task->cancellable };

  input->task = task;
  product->model = vw_trainer_run (vw_training_worker_enter (input->worker), &training,
                                   &product->predictions, NULL, error);
  vw_training_worker_leave (input->worker);
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

  input->worker = vw_training_worker_ref (self);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/trainer.h"

#include "config.h"
#include "core/error.h"
#include "core/evaluation.h"

#include <string.h>

#define REPORT_INTERVAL (50 * G_TIME_SPAN_MILLISECOND)

struct _VwTrainer {
  char *keys[VW_N_STAGES]; /* what the kept product of each stage was made from */
  VwFeatures *train, *test;
  VwVocabulary *vocabulary;
  guint16 *train_words, *test_words;
  double inertia;
  VwHistograms *train_rows, *test_rows;
  VwClassifier *classifier;
  VwMetrics *metrics;
  GArray *predictions;
};

/* One run of the trainer; lives on the stack of vw_trainer_run (). */
typedef struct {
  VwTrainer *trainer;
  const VwTraining *training;
  VwTrainingProgress progress;
  VwUsage usage;
  gint64 next_report;
} Run;

typedef gboolean (*StageFunc) (VwTrainer *self, const VwTraining *training, const VwTask *task,
                               GError **error);

VwTrainer *
vw_trainer_new (void)
{
  return g_new0 (VwTrainer, 1);
}

/* Drops what @stage and the stages after it made. */
static void
forget_from (VwTrainer *self, VwStage stage)
{
  if (stage <= VW_STAGE_KEYPOINTS)
    {
      g_clear_pointer (&self->train, vw_features_free);
      g_clear_pointer (&self->test, vw_features_free);
    }
  if (stage <= VW_STAGE_VOCABULARY)
    {
      g_clear_pointer (&self->vocabulary, vw_vocabulary_unref);
      g_clear_pointer (&self->train_words, g_free);
      g_clear_pointer (&self->test_words, g_free);
    }
  if (stage <= VW_STAGE_HISTOGRAMS)
    {
      g_clear_pointer (&self->train_rows, vw_histograms_unref);
      g_clear_pointer (&self->test_rows, vw_histograms_unref);
    }
  if (stage <= VW_STAGE_CLASSIFIER)
    g_clear_pointer (&self->classifier, vw_classifier_unref);
  g_clear_pointer (&self->metrics, vw_metrics_free);
  g_clear_pointer (&self->predictions, g_array_unref);
  for (int s = stage; s < VW_N_STAGES; s++)
    g_clear_pointer (&self->keys[s], g_free);
}

void
vw_trainer_free (VwTrainer *self)
{
  forget_from (self, VW_STAGE_LOAD);
  g_free (self);
}

static gboolean
has_descriptors (const VwTrainer *self)
{
  return self->train != NULL && self->train->descriptors != NULL;
}

/* Once each has its word, only another vocabulary needs them again. */
static void
let_go_of_descriptors (VwTrainer *self, gsize most)
{
  if ((self->train->n_descriptors + self->test->n_descriptors) * VW_DESCRIPTOR_BYTES <= most)
    return;
  vw_features_drop_descriptors (self->train);
  vw_features_drop_descriptors (self->test);
}

static gboolean
find_keypoints (VwTrainer *self, const VwTraining *training, const VwTask *task, GError **error)
{
  double n_train = vw_dataset_get_count (training->dataset, VW_SPLIT_TRAIN);
  double n_test = vw_dataset_get_count (training->dataset, VW_SPLIT_TEST);
  double share = n_train / (n_train + n_test);
  VwSubtask train, test;

  self->train = vw_features_extract (training->dataset, VW_SPLIT_TRAIN, &training->parameters,
                                     vw_subtask_init (&train, task, 0, share), error);
  if (self->train == NULL)
    return FALSE;
  self->test = vw_features_extract (training->dataset, VW_SPLIT_TEST, &training->parameters,
                                    vw_subtask_init (&test, task, share, 1), error);
  return self->test != NULL;
}

/* Returns: (transfer full): the word of each descriptor. */
static guint16 *
find_words (const VwVocabulary *vocabulary, const VwFeatures *features, double *inertia,
            const VwTask *task, GError **error)
{
  g_autofree guint16 *words = g_new (guint16, features->n_descriptors);

  if (!vw_vocabulary_assign (vocabulary, features->descriptors, features->n_descriptors, words,
                             inertia, task, error))
    return NULL;
  return g_steal_pointer (&words);
}

static gboolean
train_vocabulary (VwTrainer *self, const VwTraining *training, const VwTask *task, GError **error)
{
  VwSubtask train, assign_train, assign_test;

  self->vocabulary = vw_vocabulary_train (self->train->descriptors, self->train->n_descriptors,
                                          &training->parameters,
                                          vw_subtask_init (&train, task, 0, 0.65), error);
  if (self->vocabulary == NULL)
    return FALSE;
  self->train_words = find_words (self->vocabulary, self->train, &self->inertia,
                                  vw_subtask_init (&assign_train, task, 0.65, 0.95), error);
  if (self->train_words == NULL)
    return FALSE;
  self->test_words = find_words (self->vocabulary, self->test, NULL,
                                 vw_subtask_init (&assign_test, task, 0.95, 1), error);
  return self->test_words != NULL;
}

static gboolean
build_histograms (VwTrainer *self, const VwTraining *training, const VwTask *task, GError **error)
{
  guint n_words = vw_vocabulary_get_words (self->vocabulary);
  VwSubtask train, test;

  self->train_rows = vw_histograms_build (self->train, self->train_words, n_words,
                                          &training->parameters,
                                          vw_subtask_init (&train, task, 0, 0.85), error);
  if (self->train_rows == NULL)
    return FALSE;
  self->test_rows = vw_histograms_build (self->test, self->test_words, n_words,
                                         &training->parameters,
                                         vw_subtask_init (&test, task, 0.85, 1), error);
  return self->test_rows != NULL;
}

static gboolean
train_classifier (VwTrainer *self, const VwTraining *training, const VwTask *task, GError **error)
{
  self->classifier = vw_classifier_train (self->train_rows,
                                          vw_dataset_get_labels (training->dataset, VW_SPLIT_TRAIN),
                                          vw_dataset_get_n_classes (training->dataset),
                                          &training->parameters, task, error);
  return self->classifier != NULL;
}

static gboolean
evaluate (VwTrainer *self, const VwTraining *training, const VwTask *task, GError **error)
{
  self->metrics = vw_classify_rows (self->classifier, self->test_rows,
                                    vw_dataset_get_labels (training->dataset, VW_SPLIT_TEST),
                                    &self->predictions, task, error);
  return self->metrics != NULL;
}

static const StageFunc stage_functions[VW_N_STAGES] = {
  [VW_STAGE_KEYPOINTS] = find_keypoints,     [VW_STAGE_VOCABULARY] = train_vocabulary,
  [VW_STAGE_HISTOGRAMS] = build_histograms,  [VW_STAGE_CLASSIFIER] = train_classifier,
  [VW_STAGE_EVALUATION] = evaluate,
};

/* The size of what @stage has made, as VwStageRecord says it. */
static double
measure_product (const VwTrainer *self, VwStage stage)
{
  const VwHistograms *rows = self->train_rows;

  switch (stage)
    {
    case VW_STAGE_KEYPOINTS:
      return self->train->n_descriptors;
    case VW_STAGE_VOCABULARY:
      return vw_vocabulary_get_words (self->vocabulary);
    case VW_STAGE_HISTOGRAMS:
      return (double) rows->offsets[rows->n_rows] / MAX (rows->n_rows, 1);
    case VW_STAGE_CLASSIFIER:
      return vw_classifier_get_n_classes (self->classifier);
    case VW_STAGE_EVALUATION:
      return vw_metrics_count_right (self->metrics);
    default:
      return 0;
    }
}

static void
report (Run *run)
{
  run->progress.keypoints_kept = has_descriptors (run->trainer);
  if (run->training->progress != NULL)
    run->training->progress (&run->progress, run->training->progress_data);
  run->next_report = g_get_monotonic_time () + REPORT_INTERVAL;
}

static void
on_stage_progress (double fraction, gpointer data)
{
  Run *run = data;

  vw_usage_sample (&run->usage);
  run->progress.fraction = fraction;
  if (g_get_monotonic_time () < run->next_report)
    return;
  vw_usage_read (&run->usage, &run->progress.stages[run->progress.stage]);
  report (run);
}

char *
vw_training_key (const VwDataset *dataset, const VwParameters *parameters, VwStage stage)
{
  g_autofree char *text = vw_parameters_key (parameters, stage);

  /* The same images may be called by more classes than they are of, which their hash does not tell.
   */
  return g_strdup_printf ("%s %u %s", vw_dataset_get_sha256 (dataset),
                          vw_dataset_get_n_classes (dataset), text);
}

static char *
stage_key (const VwTraining *training, VwStage stage)
{
  return vw_training_key (training->dataset, &training->parameters, stage);
}

static gboolean
is_kept (const Run *run, VwStage stage)
{
  g_autofree char *key = stage_key (run->training, stage);

  return g_strcmp0 (key, run->trainer->keys[stage]) == 0;
}

static gboolean
run_stage (Run *run, VwStage stage, GError **error)
{
  VwTrainer *self = run->trainer;
  VwStageRecord *record = &run->progress.stages[stage];
  VwTask task = { run->training->threads, on_stage_progress, run, run->training->cancellable };

  run->progress.stage = stage;
  run->progress.fraction = 0;
  vw_usage_start (&run->usage);
  if (is_kept (run, stage))
    record->reused = TRUE;
  else
    {
      forget_from (self, stage);
      report (run);
      if (!stage_functions[stage](self, run->training, &task, error))
        {
          forget_from (self, stage);
          vw_usage_read (&run->usage, record);
          return FALSE;
        }
      self->keys[stage] = stage_key (run->training, stage);
    }
  if (stage == VW_STAGE_VOCABULARY && has_descriptors (self))
    let_go_of_descriptors (self, run->training->keep_descriptors);
  vw_usage_read (&run->usage, record);
  record->made = measure_product (self, stage);
  record->finished = TRUE;
  run->progress.fraction = 1;
  report (run);
  return TRUE;
}

static VwModel *
make_model (const VwTrainer *self, const VwTraining *training)
{
  VwModel *model = vw_model_new ();
  guint n_classes = vw_dataset_get_n_classes (training->dataset);
  char **names = g_new0 (char *, n_classes + 1);

  model->parameters = training->parameters;
  model->vocabulary = vw_vocabulary_ref (self->vocabulary);
  model->classifier = vw_classifier_ref (self->classifier);
  model->metrics = vw_metrics_copy (self->metrics);
  for (guint i = 0; i < n_classes; i++)
    names[i] = g_strdup (vw_dataset_get_stored_class_name (training->dataset, i));
  vw_model_take_class_names (model, names);
  model->data_sha256 = g_strdup (vw_dataset_get_sha256 (training->dataset));
  model->rows = vw_dataset_get_rows (training->dataset);
  model->cols = vw_dataset_get_cols (training->dataset);
  model->train_descriptors = self->train->n_descriptors;
  model->train_images = vw_features_count_images (self->train);
  model->train_total = self->train->n_images;
  model->inertia = self->inertia;
  model->version = g_strdup (VW_VERSION);
  return model;
}

VwModel *
vw_trainer_run (VwTrainer *self, const VwTraining *training, GArray **predictions,
                VwStageRecord *records, GError **error)
{
  Run run = { .trainer = self, .training = training };
  gboolean done = vw_parameters_check (&training->parameters, error)
                  && vw_model_check_size (&training->parameters,
                                          vw_dataset_get_n_classes (training->dataset), error);

  if (done && !has_descriptors (self) && !is_kept (&run, VW_STAGE_VOCABULARY))
    forget_from (self, VW_STAGE_KEYPOINTS);
  for (VwStage stage = VW_STAGE_KEYPOINTS; done && stage < VW_N_STAGES; stage++)
    done = run_stage (&run, stage, error);
  if (records != NULL)
    memcpy (records, run.progress.stages, sizeof run.progress.stages);
  if (!done)
    return NULL;
  if (predictions != NULL)
    *predictions = g_array_ref (self->predictions);
  return make_model (self, training);
}

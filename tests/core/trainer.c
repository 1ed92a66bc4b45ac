/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"
#include "core/evaluation.h"
#include "core/presets.h"
#include "core/random.h"
#include "core/reason.h"
#include "core/recognizer.h"
#include "core/trainer.h"
#include "lib/prompt.h"
#include "lib/sample.h"
#include "lib/scratch.h"

#include <string.h>

static VwTraining
small_training (void)
{
  VwTraining training = { .dataset = test_sample (),
                          .parameters = vw_preset_find ("notebook")->parameters,
                          .keep_descriptors = VW_KEEP_DESCRIPTORS };

  training.parameters.words = 60;
  training.parameters.batch = 1024;
  return training;
}

/* The two models in their files' bytes. */
static void
assert_same_model (VwModel *a, VwModel *b)
{
  g_auto (Scratch) folder = { 0 };
  g_autofree char *path_a = NULL, *path_b = NULL, *bytes_a = NULL, *bytes_b = NULL;
  gsize size_a, size_b;

  scratch_init (&folder);
  path_a = scratch_path (&folder, "a");
  path_b = scratch_path (&folder, "b");
  g_assert_true (vw_model_save (a, path_a, NULL) && vw_model_save (b, path_b, NULL));
  g_assert_true (g_file_get_contents (path_a, &bytes_a, &size_a, NULL));
  g_assert_true (g_file_get_contents (path_b, &bytes_b, &size_b, NULL));
  g_assert_cmpmem (bytes_a, size_a, bytes_b, size_b);
}

static VwModel *
run (VwTrainer *trainer, const VwTraining *training, VwStageRecord *records)
{
  g_autoptr (GError) error = NULL;
  VwModel *model = vw_trainer_run (trainer, training, NULL, records, &error);

  g_assert_no_error (error);
  return model;
}

/* What the records say of the products is what the model holds; taken over or not. */
static void
assert_made (const VwStageRecord *records, const VwModel *model)
{
  g_assert_cmpfloat (records[VW_STAGE_KEYPOINTS].made, ==, model->train_descriptors);
  g_assert_cmpfloat (records[VW_STAGE_VOCABULARY].made, ==, model->parameters.words);
  g_assert_cmpfloat (records[VW_STAGE_HISTOGRAMS].made, >, 1);
  g_assert_cmpfloat (records[VW_STAGE_HISTOGRAMS].made, <=,
                     (double) model->train_descriptors / model->train_images);
  g_assert_cmpfloat (records[VW_STAGE_CLASSIFIER].made, ==, 10);
  g_assert_cmpfloat_with_epsilon (records[VW_STAGE_EVALUATION].made
                                      / vw_metrics_total (model->metrics, VW_POPULATION_ALL),
                                  vw_metrics_accuracy (model->metrics, VW_POPULATION_ALL), 1e-12);
}

/* Which stages were taken over, a letter each: "r" reused, "c" computed. */
static char *
reuse (const VwStageRecord *records)
{
  GString *text = g_string_new (NULL);

  for (VwStage s = VW_STAGE_KEYPOINTS; s < VW_N_STAGES; s++)
    {
      g_assert_true (records[s].finished);
      g_string_append_c (text, records[s].reused ? 'r' : 'c');
    }
  return g_string_free (text, FALSE);
}

static void
test_reuse (void)
{
  static const struct {
    const char *name, *value, *expected;
  } changes[] = {
    { "words", "60", "rrrrr" },  { "svm-c", "2", "rrrcc" }, { "norm", "l1", "rrccc" },
    { "seed", "7", "rcccc" },    { "edge-threshold", "20", "ccccc" },
    { "svm-c", "1", "rrrcc" },   { "max-train", "2000", "ccccc" },
  };
  g_autoptr (VwTrainer) kept = vw_trainer_new ();
  VwTraining training = small_training ();
  VwStageRecord records[VW_N_STAGES];
  g_autoptr (VwModel) first = run (kept, &training, records);

  g_assert_nonnull (first);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (VwTrainer) fresh = vw_trainer_new ();
      g_autoptr (VwModel) again = NULL, anew = NULL;
      g_autofree char *reused = NULL;

      g_assert_true (vw_parameter_parse (&training.parameters, vw_parameter_find (changes[i].name),
                                         changes[i].value, NULL));
      again = run (kept, &training, records);
      reused = reuse (records);
      g_assert_cmpstr (reused, ==, changes[i].expected);
      assert_made (records, again);
      anew = run (fresh, &training, records);
      assert_same_model (again, anew);
    }
}

/* Without its descriptors a trainer goes on from each stage but the keypoints, to the same models. */
static void
test_descriptors_let_go (void)
{
  static const struct {
    const char *name, *value, *expected;
    gsize keep;
  } runs[] = {
    { "words", "60", "ccccc", 0 }, { "svm-c", "2", "rrrcc", 0 },
    { "norm", "l1", "rrccc", 0 },  { "seed", "7", "ccccc", VW_KEEP_DESCRIPTORS },
    { "seed", "8", "rcccc", 0 },   { "seed", "9", "ccccc", 0 },
  };
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training = small_training ();
  VwStageRecord records[VW_N_STAGES];

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (VwTrainer) fresh = vw_trainer_new ();
      g_autoptr (VwModel) again = NULL, anew = NULL;
      g_autofree char *reused = NULL;

      g_assert_true (vw_parameter_parse (&training.parameters, vw_parameter_find (runs[i].name),
                                         runs[i].value, NULL));
      training.keep_descriptors = runs[i].keep;
      again = run (trainer, &training, records);
      reused = reuse (records);
      g_assert_cmpstr (reused, ==, runs[i].expected);
      anew = run (fresh, &training, records);
      assert_same_model (again, anew);
    }
}

/* What was made without keeping descriptors outlives a run that is refused. */
static void
test_refused_keeps (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training = small_training ();
  VwStageRecord records[VW_N_STAGES];
  g_autoptr (VwModel) first = NULL, again = NULL;
  g_autofree char *reused = NULL;

  training.keep_descriptors = 0;
  first = run (trainer, &training, records);
  training.parameters.words = 0;
  g_assert_null (vw_trainer_run (trainer, &training, NULL, NULL, NULL));
  training.parameters.words = 60;
  again = run (trainer, &training, records);
  reused = reuse (records);
  g_assert_cmpstr (reused, ==, "rrrrr");
}

/* Cancels as soon as the stage is seen, or a while later. */
typedef struct {
  VwStage stage;
  GCancellable *cancellable;
  gint64 cancelled;
} Canceller;

static void
cancel_at_stage (const VwTrainingProgress *progress, gpointer data)
{
  Canceller *self = data;

  if (progress->stage != self->stage || self->cancelled != 0)
    return;
  self->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
}

static void
test_cancel_in_each_stage (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (VwModel) expected = NULL, after = NULL;
  VwTraining training = small_training ();
  VwTrainer *other = vw_trainer_new ();

  expected = run (other, &training, NULL);
  vw_trainer_free (other);
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Canceller canceller = { stage, cancellable, 0 };
      VwStageRecord records[VW_N_STAGES];

      training.cancellable = cancellable;
      training.progress = cancel_at_stage;
      training.progress_data = &canceller;
      g_assert_null (vw_trainer_run (trainer, &training, NULL, records, &error));
      test_assert_prompt (canceller.cancelled, g_get_monotonic_time (), 200);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      for (VwStage before = VW_STAGE_KEYPOINTS; before < stage; before++)
        g_assert_true (records[before].finished);
    }
  training.cancellable = NULL;
  training.progress = NULL;
  after = run (trainer, &training, NULL);
  assert_same_model (expected, after);
}

static gpointer
cancel_later (gpointer data)
{
  Canceller *self = data;

  g_usleep ((gulong) self->stage * 1000);
  self->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* At moments that nobody chose, with settings that make every stage long. */
static void
test_cancel_at_any_moment (void)
{
  for (guint milliseconds = 5; milliseconds < 3000; milliseconds = milliseconds * 3 / 2 + 20)
    {
      g_autoptr (VwTrainer) trainer = vw_trainer_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VwModel) model = NULL;
      Canceller canceller = { (VwStage) milliseconds, cancellable, 0 };
      VwTraining training = { .dataset = test_sample (), .cancellable = cancellable,
                              .parameters = vw_preset_find ("spatial-pyramid")->parameters };
      GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);
      gint64 answered;

      training.parameters.words = 2000;
      model = vw_trainer_run (trainer, &training, NULL, NULL, &error);
      answered = g_get_monotonic_time ();
      g_thread_join (thread);
      if (model != NULL) /* it was done before */
        break;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      test_assert_prompt (canceller.cancelled, answered, 200);
    }
}

static void
rising (const VwTrainingProgress *progress, gpointer data)
{
  VwTrainingProgress *last = data;

  g_assert_cmpint (progress->stage, >=, last->stage);
  if (progress->stage == last->stage)
    g_assert_cmpfloat (progress->fraction, >=, last->fraction);
  *last = *progress;
}

static void
test_progress (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTrainingProgress last = { 0 };
  VwTraining training = small_training ();
  VwStageRecord records[VW_N_STAGES];
  g_autoptr (VwModel) model = NULL;

  training.progress = rising;
  training.progress_data = &last;
  model = run (trainer, &training, records);
  g_assert_cmpint (last.stage, ==, VW_STAGE_EVALUATION);
  g_assert_cmpfloat (last.fraction, ==, 1);
  for (VwStage s = VW_STAGE_KEYPOINTS; s < VW_N_STAGES; s++)
    {
      g_assert_cmpfloat (records[s].seconds, >, 0);
      g_assert_cmpfloat (records[s].peak_mb, >=, records[s].end_mb);
      g_assert_cmpfloat (records[s].end_mb, >, 1);
    }
}

/* The same images and labels with the names of more classes, as a part of EMNIST may have: another
   data set, though no byte of it differs. */
static void
test_more_classes (void)
{
  static const char *const names[]
      = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", NULL };
  VwDataset *original = test_sample ();
  VwDatasetContent content = { .kind = "IDX", .rows = 28, .cols = 28, .class_names = names };
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (VwDataset) named = NULL;
  g_autoptr (VwModel) ten = NULL, twelve = NULL;
  VwTraining training = small_training ();

  for (VwSplit split = 0; split < VW_N_SPLITS; split++)
    {
      guint n = vw_dataset_get_count (original, split);

      content.parts[split] = (VwDatasetPart){
        .pixels = g_bytes_new_static (vw_dataset_get_image (original, split, 0), n * 28 * 28),
        .labels = g_bytes_new_static (vw_dataset_get_labels (original, split), n),
        .count = n,
      };
    }
  named = vw_dataset_new (&content, NULL);
  g_assert_cmpstr (vw_dataset_get_sha256 (named), ==, vw_dataset_get_sha256 (original));
  ten = run (trainer, &training, NULL);
  training.dataset = named;
  twelve = run (trainer, &training, NULL);
  g_assert_cmpuint (ten->metrics->n_classes, ==, 10);
  g_assert_cmpuint (twelve->metrics->n_classes, ==, 12);
  g_assert_cmpuint (vw_classifier_get_n_classes (twelve->classifier), ==, 12);
  for (VwSplit split = 0; split < VW_N_SPLITS; split++)
    {
      g_bytes_unref (content.parts[split].pixels);
      g_bytes_unref (content.parts[split].labels);
    }
}

/* With labels dealt at random nothing can be learned; more would mean that the test leaks. */
static void
test_shuffled_labels (void)
{
  VwDataset *original = test_sample ();
  VwDatasetContent content = { .kind = "images", .rows = 28, .cols = 28 };
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (VwDataset) shuffled = NULL;
  g_autoptr (VwModel) model = NULL;
  VwTraining training = small_training ();
  VwRandom random;
  double accuracy;

  vw_random_init (&random, 3);
  for (VwSplit split = 0; split < VW_N_SPLITS; split++)
    {
      guint n = vw_dataset_get_count (original, split);
      guint8 *labels = g_malloc (n);

      for (guint i = 0; i < n; i++)
        labels[i] = (guint8) vw_random_below (&random, 10);
      content.parts[split] = (VwDatasetPart){
        .pixels = g_bytes_new (vw_dataset_get_image (original, split, 0), (gsize) n * 28 * 28),
        .labels = g_bytes_new_take (labels, n),
        .count = n,
      };
    }
  shuffled = vw_dataset_new (&content, NULL);
  g_assert_nonnull (shuffled);
  training.dataset = shuffled;
  model = run (trainer, &training, NULL);
  accuracy = vw_metrics_accuracy (model->metrics, VW_POPULATION_ALL);
  g_assert_cmpfloat (accuracy, >, 0.05);
  g_assert_cmpfloat (accuracy, <, 0.15);
  for (VwSplit split = 0; split < VW_N_SPLITS; split++)
    {
      g_bytes_unref (content.parts[split].pixels);
      g_bytes_unref (content.parts[split].labels);
    }
}

/* One image at a time gives what the whole split gave. */
static void
test_recognizer (void)
{
  VwDataset *dataset = test_sample ();
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GArray) predictions = NULL;
  g_autoptr (VwMetrics) metrics = NULL;
  g_autoptr (VwModel) model = NULL;
  g_autoptr (VwRecognizer) recognizer = NULL;
  VwTraining training = small_training ();

  training.parameters.pyramid = VW_PYRAMID_1_2;
  model = run (trainer, &training, NULL);
  metrics = vw_model_evaluate (model, dataset, NULL, &predictions, NULL);
  g_assert_cmpmem (metrics->confusion, 100 * sizeof (guint), model->metrics->confusion,
                   100 * sizeof (guint));
  recognizer = vw_recognizer_new (model, &model->parameters, 28, 28, NULL);
  for (guint i = 0; i < 300; i++)
    {
      const VwRecognition *seen
          = vw_recognizer_run (recognizer, vw_dataset_get_image (dataset, VW_SPLIT_TEST, i), NULL);
      VwReason reason = vw_reason_find (&seen->detection->frame, &model->parameters);

      g_assert_cmpint (seen->predicted, ==, g_array_index (predictions, gint16, i));
      g_assert_cmpuint (reason.kept, ==, seen->detection->frame.n_keypoints);
      g_assert_cmpuint (reason.corners, ==,
                        reason.kept + reason.dropped_border + reason.dropped_quota);
    }
}

static void
assert_refused (VwTraining *training, VwErrorCode code)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_trainer_run (trainer, training, NULL, NULL, &error));
  g_assert_error (error, VW_ERROR, (int) code);
}

static void
test_refuses (void)
{
  VwTraining nothing = small_training (), wrong = small_training (), few = small_training ();
  VwTraining large = small_training ();

  large.parameters.words = 20000; /* a gigabyte of weights, which no model file may have */
  large.parameters.pyramid = VW_PYRAMID_1_2_4;
  large.parameters.directions = 32;
  nothing.parameters.upscale = 28; /* no keypoint anywhere */
  assert_refused (&nothing, VW_ERROR_TRAINING);
  wrong.parameters.words = 0;
  assert_refused (&wrong, VW_ERROR_PARAMETER);
  few.parameters.max_train = 1; /* one class only */
  few.parameters.words = 2;
  few.parameters.edge_threshold = 4;
  assert_refused (&few, VW_ERROR_TRAINING);
  assert_refused (&large, VW_ERROR_TRAINING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trainer/reuse", test_reuse);
  g_test_add_func ("/trainer/descriptors-let-go", test_descriptors_let_go);
  g_test_add_func ("/trainer/refused-keeps", test_refused_keeps);
  g_test_add_func ("/trainer/cancel-in-each-stage", test_cancel_in_each_stage);
  g_test_add_func ("/trainer/cancel-at-any-moment", test_cancel_at_any_moment);
  g_test_add_func ("/trainer/progress", test_progress);
  g_test_add_func ("/trainer/more-classes", test_more_classes);
  g_test_add_func ("/trainer/shuffled-labels", test_shuffled_labels);
  g_test_add_func ("/trainer/recognizer", test_recognizer);
  g_test_add_func ("/trainer/refuses", test_refuses);
  return g_test_run ();
}

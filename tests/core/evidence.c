/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence must add up to the score, for every class and digit, with and without a spatial pyramid. */
#include "core/evidence.h"
#include "core/presets.h"
#include "core/recognizer.h"
#include "core/trainer.h"
#include "lib/model.h"

#define TOLERANCE 1e-9

static VwModel *
train (VwDataset *dataset, const char *preset)
{
  VwTraining training = { .dataset = dataset, .parameters = vw_preset_find (preset)->parameters };
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GError) error = NULL;
  VwModel *model;

  training.parameters.words = 100;
  training.parameters.max_train = 1000;
  model = vw_trainer_run (trainer, &training, NULL, NULL, &error);
  g_assert_no_error (error);
  return model;
}

/* The score by another way: from the weights and a dense row. */
static double
score_densely (const VwClassifier *classifier, const VwHistograms *row, guint class_index)
{
  guint dims = vw_classifier_get_dims (classifier);
  g_autofree double *dense = g_new0 (double, dims);
  double sum = 0;

  for (gsize i = 0; i < row->offsets[1]; i++)
    dense[row->indices[i]] = row->values[i];
  for (guint i = 0; i < dims; i++)
    sum += dense[i] * vw_classifier_get_coef (classifier)[(gsize) class_index * dims + i];
  return sum + vw_classifier_get_intercept (classifier)[class_index];
}

static void
check_sums (const VwEvidence *evidence)
{
  double terms = 0, words = 0;

  for (guint i = 0; i < evidence->n_terms; i++)
    {
      const VwEvidenceTerm *term = &evidence->terms[i];

      g_assert_cmpfloat (term->value, >, 0);
      g_assert_cmpfloat_with_epsilon (term->product, term->value * term->weight, TOLERANCE);
      g_assert_nonnull (vw_evidence_find (evidence, term->place.word));
      terms += term->product;
    }
  for (guint i = 0; i < evidence->n_words; i++)
    {
      g_assert_true (vw_evidence_find (evidence, evidence->words[i].word) == &evidence->words[i]);
      words += evidence->words[i].product;
    }
  g_assert_cmpfloat_with_epsilon (evidence->intercept + terms, evidence->score, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (evidence->intercept + words, evidence->score, TOLERANCE);
}

static void
test_sum (gconstpointer preset)
{
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, NULL);
  g_autoptr (VwModel) model = train (dataset, preset);
  g_autoptr (VwRecognizer) recognizer = vw_recognizer_new (model, &model->parameters, 28, 28, NULL);
  guint n_words = vw_vocabulary_get_words (model->vocabulary), n_terms = 0;

  for (guint index = 0; index < 200; index++)
    {
      const guint8 *image = vw_dataset_get_image (dataset, VW_SPLIT_TEST, index);
      const VwRecognition *seen = vw_recognizer_run (recognizer, image, NULL);

      for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
        {
          g_autoptr (VwEvidence) evidence
              = vw_evidence_new (model->classifier, seen->row, 0, n_words,
                               model->parameters.directions, c);

          check_sums (evidence);
          g_assert_true (evidence->trained);
          g_assert_cmpfloat_with_epsilon (evidence->score, seen->scores[c], TOLERANCE);
          g_assert_cmpfloat_with_epsilon (
              evidence->score, score_densely (model->classifier, seen->row, c), TOLERANCE);
          n_terms += evidence->n_terms;
        }
    }
  g_assert_cmpuint (n_terms, >, 2000);
}

static void
test_top (void)
{
  static const double coef[] = { .5, -1, 0, 2, -3, .5 };
  static const double intercept[] = { .25 };
  static gsize offsets[] = { 0, 6 };
  static guint32 indices[] = { 0, 1, 2, 3, 4, 5 };
  static float values[] = { 1, 1, 1, 1, 1, 1 };
  const VwHistograms row = { .n_rows = 1, .dims = 6, .offsets = offsets, .indices = indices,
                             .values = values };
  g_autoptr (VwClassifier) classifier = vw_classifier_new (coef, intercept, 1, 6);
  g_autoptr (VwEvidence) evidence = vw_evidence_new (classifier, &row, 0, 6, 1, 0);
  VwWordEvidence top[4];

  g_assert_cmpuint (vw_evidence_top (evidence, 1, 4, top), ==, 3);
  g_assert_cmpuint (top[0].word, ==, 3);
  g_assert_cmpuint (top[1].word, ==, 0);
  g_assert_cmpuint (top[2].word, ==, 5);
  g_assert_cmpuint (vw_evidence_top (evidence, 1, 2, top), ==, 2);
  g_assert_cmpuint (top[1].word, ==, 0);
  g_assert_cmpuint (vw_evidence_top (evidence, -1, 4, top), ==, 2);
  g_assert_cmpuint (top[0].word, ==, 4);
  g_assert_cmpfloat (top[0].product, ==, -3);
  g_assert_cmpfloat (evidence->score, ==, -.75);
  g_assert_null (vw_evidence_find (evidence, 6));
}

/* A class without training rows has an intercept that no word can move. */
static void
test_untrained_class (void)
{
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  static gsize offsets[] = { 0, 1, 1 };
  static guint32 indices[] = { 2 };
  static float values[] = { 1 };
  const VwHistograms rows = { .n_rows = 2, .dims = 6, .offsets = offsets, .indices = indices,
                              .values = values };
  g_autoptr (VwEvidence) evidence = vw_evidence_new (model->classifier, &rows, 0, 6, 1, 2);
  g_autoptr (VwEvidence) empty = vw_evidence_new (model->classifier, &rows, 1, 6, 1, 0);

  g_assert_false (evidence->trained);
  g_assert_cmpfloat (evidence->score, ==, -G_MAXFLOAT);
  g_assert_true (empty->trained);
  g_assert_cmpuint (empty->n_terms + empty->n_words, ==, 0);
  g_assert_cmpfloat (empty->score, ==, empty->intercept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/evidence/sum/plain", "notebook", test_sum);
  g_test_add_data_func ("/evidence/sum/hamming", "tuned", test_sum);
  g_test_add_data_func ("/evidence/sum/pyramid", "spatial-pyramid", test_sum);
  g_test_add_func ("/evidence/top", test_top);
  g_test_add_func ("/evidence/untrained-class", test_untrained_class);
  return g_test_run ();
}

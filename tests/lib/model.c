/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/model.h"

#include "core/presets.h"
#include "core/random.h"

#define WORDS 6
#define N_CLASSES 3

static const char *const class_names[] = { "zero \"0\"", "une\\é\n你", "", NULL };

static void
make_vocabulary (VwModel *self, VwRandom *random)
{
  float centres[WORDS * VW_DESCRIPTOR_BYTES];
  guint8 patterns[WORDS * VW_DESCRIPTOR_BYTES];

  for (guint i = 0; i < G_N_ELEMENTS (centres); i++)
    {
      patterns[i] = vw_random_bits (random);
      centres[i] = vw_random_unit (random) * 255;
    }
  self->vocabulary = self->parameters.vocabulary == VW_VOCABULARY_HAMMING
                         ? vw_vocabulary_new_hamming (patterns, WORDS)
                         : vw_vocabulary_new_euclidean (centres, WORDS);
}

static void
make_classifier (VwModel *self, VwRandom *random)
{
  guint dims = WORDS * vw_histogram_parts (&self->parameters);
  g_autofree double *coef = g_new (double, N_CLASSES * dims);
  double intercept[N_CLASSES] = { -0.1, 1e-300, -G_MAXFLOAT };

  for (guint i = 0; i < N_CLASSES * dims; i++)
    coef[i] = vw_random_unit (random) - 0.5;
  self->classifier = vw_classifier_new (coef, intercept, N_CLASSES, dims);
}

VwModel *
test_model_new (VwVocabularyKind kind, VwPyramid pyramid)
{
  VwModel *self = vw_model_new ();
  VwRandom random;

  vw_random_init (&random, 5);
  self->parameters = vw_preset_default ()->parameters;
  self->parameters.words = WORDS;
  self->parameters.vocabulary = kind;
  self->parameters.pyramid = pyramid;
  self->parameters.svm_c = 0.1; /* has no end in binary */
  make_vocabulary (self, &random);
  make_classifier (self, &random);
  self->metrics = vw_metrics_new (N_CLASSES);
  for (guint i = 0; i < N_CLASSES; i++)
    {
      self->metrics->without_keypoints[i] = i;
      for (guint j = 0; j < N_CLASSES; j++)
        vw_metrics_add (self->metrics, i, j);
    }
  self->class_names = g_strdupv ((char **) class_names);
  self->data_sha256 = g_strnfill (64, 'a');
  self->rows = 28;
  self->cols = 20;
  self->train_descriptors = G_GUINT64_CONSTANT (5000000000);
  self->train_images = 99;
  self->train_total = 100;
  self->inertia = 1.0 / 3;
  self->version = g_strdup ("0.1.0");
  return self;
}

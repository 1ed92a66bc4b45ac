/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recognizer.h"

#include "core/features.h"

struct _VwRecognizer {
  VwModel *model;
  VwDetector *detector;
  VwHistograms *row;
  guint16 *words;
  double *scores;
  VwRecognition recognition;
};

VwRecognizer *
vw_recognizer_new (VwModel *model, const VwParameters *settings, guint rows, guint cols,
                   GError **error)
{
  g_autoptr (VwDetector) detector = vw_detector_new (settings, rows, cols, error);
  VwRecognizer *self;

  if (detector == NULL)
    return NULL;
  self = g_new0 (VwRecognizer, 1);
  self->model = vw_model_ref (model);
  self->detector = g_steal_pointer (&detector);
  self->scores = g_new0 (double, vw_classifier_get_n_classes (model->classifier));
  return self;
}

void
vw_recognizer_free (VwRecognizer *self)
{
  vw_detector_free (self->detector);
  g_clear_pointer (&self->row, vw_histograms_unref);
  vw_model_unref (self->model);
  g_free (self->words);
  g_free (self->scores);
  g_free (self);
}

void
vw_recognizer_explain (VwRecognizer *self)
{
  vw_detector_explain (self->detector);
}

/* The one image as a split of its own, so that the rules of many serve for one. */
static gboolean
make_row (VwRecognizer *self, const VwDetection *detection, GError **error)
{
  static const VwTask alone = { .threads = 1 };
  const VwOrbFrame *frame = &detection->frame;
  gsize offsets[2] = { 0, frame->n_keypoints };
  g_autofree guint8 *positions = vw_features_positions (detection);
  VwFeatures one = { .n_images = 1, .n_descriptors = frame->n_keypoints, .offsets = offsets,
                     .descriptors = (guint8 *) frame->descriptors, .positions = positions };
  guint n_words = vw_vocabulary_get_words (self->model->vocabulary);

  self->words = g_renew (guint16, self->words, frame->n_keypoints);
  if (!vw_vocabulary_assign (self->model->vocabulary, frame->descriptors, frame->n_keypoints,
                             self->words, NULL, &alone, error))
    return FALSE;
  g_clear_pointer (&self->row, vw_histograms_unref);
  self->row = vw_histograms_build (&one, self->words, n_words, &self->model->parameters, &alone,
                                   error);
  return self->row != NULL;
}

const VwRecognition *
vw_recognizer_run (VwRecognizer *self, const guint8 *image, GError **error)
{
  const VwClassifier *classifier = self->model->classifier;
  const VwDetection *detection = vw_detector_run (self->detector, image, error);
  gboolean empty;

  if (detection == NULL || !make_row (self, detection, error))
    return NULL;
  empty = detection->frame.n_keypoints == 0;
  vw_classifier_scores (classifier, self->row, 0, self->scores);
  self->recognition = (VwRecognition){
    .detection = detection,
    .words = self->words,
    .row = self->row,
    .scores = self->scores,
    .predicted = empty ? VW_NO_PREDICTION : (int) vw_classifier_predict (classifier, self->row, 0),
  };
  return &self->recognition;
}

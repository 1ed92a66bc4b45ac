/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/inspection.h"

#include "core/orb-trace.h"
#include "core/recognizer.h"

/* Makes copies of what another's frame lent. */
static void
own_frame (VwInspection *self)
{
  VwOrbFrame *frame = &self->frame;

  frame->keypoints = g_memdup2 (frame->keypoints, frame->n_keypoints * sizeof (VwKeypoint));
  frame->descriptors
      = g_memdup2 (frame->descriptors, (gsize) frame->n_keypoints * VW_DESCRIPTOR_BYTES);
  frame->trace = frame->trace != NULL ? vw_orb_trace_ref (frame->trace) : NULL;
}

static void
keep_detection (VwInspection *self, const VwDetection *seen)
{
  self->width = seen->width;
  self->height = seen->height;
  self->pixels = g_memdup2 (seen->pixels, (gsize) seen->width * seen->height);
  self->frame = seen->frame;
  own_frame (self);
  self->reason = vw_reason_find (&seen->frame, &self->parameters);
}

static void
keep_recognition (VwInspection *self, const VwRecognition *seen)
{
  guint n = seen->detection->frame.n_keypoints;
  guint n_classes = vw_classifier_get_n_classes (self->model->classifier);

  keep_detection (self, seen->detection);
  self->words = g_memdup2 (seen->words, n * sizeof *seen->words);
  self->row = vw_histograms_ref ((VwHistograms *) seen->row);
  self->scores = g_memdup2 (seen->scores, n_classes * sizeof *seen->scores);
  self->predicted = seen->predicted;
  self->distances = g_new (double, n);
  for (guint i = 0; i < n; i++)
    self->distances[i] = vw_vocabulary_distance (
        self->model->vocabulary, self->frame.descriptors + (gsize) i * VW_DESCRIPTOR_BYTES,
        self->words[i]);
}

const guint8 *
vw_inspection_get_image (const VwInspection *self, guint *rows, guint *cols)
{
  *rows = self->guest != NULL ? self->guest->rows : vw_dataset_get_rows (self->dataset);
  *cols = self->guest != NULL ? self->guest->cols : vw_dataset_get_cols (self->dataset);
  return self->guest != NULL ? self->guest->pixels
                             : vw_dataset_get_image (self->dataset, self->split, self->index);
}

static gboolean
recognize (VwInspection *self, GError **error)
{
  guint rows, cols;
  const guint8 *image = vw_inspection_get_image (self, &rows, &cols);
  g_autoptr (VwRecognizer) recognizer
      = vw_recognizer_new (self->model, &self->parameters, rows, cols, error);
  const VwRecognition *seen;

  if (recognizer == NULL)
    return FALSE;
  vw_recognizer_explain (recognizer);
  seen = vw_recognizer_run (recognizer, image, error);
  if (seen != NULL)
    keep_recognition (self, seen);
  return seen != NULL;
}

static gboolean
detect (VwInspection *self, GError **error)
{
  guint rows, cols;
  const guint8 *image = vw_inspection_get_image (self, &rows, &cols);
  g_autoptr (VwDetector) detector = vw_detector_new (&self->parameters, rows, cols, error);
  const VwDetection *seen;

  if (detector == NULL)
    return FALSE;
  vw_detector_explain (detector);
  seen = vw_detector_run (detector, image, error);
  if (seen != NULL)
    keep_detection (self, seen);
  return seen != NULL;
}

static gboolean
find_remedies (VwInspection *self, GError **error)
{
  VwRemedyCase given = { .parameters = &self->parameters, .reason = &self->reason };

  given.image = vw_inspection_get_image (self, &given.rows, &given.cols);
  return vw_remedies_find (&given, &self->remedies, error);
}

/* @self: (transfer full): knows its digit and nothing more yet */
static VwInspection *
inspect (VwInspection *self, const VwParameters *settings, VwModel *model, GError **error)
{
  g_atomic_ref_count_init (&self->refs);
  self->model = model != NULL ? vw_model_ref (model) : NULL;
  self->parameters = *settings;
  self->predicted = VW_NO_PREDICTION;
  if ((model != NULL ? recognize (self, error) : detect (self, error))
      && find_remedies (self, error))
    return self;
  vw_inspection_unref (self);
  return NULL;
}

VwInspection *
vw_inspection_new (VwDataset *dataset, VwSplit split, guint index, const VwParameters *settings,
                   VwModel *model, GError **error)
{
  VwInspection *self = g_new0 (VwInspection, 1);

  self->dataset = vw_dataset_ref (dataset);
  self->split = split;
  self->index = index;
  return inspect (self, settings, model, error);
}

VwInspection *
vw_inspection_new_guest (VwGuest *guest, const VwParameters *settings, VwModel *model,
                         GError **error)
{
  VwInspection *self = g_new0 (VwInspection, 1);

  self->guest = vw_guest_ref (guest);
  return inspect (self, settings, model, error);
}

/* What @self has of @seen becomes its own. */
static void
copy_recognition (VwInspection *self, const VwInspection *seen)
{
  guint n = seen->frame.n_keypoints;
  guint n_classes = vw_classifier_get_n_classes (self->model->classifier);

  self->words = g_memdup2 (seen->words, n * sizeof *seen->words);
  self->distances = g_memdup2 (seen->distances, n * sizeof *seen->distances);
  self->scores = g_memdup2 (seen->scores, n_classes * sizeof *seen->scores);
  vw_histograms_ref (self->row);
}

VwInspection *
vw_inspection_say (const VwInspection *seen, VwTranslateName translate)
{
  VwInspection *self = g_memdup2 (seen, sizeof *seen);

  g_atomic_ref_count_init (&self->refs);
  own_frame (self);
  self->pixels = g_memdup2 (seen->pixels, (gsize) seen->width * seen->height);
  if (seen->guest != NULL)
    vw_guest_ref (self->guest);
  else
    self->dataset = vw_dataset_say (seen->dataset, translate);
  if (seen->model == NULL)
    return self;
  self->model = vw_model_say (seen->model, translate);
  copy_recognition (self, seen);
  return self;
}

VwInspection *
vw_inspection_ref (VwInspection *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_inspection_unref (VwInspection *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  g_clear_pointer (&self->guest, vw_guest_unref);
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->row, vw_histograms_unref);
  g_free (self->pixels);
  g_free ((gpointer) self->frame.keypoints);
  g_free ((gpointer) self->frame.descriptors);
  g_clear_pointer (&self->frame.trace, vw_orb_trace_unref);
  g_free (self->words);
  g_free (self->distances);
  g_free (self->scores);
  g_free (self);
}

const char *
vw_inspection_get_label (const VwInspection *self)
{
  if (self->dataset == NULL)
    return NULL;
  return vw_dataset_get_class_name (self->dataset,
                                    vw_dataset_get_labels (self->dataset, self->split)[self->index]);
}

int
vw_inspection_get_true_class (const VwInspection *self)
{
  const char *label = vw_inspection_get_label (self);

  return label != NULL ? vw_model_find_class (self->model, label) : -1; /* a guest has none */
}

int
vw_inspection_strongest (const VwInspection *self, int level)
{
  return vw_orb_frame_strongest (&self->frame, level);
}

GArray *
vw_inspection_with_word (const VwInspection *self, int word)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->model != NULL && i < self->frame.n_keypoints; i++)
    if (self->words[i] == word)
      g_array_append_val (found, i);
  return found;
}

VwEvidence *
vw_inspection_get_evidence (const VwInspection *self, int class_index)
{
  return vw_evidence_new (self->model->classifier, self->row, 0,
                          vw_vocabulary_get_words (self->model->vocabulary),
                          self->model->parameters.directions, class_index);
}

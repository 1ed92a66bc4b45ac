/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/detector.h"
#include "core/histogram.h"
#include "core/model.h"

G_BEGIN_DECLS

/**
 * VwRecognition:
 * @detection: upscaled image, keypoints, counts
 * @words: the word of each keypoint
 * @row: a single row, the image's histogram as the classifier sees it
 * @scores: one a class
 * @predicted: the class with the highest score, VW_NO_PREDICTION without keypoints
 *
 * All that a model makes of one image. Owned by the recognizer, good until its next use.
 */
typedef struct {
  const VwDetection *detection;
  const guint16 *words;
  const VwHistograms *row;
  const double *scores;
  int predicted;
} VwRecognition;

/**
 * VwRecognizer:
 *
 * A model at work on single images of one size, with one thread's scratch memory.
 */
typedef struct _VwRecognizer VwRecognizer;

/**
 * vw_recognizer_new:
 * @settings: what to find keypoints with; the model's own parameters, but for who wants to see
 *   what it makes of others
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER.
 */
VwRecognizer *vw_recognizer_new (VwModel *model, const VwParameters *settings, guint rows,
                                 guint cols, GError **error);
void vw_recognizer_free (VwRecognizer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwRecognizer, vw_recognizer_free)

/* From now on detections have a trace: see vw_detector_explain(). */
void vw_recognizer_explain (VwRecognizer *self);

/* @image: rows × cols bytes. Returns: (transfer none): or %NULL with %VW_ERROR_SYSTEM. */
const VwRecognition *vw_recognizer_run (VwRecognizer *self, const guint8 *image, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/evidence.h"
#include "core/guest.h"
#include "core/histogram.h"
#include "core/model.h"
#include "core/reason.h"
#include "core/remedy.h"

G_BEGIN_DECLS

/**
 * VwInspection:
 * @dataset: (nullable): where the digit is stored; @split and @index mean something only with it
 * @guest: (nullable): the digit when it is not from a data set
 * @parameters: what its keypoints were found with
 * @pixels: width × height bytes, the upscaled image
 * @frame: keypoints, descriptors and counts; a copy, owned; with a trace, but for OpenCV's engine
 * @remedies: what would give more keypoints
 * @model: (nullable): all members below mean something only with it
 * @words: the word of each keypoint
 * @distances: of each keypoint's descriptor to its word
 * @row: a single row: the histogram as the classifier sees it
 * @scores: one a class of the model
 * @predicted: a class of the model, VW_NO_PREDICTION without keypoints
 *
 * All that is to be said of one digit. Immutable and reference-counted.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  VwDataset *dataset;
  VwSplit split;
  guint index;
  VwGuest *guest;
  VwParameters parameters;
  guint width, height;
  guint8 *pixels;
  VwOrbFrame frame;
  VwReason reason;
  VwRemedies remedies;
  VwModel *model;
  guint16 *words;
  double *distances;
  VwHistograms *row;
  double *scores;
  int predicted;
} VwInspection;

/**
 * vw_inspection_new:
 * @settings: for the keypoints, also with a model
 * @model: (nullable):
 *
 * Synchronous, a few milliseconds; safe from any thread.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER or %VW_ERROR_SYSTEM.
 */
VwInspection *vw_inspection_new (VwDataset *dataset, VwSplit split, guint index,
                                 const VwParameters *settings, VwModel *model, GError **error);

/* The same of a digit that belongs to no data set. */
VwInspection *vw_inspection_new_guest (VwGuest *guest, const VwParameters *settings,
                                       VwModel *model, GError **error);

/* Returns: (transfer full): the same, calling the classes of known data in the words of @translate. */
VwInspection *vw_inspection_say (const VwInspection *self, VwTranslateName translate);

VwInspection *vw_inspection_ref (VwInspection *self);
void vw_inspection_unref (VwInspection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwInspection, vw_inspection_unref)

/* Returns: (transfer none): rows × cols bytes, the digit as it is stored or was drawn. */
const guint8 *vw_inspection_get_image (const VwInspection *self, guint *rows, guint *cols);

/* Returns: (transfer none) (nullable): the digit's class; a guest has none. */
const char *vw_inspection_get_label (const VwInspection *self);

/* @level: −1 for all. Returns: its keypoint of the strongest response, −1 without any. */
int vw_inspection_strongest (const VwInspection *self, int level);

/**
 * vw_inspection_with_word:
 *
 * Returns: (transfer full): indices of all keypoints of that word, as guint; none without a model.
 */
GArray *vw_inspection_with_word (const VwInspection *self, int word);

/* @self: with a model. Returns: the true class among the model's, −1 when none has that name, as for
   a guest. */
int vw_inspection_get_true_class (const VwInspection *self);

/* @self: with a model. Returns: (transfer full): what its words say for and against the class. */
VwEvidence *vw_inspection_get_evidence (const VwInspection *self, int class_index);

G_END_DECLS

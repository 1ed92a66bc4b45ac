/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/classifier.h"

G_BEGIN_DECLS

/**
 * VwEvidenceTerm:
 * @place: which word, in which cell and direction
 * @value: what the classifier sees of it, above 0
 * @weight: the class's for it
 * @product: value × weight, for the class above 0 and against it below
 */
typedef struct {
  VwHistogramPlace place;
  double value, weight, product;
} VwEvidenceTerm;

/**
 * VwWordEvidence:
 * @product: sum over the cells and directions in which the word occurs
 */
typedef struct {
  guint word;
  double product;
} VwWordEvidence;

/**
 * VwEvidence:
 * @trained: %FALSE for a class that had no training rows: its score is −G_MAXFLOAT, whatever the
 *   image shows, and all weights are 0
 * @intercept: what the class's score is without any word
 * @score: intercept plus all products, added up in the order of @terms; the very number of
 *   vw_classifier_scores()
 * @terms: one an entry of the row, in its order
 * @words: the different words, by number
 *
 * Why a class has the score it has.
 */
typedef struct {
  guint class_index;
  gboolean trained;
  double intercept;
  double score;
  guint n_terms;
  VwEvidenceTerm *terms;
  guint n_words;
  VwWordEvidence *words;
} VwEvidence;

/**
 * vw_evidence_new:
 * @rows, @row: an image's histogram
 * @n_words, @directions: what the histogram was built with
 *
 * Returns: (transfer full): what each word of the image says for or against the class. An image
 *   without keypoints has no terms.
 */
VwEvidence *vw_evidence_new (const VwClassifier *classifier, const VwHistograms *rows, guint row,
                             guint n_words, guint directions, guint class_index);
void vw_evidence_free (VwEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwEvidence, vw_evidence_free)

/* Returns: (transfer none) (nullable): what @word adds, %NULL when the image does not have it. */
const VwWordEvidence *vw_evidence_find (const VwEvidence *self, guint word);

/**
 * vw_evidence_top:
 * @sign: 1 for the words that speak most for the class, −1 for those most against it
 * @most: room in @out
 * @out: (out caller-allocates): strongest first, of equals the lower word first
 *
 * Returns: how many there are; no word that says nothing is among them.
 */
guint vw_evidence_top (const VwEvidence *self, int sign, guint most, VwWordEvidence *out);

G_END_DECLS

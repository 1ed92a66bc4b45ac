/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"
#include "core/parallel.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * VwVocabulary:
 *
 * The visual words: centres of clusters of descriptors. Immutable and reference-counted.
 */
typedef struct _VwVocabulary VwVocabulary;

/**
 * vw_vocabulary_train:
 * @descriptors: @n × 32 bytes, row-major, borrowed
 *
 * Euclidean: mini-batch k-means with the semantics of scikit-learn's MiniBatchKMeans on the bytes
 * as numbers 0 … 255 (k-means++ on 3 × batch, one initialisation, early stopping on the smoothed
 * batch inertia, reassignment of starved centres). Hamming: k-majority on the 256 bits.
 * Decided by the seed alone, whatever the number of threads.
 * Sources: Sculley, WWW 2010; Arthur & Vassilvitskii, SODA 2007; Grana et al., IRCDL 2013.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_TRAINING when there are fewer descriptors
 *   than words, or %G_IO_ERROR_CANCELLED.
 */
VwVocabulary *vw_vocabulary_train (const guint8 *descriptors, gsize n,
                                   const VwParameters *parameters, const VwTask *task,
                                   GError **error);

/* @centres: @words × 32, copied. */
VwVocabulary *vw_vocabulary_new_euclidean (const float *centres, guint words);

/* @patterns: @words × 32 bytes of bits, as in a descriptor; copied. */
VwVocabulary *vw_vocabulary_new_hamming (const guint8 *patterns, guint words);

VwVocabulary *vw_vocabulary_ref (VwVocabulary *self);
void vw_vocabulary_unref (VwVocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwVocabulary, vw_vocabulary_unref)

guint vw_vocabulary_get_words (const VwVocabulary *self);
VwVocabularyKind vw_vocabulary_get_kind (const VwVocabulary *self);

/* Returns: (transfer none): words × 32 floats; %NULL for a Hamming vocabulary. */
const float *vw_vocabulary_get_centres (const VwVocabulary *self);

/* Returns: (transfer none): words × 32 bytes; %NULL for a Euclidean vocabulary. */
const guint8 *vw_vocabulary_get_patterns (const VwVocabulary *self);

/**
 * vw_vocabulary_assign:
 * @descriptors: @n × 32 bytes, row-major, borrowed
 * @words: (out caller-allocates): @n indices, 0 … words − 1
 * @inertia: (out) (optional): sum over the descriptors of the squared Euclidean distance, or of
 *   the Hamming distance, to the word
 *
 * Gives each descriptor its nearest word; a tie goes to the lower index. Exact, and the same
 * whatever the number of threads, inertia included. n = 0 is fine.
 * Source: Sivic & Zisserman, ICCV 2003.
 *
 * Returns: %FALSE only when cancelled.
 */
gboolean vw_vocabulary_assign (const VwVocabulary *self, const guint8 *descriptors, gsize n,
                               guint16 *words, double *inertia, const VwTask *task, GError **error);

/* The distance of one descriptor to one word: Euclidean, or the number of differing bits. */
double vw_vocabulary_distance (const VwVocabulary *self, const guint8 *descriptor, guint word);

G_END_DECLS

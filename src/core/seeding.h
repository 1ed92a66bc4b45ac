/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/parameters.h"
#include "core/random.h"

G_BEGIN_DECLS

/* Descriptors in a sample: drawn with replacement. Returns: (transfer full): @count × 32 bytes. */
guint8 *vw_sample_descriptors (const guint8 *descriptors, gsize n, gsize count, VwRandom *random);

/**
 * vw_seed_words:
 * @sample: @n × 32 bytes
 * @kind: whose distance: squared Euclidean on the bytes or differing bits
 *
 * Greedy k-means++: each word is a descriptor of the sample, drawn with a probability
 * proportional to its distance from the words so far, the best of 2 + ln(words) draws.
 * All sums are of integers, so threads do not matter.
 * Source: Arthur & Vassilvitskii, SODA 2007.
 *
 * Returns: (transfer full): @words × 32 bytes, or %NULL with %G_IO_ERROR_CANCELLED.
 */
guint8 *vw_seed_words (const guint8 *sample, guint n, guint words, VwVocabularyKind kind,
                       VwRandom *random, const VwTask *task, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/detector.h"
#include "core/word-gallery.h"

G_BEGIN_DECLS

/**
 * VwWordTally:
 * @sums: words × %VW_PATCH_PIXELS
 * @n_pending: patches in @sums
 * @last_image: of each word: the last image that had it
 *
 * What one thread has seen of each word so far. Numbers are whole and the nearest patches have an
 * order without ties, so that it does not matter which thread saw what.
 */
typedef struct {
  guint n_words, n_classes, n_nearest;
  guint32 *sums;
  gsize n_pending;
  guint64 *patches, *by_class;
  guint *images;
  guint32 *last_image;
  guint *kept;
  VwWordPatch *nearest; /* of each word a heap, the farthest first */
} VwWordTally;

/* More patches than that may not be summed up before vw_word_tally_flush(). */
#define VW_TALLY_MOST_PENDING (G_MAXUINT32 / 255)

VwWordTally *vw_word_tally_new (guint n_words, guint n_classes, guint n_nearest);
void vw_word_tally_free (VwWordTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwWordTally, vw_word_tally_free)

/* Bytes that one takes. */
gsize vw_word_tally_size (guint n_words, guint n_classes, guint n_nearest);

/* An image of @label, its keypoints coming in patch by patch. */
void vw_word_tally_add (VwWordTally *self, guint word, guint label, const VwWordPatch *found,
                        const guint8 *pixels);

/* Adds the sums to @sums, words × %VW_PATCH_PIXELS, and starts them anew. */
void vw_word_tally_flush (VwWordTally *self, guint64 *sums);

/* Adds all but the sums of @other to @self. */
void vw_word_tally_merge (VwWordTally *self, const VwWordTally *other);

/* Puts the nearest patches of each word in their order. To be done last. */
void vw_word_tally_sort (VwWordTally *self);

G_END_DECLS

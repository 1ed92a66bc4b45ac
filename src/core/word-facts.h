/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "core/word-gallery.h"

G_BEGIN_DECLS

#define VW_ANY_CLASS (-1)

/* Returns: 0 … 1: how much of the word's patches come from images of @label; 0 without any. */
double vw_word_share (const VwWordGallery *gallery, guint word, guint label);

/* Returns: the same of all patches together: what an average word would have. */
double vw_word_average_share (const VwWordGallery *gallery, guint label);

/* Returns: the class that most of the word's patches come from, the lowest of equals; −1 without
 * patches. */
int vw_word_leader (const VwWordGallery *gallery, guint word);

/**
 * vw_word_owner_share:
 *
 * Returns: how much of a word a class must have to own it: three times an even share, or half way
 *   from an even share to all where that is less; 30 % of ten classes.
 */
double vw_word_owner_share (guint n_classes);

/* Returns: vw_word_leader() if it owns the word; else −1. */
int vw_word_owner (const VwWordGallery *gallery, guint word);

/**
 * vw_word_weight:
 *
 * Returns: what the classifier makes of the word for a class, above 0 for it. Where a word has
 *   several columns, for the cells of a spatial pyramid and for directions, the sum over them: the
 *   weight of a word that stands everywhere, and every way, as often.
 */
double vw_word_weight (const VwModel *model, guint word, guint label);

/* Returns: (transfer full): of each word its rank by number of patches, from 1 on; of equals the
 * lower word comes first. */
guint *vw_word_ranks (const VwWordGallery *gallery);

typedef enum {
  VW_WORDS_FREQUENT, /* most patches first; of a class, most patches from it */
  VW_WORDS_OWNED,    /* largest share of one class first; of a class, its share */
  VW_WORDS_FOR,      /* largest SVM weight of any class first; of a class, its weight */
  VW_WORDS_AGAINST,  /* smallest weight first */
  VW_WORDS_NUMBER,
  VW_N_WORD_ORDERS,
} VwWordOrder;

/**
 * vw_word_list:
 * @label: a class, or %VW_ANY_CLASS for all words
 *
 * Words in an order, equals by number. Of a class only those that have to do with it: by weight
 * those that speak for or against it, else those with a larger share of it than all patches have.
 *
 * Returns: (transfer full): of guint
 */
GArray *vw_word_list (const VwModel *model, const VwWordGallery *gallery, VwWordOrder order,
                      int label);

/**
 * vw_word_table:
 * @words: (nullable): of guint; %NULL for all
 *
 * A row a word: its number, patches, images, rank, owner, the patches and the SVM weight of each
 * class. Headers and numbers are for programs.
 *
 * Returns: (transfer full)
 */
VwTable *vw_word_table (const VwModel *model, const VwWordGallery *gallery, const GArray *words);

G_END_DECLS

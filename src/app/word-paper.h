/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/paper.h"
#include "core/word-gallery.h"

G_BEGIN_DECLS

/* The contents of its paper. */
typedef enum { VW_WORD_PAPER_SHEET, VW_WORD_PAPER_WORD } VwWordPaperContent;

/**
 * VwWordSight:
 * @shown: of guint: words in an order
 * @word: the one that is looked at closely, −1 for none
 *
 * What is looked at of a model's visual words in its data. Borrowed.
 */
typedef struct {
  VwModel *model;
  VwDataset *dataset;
  VwWordGallery *gallery;
  GArray *shown;
  int word;
} VwWordSight;

/**
 * vw_word_paper_new:
 *
 * Returns: (transfer full): a #VwPaper of the words that are shown, which are not to change any
 *   more, and of the one that is chosen.
 */
VwPaper *vw_word_paper_new (const VwWordSight *sight);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/histogram.h"

/**
 * VwSparse:
 * @labels: one a row
 *
 * Made-up histograms for tests of the classifier. @rows is owned here: never ref or unref it.
 */
typedef struct {
  VwHistograms rows;
  guint8 *labels;
} VwSparse;

typedef struct {
  guint n_rows, dims, n_classes;
  guint words_a_row; /* about */
  double mixing;     /* share of words that say nothing about the class */
  guint64 seed;
} VwSparseRecipe;

/* Rows of words drawn by class or, for a share of them, from a common lot; L2 norm 1. About one in
   fifty rows is empty. The same on every machine. */
VwSparse *vw_sparse_new (const VwSparseRecipe *recipe);

/* Reads what vw_sparse_write () or a script wrote; %NULL when there is nothing to read. */
VwSparse *vw_sparse_read (const char *folder, const char *stem);

/* STEM-offsets (int64), -indices (uint32), -values (float32), -labels (uint8) in @folder. */
void vw_sparse_write (const VwSparse *self, const char *folder, const char *stem);

void vw_sparse_free (VwSparse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwSparse, vw_sparse_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/features.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * VwHistograms:
 * @dims: length of a row: words × cells of the spatial pyramid
 * @offsets: n_rows + 1; row i has the entries offsets[i] … offsets[i + 1] − 1
 * @indices: column of each entry, rising within a row
 * @values: value of each entry, never 0
 *
 * One sparse row an image; an image without keypoints has an empty row. Column of word w in
 * cell c and direction d is (c × directions + d) × words + w; cell 0 is the whole image, then the
 * grids from coarse to fine, row by row. Immutable and reference-counted.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  guint n_rows;
  guint dims;
  gsize *offsets;
  guint32 *indices;
  float *values;
} VwHistograms;

/**
 * vw_histograms_build:
 * @words: features->n_descriptors word indices
 * @n_words: size of the vocabulary
 *
 * Counts words by image and cell and normalises each row as the notebook does: divided by its
 * L2 norm + 1e-12; or by its sum (L1); or the square root of that (Hellinger).
 * Sources: Csurka et al., 2004; Lazebnik, Schmid & Ponce, CVPR 2006; Arandjelović & Zisserman,
 * CVPR 2012.
 *
 * Returns: (transfer full): or %NULL with %G_IO_ERROR_CANCELLED.
 */
VwHistograms *vw_histograms_build (const VwFeatures *features, const guint16 *words, guint n_words,
                                   const VwParameters *parameters, const VwTask *task,
                                   GError **error);
VwHistograms *vw_histograms_ref (VwHistograms *self);
void vw_histograms_unref (VwHistograms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwHistograms, vw_histograms_unref)

/* What a column of a row counts. */
typedef struct {
  guint cell, direction, word;
} VwHistogramPlace;

/* @n_words, @directions: what the rows were built with */
VwHistogramPlace vw_histogram_place (guint32 column, guint n_words, guint directions);

/* How many columns a word has: cells of the pyramid × directions. */
guint vw_histogram_parts (const VwParameters *parameters);

/**
 * vw_histogram_direction:
 * @angle: of a keypoint, in 256ths of a turn
 *
 * Returns: which of @directions equal parts of the turn it lies in; the middle of the first is at 0.
 */
guint vw_histogram_direction (guint8 angle, guint directions);

/* Cells of the spatial pyramid: 1, 5 or 21. */
guint vw_pyramid_cells (VwPyramid pyramid);

/**
 * vw_pyramid_cell:
 * @x, @y: position in 256ths of the sides
 * @grid: 0 for the whole image, 1 for 2×2, 2 for 4×4
 *
 * Returns: the cell of that grid, counted over all grids.
 */
guint vw_pyramid_cell (guint8 x, guint8 y, guint grid);

G_END_DECLS

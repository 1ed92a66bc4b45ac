/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/detector.h"
#include "core/parameters.h"

G_BEGIN_DECLS

#define VW_POSITION_BYTES 3

/**
 * VwFeatures:
 * @offsets: n_images + 1; image i has descriptors offsets[i] … offsets[i + 1] − 1
 * @descriptors: n_descriptors × 32 bytes, row-major
 * @positions: n_descriptors × %VW_POSITION_BYTES: x and y of the keypoint in 256ths of the image's
 *   sides, its angle in 256ths of a turn
 *
 * The descriptors of a split. Read-only once made.
 */
typedef struct {
  guint n_images;
  gsize n_descriptors;
  gsize *offsets;
  guint8 *descriptors;
  guint8 *positions;
} VwFeatures;

/**
 * vw_features_extract:
 * @task: (nullable): threads, progress, cancelling
 *
 * Finds the keypoints of the split's images: all of them, or the first
 * max-train or max-test. The same bytes on any number of threads.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER or %G_IO_ERROR_CANCELLED.
 */
VwFeatures *vw_features_extract (const VwDataset *dataset, VwSplit split,
                                 const VwParameters *parameters, const VwTask *task,
                                 GError **error);
void vw_features_free (VwFeatures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwFeatures, vw_features_free)

/* For who needs no more than the counts and perhaps the positions: frees the descriptors, which become
 * %NULL. */
void vw_features_drop_descriptors (VwFeatures *self);

/**
 * vw_features_positions:
 *
 * Returns: (transfer full): where the keypoints lie and point to, as in @positions.
 */
guint8 *vw_features_positions (const VwDetection *detection);

/* Images with at least one keypoint. */
guint vw_features_count_images (const VwFeatures *self);

G_END_DECLS

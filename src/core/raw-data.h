/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"

G_BEGIN_DECLS

#define VW_MAX_SIDE 1024                              /* pixels */
#define VW_MAX_CLASSES 256                            /* a label is a byte */
#define VW_MAX_PART_BYTES ((guint64) 2 << 30)         /* pixels of one split */

/**
 * VwRawData:
 * @class_names: (nullable): as in #VwDatasetContent
 * @parts: the test part has count 0 and no bytes when the data came in one part
 *
 * What a reader hands to vw_dataset_load(); owns all it points to.
 */
typedef struct {
  guint rows, cols;
  char **class_names;
  VwDatasetPart parts[VW_N_SPLITS];
} VwRawData;

void vw_raw_data_clear (VwRawData *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwRawData, vw_raw_data_clear)

/**
 * vw_raw_data_check_shape:
 * @name: for messages
 *
 * Whether @count images of @rows × @cols are within what is accepted, before any memory is asked
 * for, else %VW_ERROR_EMPTY, %VW_ERROR_FORMAT or %VW_ERROR_TOO_LARGE.
 */
gboolean vw_raw_data_check_shape (guint64 count, guint64 rows, guint64 cols, const char *name,
                                  GError **error);

/**
 * vw_raw_data_split:
 *
 * Makes the last seventh of each class of the train part the test part, as MNIST's 10,000 of
 * 70,000; at least one image, but never the only one. Order is kept.
 */
void vw_raw_data_split (VwRawData *self);

/* Exchanges the rows and columns of every image. */
void vw_raw_data_transpose (VwRawData *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/histogram.h"
#include "core/model.h"

G_BEGIN_DECLS

/**
 * vw_classify_rows:
 * @labels: (nullable): the truth of each row; %NULL to predict only
 * @predictions: (out) (optional) (transfer full): a #gint16 a row, VW_NO_PREDICTION for an empty
 *   one
 * @error: (out) (optional): %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what came of it, all zeros without @labels; %NULL when cancelled.
 */
VwMetrics *vw_classify_rows (const VwClassifier *classifier, const VwHistograms *rows,
                             const guint8 *labels, GArray **predictions, const VwTask *task,
                             GError **error);

/**
 * vw_model_check_classes:
 *
 * Whether the labels of @dataset mean to the model what they mean there: as many classes, and the
 * same ones where both have names for them.
 *
 * Returns: %FALSE with %VW_ERROR_MISMATCH.
 */
gboolean vw_model_check_classes (const VwModel *model, const VwDataset *dataset, GError **error);

/**
 * vw_model_evaluate:
 *
 * Classifies the test split of @dataset, all of it, with a trained model.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_MISMATCH when the data have other classes
 *   than the model, or %G_IO_ERROR_CANCELLED.
 */
VwMetrics *vw_model_evaluate (const VwModel *model, const VwDataset *dataset, const VwTask *task,
                              GArray **predictions, GError **error);

G_END_DECLS

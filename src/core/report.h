/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/metrics.h"
#include "core/table.h"

G_BEGIN_DECLS

/* What a cell of the confusion matrix is divided by: nothing, the images of its truth, those of
   its prediction, or all. As in sklearn.metrics.confusion_matrix. */
typedef enum {
  VW_NORMALIZATION_NONE,
  VW_NORMALIZATION_TRUE,
  VW_NORMALIZATION_PREDICTED,
  VW_NORMALIZATION_ALL,
  VW_N_NORMALIZATIONS,
} VwNormalization;

/* Returns: (transfer none): "none", "true", "predicted" or "all". */
const char *vw_normalization_name (VwNormalization normalization);

/* The reverse; %VW_ERROR_PARAMETER names what there is. */
gboolean vw_normalization_parse (const char *text, VwNormalization *normalization, GError **error);

/**
 * vw_metrics_normalized_cell:
 * @predicted: a class, or VW_NO_PREDICTION for the images without keypoints, of which there are
 *   none in %VW_POPULATION_WITH_KEYPOINTS
 *
 * Returns: the count, or its share 0 … 1; a share of nothing is 0.
 */
double vw_metrics_normalized_cell (const VwMetrics *self, guint truth, int predicted,
                                   VwNormalization normalization, VwPopulation population);

/**
 * VwReportTexts:
 * @corner: heads the column of true classes in the matrix
 * @class_name: heads the column of classes in the report
 *
 * The words in a table, in the language of the caller.
 */
typedef struct {
  const char *corner, *class_name, *without_keypoints, *total;
  const char *precision, *recall, *f1, *support;
  const char *accuracy, *macro_average, *weighted_average;
} VwReportTexts;

/* Returns: (transfer none): the words in English, each marked for translation. */
const VwReportTexts *vw_report_texts (void);

/**
 * VwReport:
 * @class_names: one a class
 * @population: which images the totals, shares and recalls are about
 *
 * What a table is made of; all borrowed.
 */
typedef struct {
  const VwMetrics *metrics;
  const char *const *class_names;
  const VwReportTexts *texts;
  VwPopulation population;
} VwReport;

/**
 * vw_report_matrix:
 *
 * Truth down, prediction across. Over all images it has a column for those without keypoints, so
 * a row of counts always adds up to its total. Margins: total and recall of each truth, total and
 * precision of each prediction, accuracy in the corner.
 *
 * Returns: (transfer full)
 */
VwTable *vw_report_matrix (const VwReport *self, VwNormalization normalization);

/* Precision, recall, F1 and support of each class; accuracy and averages. */
VwTable *vw_report_scores (const VwReport *self);

G_END_DECLS

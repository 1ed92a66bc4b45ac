/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/report.h"

G_BEGIN_DECLS

/* What of a class's scores is compared. */
typedef enum { VW_SCORE_PRECISION, VW_SCORE_RECALL, VW_SCORE_F1, VW_N_SCORES } VwScore;

double vw_scores_get (const VwScores *self, VwScore score);

/* Returns: (transfer full): that score of each class, over all images. */
double *vw_metrics_list_scores (const VwMetrics *self, VwScore score);

/**
 * VwComparisonTexts:
 *
 * What heads the columns of a table of scores in two runs, by #VwScore.
 */
typedef struct {
  const char *before[VW_N_SCORES], *after[VW_N_SCORES], *change[VW_N_SCORES];
} VwComparisonTexts;

/* Returns: (transfer none): the words in English, each marked for translation. */
const VwComparisonTexts *vw_comparison_texts (void);

/**
 * VwComparisonReport:
 * @before, @after: of the same classes and images
 * @class_names: one a class
 *
 * What a table of two runs is made of; all borrowed. It is over all images, so that one without
 * keypoints is a mistake of the run that found none.
 */
typedef struct {
  const VwMetrics *before, *after;
  const char *const *class_names;
  const VwReportTexts *texts;
  const VwComparisonTexts *comparison_texts;
} VwComparisonReport;

/**
 * vw_metrics_are_comparable:
 *
 * Returns: whether there are equally many images of each class in both.
 */
gboolean vw_metrics_are_comparable (const VwMetrics *a, const VwMetrics *b);

/* Returns: (transfer full): counts after minus counts before; truth down, prediction across, the
   images without keypoints last. Every row adds up to 0. */
VwTable *vw_comparison_report_matrix (const VwComparisonReport *self);

/* Returns: (transfer full): each score of each class before and after and their difference, then
   the accuracies in the columns of F1, and the macro average. */
VwTable *vw_comparison_report_scores (const VwComparisonReport *self);

G_END_DECLS

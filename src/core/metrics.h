/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which images a figure is about. */
typedef enum { VW_POPULATION_ALL, VW_POPULATION_WITH_KEYPOINTS } VwPopulation;

/**
 * VwMetrics:
 * @confusion: n_classes × n_classes counts, row = truth, column = prediction
 * @without_keypoints: n_classes counts of images that could not be classified, by truth
 *
 * The outcome of classifying a split. Images without keypoints are no column of the matrix but
 * are never forgotten: over all images they count as errors.
 */
typedef struct {
  guint n_classes;
  guint *confusion;
  guint *without_keypoints;
} VwMetrics;

#define VW_NO_PREDICTION (-1)

VwMetrics *vw_metrics_new (guint n_classes);
VwMetrics *vw_metrics_copy (const VwMetrics *self);
void vw_metrics_free (VwMetrics *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwMetrics, vw_metrics_free)

/* @predicted: a class, or VW_NO_PREDICTION for an image without keypoints. */
void vw_metrics_add (VwMetrics *self, guint truth, int predicted);

guint vw_metrics_get (const VwMetrics *self, guint truth, guint predicted);

/* How many images of class @truth there are in the population. */
guint vw_metrics_support (const VwMetrics *self, guint truth, VwPopulation population);

/* How many images were given class @predicted. */
guint vw_metrics_predicted (const VwMetrics *self, guint predicted);

/* All images in the population. */
guint vw_metrics_total (const VwMetrics *self, VwPopulation population);

/* Images that were classified rightly. */
guint vw_metrics_count_right (const VwMetrics *self);

/* Share of the population that was classified rightly; 0 of nothing is 0. */
double vw_metrics_accuracy (const VwMetrics *self, VwPopulation population);

/**
 * VwScores:
 *
 * Precision, recall and F1 of a class or averaged over classes; a quotient by zero is 0, as in
 * sklearn.metrics with zero_division=0.
 */
typedef struct {
  double precision, recall, f1;
  guint support;
} VwScores;

VwScores vw_metrics_class_scores (const VwMetrics *self, guint class_index,
                                  VwPopulation population);

/**
 * vw_metrics_macro_average:
 *
 * Mean over the classes that occur, as truth or as prediction; the support is the total.
 * Source: sklearn.metrics.classification_report, "macro avg".
 */
VwScores vw_metrics_macro_average (const VwMetrics *self, VwPopulation population);

/* Mean weighted by support: "weighted avg". */
VwScores vw_metrics_weighted_average (const VwMetrics *self, VwPopulation population);

G_END_DECLS

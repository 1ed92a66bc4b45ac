/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/histogram.h"

G_BEGIN_DECLS

/**
 * VwClassifier:
 *
 * A linear support vector machine for each class against the rest. Immutable and
 * reference-counted.
 */
typedef struct _VwClassifier VwClassifier;

/**
 * vw_classifier_train:
 * @labels: one a row of @rows, borrowed
 *
 * liblinear's primal solver with squared hinge loss, tolerance 1e-4 and a bias of 1, as
 * scikit-learn's LinearSVC(dual=False); classes are trained side by side. Empty rows are left out.
 * A class that is left without rows gets coefficients of 0 and an intercept of −G_MAXFLOAT, so that
 * it is never predicted.
 * Decided by its input alone, whatever the number of threads. Cancelling answers at once; the
 * abandoned solver ends by itself in the background, on a copy of the rows and labels.
 * Source: Fan, Chang, Hsieh, Wang & Lin, LIBLINEAR, JMLR 2008.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_TRAINING when fewer than two classes have a
 *   row that is not empty, or %G_IO_ERROR_CANCELLED.
 */
VwClassifier *vw_classifier_train (VwHistograms *rows, const guint8 *labels, guint n_classes,
                                   const VwParameters *parameters, const VwTask *task,
                                   GError **error);

/* @coef: @n_classes × @dims, row-major; @intercept: @n_classes; both copied. */
VwClassifier *vw_classifier_new (const double *coef, const double *intercept, guint n_classes,
                                 guint dims);

VwClassifier *vw_classifier_ref (VwClassifier *self);
void vw_classifier_unref (VwClassifier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwClassifier, vw_classifier_unref)

guint vw_classifier_get_n_classes (const VwClassifier *self);
guint vw_classifier_get_dims (const VwClassifier *self);
const double *vw_classifier_get_coef (const VwClassifier *self);
const double *vw_classifier_get_intercept (const VwClassifier *self);

/* @scores: (out caller-allocates): the decision value of each class for row @row of @rows. */
void vw_classifier_scores (const VwClassifier *self, const VwHistograms *rows, guint row,
                           double *scores);

/* Returns: the class with the highest score, the lowest of equals. */
guint vw_classifier_predict (const VwClassifier *self, const VwHistograms *rows, guint row);

G_END_DECLS

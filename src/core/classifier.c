/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/classifier.h"

#include "core/error.h"
#include "core/liblinear.h"

#include <string.h>

struct _VwClassifier {
  gatomicrefcount refs;
  guint n_classes, dims;
  double *coef;
  double *intercept;
};

static VwClassifier *
classifier_alloc (guint n_classes, guint dims)
{
  VwClassifier *self = g_new0 (VwClassifier, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n_classes = n_classes;
  self->dims = dims;
  self->coef = g_new (double, (gsize) n_classes * dims);
  self->intercept = g_new (double, n_classes);
  return self;
}

VwClassifier *
vw_classifier_new (const double *coef, const double *intercept, guint n_classes, guint dims)
{
  VwClassifier *self = classifier_alloc (n_classes, dims);

  memcpy (self->coef, coef, (gsize) n_classes * dims * sizeof *coef);
  memcpy (self->intercept, intercept, n_classes * sizeof *intercept);
  return self;
}

VwClassifier *
vw_classifier_ref (VwClassifier *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_classifier_unref (VwClassifier *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->coef);
  g_free (self->intercept);
  g_free (self);
}

static void
count_classes (const VwHistograms *rows, const guint8 *labels, guint counts[G_MAXUINT8 + 1])
{
  for (guint row = 0; row < rows->n_rows; row++)
    counts[labels[row]] += rows->offsets[row + 1] > rows->offsets[row];
}

static VwClassifier *
from_weights (const double *weights, const guint *counts, guint n_classes, guint dims)
{
  VwClassifier *self = classifier_alloc (n_classes, dims);

  for (guint c = 0; c < n_classes; c++)
    {
      const double *from = weights + (gsize) c * (dims + 1);

      memcpy (self->coef + (gsize) c * dims, from, dims * sizeof *from);
      self->intercept[c] = counts[c] > 0 ? from[dims] : -G_MAXFLOAT;
    }
  return self;
}

VwClassifier *
vw_classifier_train (VwHistograms *rows, const guint8 *labels, guint n_classes,
                     const VwParameters *parameters, const VwTask *task, GError **error)
{
  VwLinearProblem problem = { rows, labels, n_classes, parameters->svm_c };
  guint counts[G_MAXUINT8 + 1] = { 0 };
  guint n_present = 0;
  g_autofree double *weights = NULL;

  g_return_val_if_fail (n_classes <= G_N_ELEMENTS (counts), NULL);
  if (vw_task_cancelled (task, error))
    return NULL;
  count_classes (rows, labels, counts);
  for (guint c = 0; c < n_classes; c++)
    n_present += counts[c] > 0;
  if (n_present < 2)
    {
      vw_error_set (error, VW_ERROR_TRAINING, NULL,
                    N_ ("Fewer than two classes have an image with keypoints"));
      return NULL;
    }
  weights = g_new (double, (gsize) n_classes * (rows->dims + 1));
  if (!vw_liblinear_train (&problem, task, weights, error))
    return NULL;
  return from_weights (weights, counts, n_classes, rows->dims);
}

guint
vw_classifier_get_n_classes (const VwClassifier *self)
{
  return self->n_classes;
}

guint
vw_classifier_get_dims (const VwClassifier *self)
{
  return self->dims;
}

const double *
vw_classifier_get_coef (const VwClassifier *self)
{
  return self->coef;
}

const double *
vw_classifier_get_intercept (const VwClassifier *self)
{
  return self->intercept;
}

static double
score (const VwClassifier *self, const VwHistograms *rows, guint row, guint class_index)
{
  const double *coef = self->coef + (gsize) class_index * self->dims;
  double sum = self->intercept[class_index];

  for (gsize i = rows->offsets[row]; i < rows->offsets[row + 1]; i++)
    sum += coef[rows->indices[i]] * rows->values[i];
  return sum;
}

void
vw_classifier_scores (const VwClassifier *self, const VwHistograms *rows, guint row,
                      double *scores)
{
  for (guint c = 0; c < self->n_classes; c++)
    scores[c] = score (self, rows, row, c);
}

guint
vw_classifier_predict (const VwClassifier *self, const VwHistograms *rows, guint row)
{
  double highest = score (self, rows, row, 0);
  guint best = 0;

  for (guint c = 1; c < self->n_classes; c++)
    {
      double s = score (self, rows, row, c);

      if (s > highest)
        {
          highest = s;
          best = c;
        }
    }
  return best;
}

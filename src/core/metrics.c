/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/metrics.h"

static gsize
n_cells (const VwMetrics *self)
{
  return (gsize) self->n_classes * self->n_classes;
}

VwMetrics *
vw_metrics_new (guint n_classes)
{
  VwMetrics *self = g_new0 (VwMetrics, 1);

  self->n_classes = n_classes;
  self->confusion = g_new0 (guint, n_cells (self));
  self->without_keypoints = g_new0 (guint, n_classes);
  return self;
}

VwMetrics *
vw_metrics_copy (const VwMetrics *self)
{
  VwMetrics *copy = g_new0 (VwMetrics, 1);

  copy->n_classes = self->n_classes;
  copy->confusion = g_memdup2 (self->confusion, n_cells (self) * sizeof *self->confusion);
  copy->without_keypoints = g_memdup2 (self->without_keypoints,
                                       self->n_classes * sizeof *self->without_keypoints);
  return copy;
}

void
vw_metrics_free (VwMetrics *self)
{
  if (self == NULL)
    return;
  g_free (self->confusion);
  g_free (self->without_keypoints);
  g_free (self);
}

void
vw_metrics_add (VwMetrics *self, guint truth, int predicted)
{
  g_return_if_fail (truth < self->n_classes && predicted < (int) self->n_classes);

  if (predicted == VW_NO_PREDICTION)
    self->without_keypoints[truth]++;
  else
    self->confusion[(gsize) truth * self->n_classes + predicted]++;
}

guint
vw_metrics_get (const VwMetrics *self, guint truth, guint predicted)
{
  return self->confusion[(gsize) truth * self->n_classes + predicted];
}

guint
vw_metrics_support (const VwMetrics *self, guint truth, VwPopulation population)
{
  guint n = population == VW_POPULATION_ALL ? self->without_keypoints[truth] : 0;

  for (guint predicted = 0; predicted < self->n_classes; predicted++)
    n += vw_metrics_get (self, truth, predicted);
  return n;
}

guint
vw_metrics_predicted (const VwMetrics *self, guint predicted)
{
  guint n = 0;

  for (guint truth = 0; truth < self->n_classes; truth++)
    n += vw_metrics_get (self, truth, predicted);
  return n;
}

guint
vw_metrics_total (const VwMetrics *self, VwPopulation population)
{
  guint n = 0;

  for (guint truth = 0; truth < self->n_classes; truth++)
    n += vw_metrics_support (self, truth, population);
  return n;
}

static double
quotient (double part, double whole)
{
  return whole > 0 ? part / whole : 0;
}

guint
vw_metrics_count_right (const VwMetrics *self)
{
  guint right = 0;

  for (guint i = 0; i < self->n_classes; i++)
    right += vw_metrics_get (self, i, i);
  return right;
}

double
vw_metrics_accuracy (const VwMetrics *self, VwPopulation population)
{
  return quotient (vw_metrics_count_right (self), vw_metrics_total (self, population));
}

VwScores
vw_metrics_class_scores (const VwMetrics *self, guint class_index, VwPopulation population)
{
  guint right = vw_metrics_get (self, class_index, class_index);
  guint predicted = vw_metrics_predicted (self, class_index);
  VwScores scores = { .support = vw_metrics_support (self, class_index, population) };

  scores.precision = quotient (right, predicted);
  scores.recall = quotient (right, scores.support);
  /* 2 P R / (P + R), without the rounding of P and R. */
  scores.f1 = quotient (2.0 * right, (double) predicted + scores.support);
  return scores;
}

/* Scores of the classes, each times its weight, over the sum of the weights. */
static VwScores
average (const VwMetrics *self, VwPopulation population, gboolean by_support)
{
  VwScores sum = { .support = vw_metrics_total (self, population) };
  double weights = 0;

  for (guint i = 0; i < self->n_classes; i++)
    {
      VwScores scores = vw_metrics_class_scores (self, i, population);
      gboolean occurs = scores.support > 0 || vw_metrics_predicted (self, i) > 0;
      double weight = by_support ? scores.support : occurs;

      sum.precision += weight * scores.precision;
      sum.recall += weight * scores.recall;
      sum.f1 += weight * scores.f1;
      weights += weight;
    }
  sum.precision = quotient (sum.precision, weights);
  sum.recall = quotient (sum.recall, weights);
  sum.f1 = quotient (sum.f1, weights);
  return sum;
}

VwScores
vw_metrics_macro_average (const VwMetrics *self, VwPopulation population)
{
  return average (self, population, FALSE);
}

VwScores
vw_metrics_weighted_average (const VwMetrics *self, VwPopulation population)
{
  return average (self, population, TRUE);
}

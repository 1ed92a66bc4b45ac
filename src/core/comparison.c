/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/comparison.h"

#include <math.h>

#include "core/metrics.h"

static guint
column (const VwComparison *self, int predicted)
{
  return predicted == VW_NO_PREDICTION ? self->n_classes : (guint) predicted;
}

static VwFlip
flip_of (guint label, int before, int after)
{
  if (before == after)
    return VW_FLIP_NONE;
  if (after == (int) label)
    return VW_FLIP_FIXED;
  return before == (int) label ? VW_FLIP_BROKEN : VW_FLIP_MISTAKE;
}

VwComparison *
vw_comparison_new (const VwPredictionPair *pair)
{
  VwComparison *self = g_new0 (VwComparison, 1);
  guint columns = pair->n_classes + 1;

  self->n_classes = pair->n_classes;
  self->n_images = pair->n_images;
  self->difference = g_new0 (gint, (gsize) pair->n_classes * columns);
  self->flips = g_new (guint8, pair->n_images);
  for (guint i = 0; i < pair->n_images; i++)
    {
      gint *row = self->difference + (gsize) pair->labels[i] * columns;

      row[column (self, pair->before[i])]--;
      row[column (self, pair->after[i])]++;
      self->flips[i] = flip_of (pair->labels[i], pair->before[i], pair->after[i]);
      self->counts[self->flips[i]]++;
    }
  return self;
}

void
vw_comparison_free (VwComparison *self)
{
  g_free (self->difference);
  g_free (self->flips);
  g_free (self);
}

int
vw_comparison_get (const VwComparison *self, guint truth, int predicted)
{
  return self->difference[(gsize) truth * (self->n_classes + 1) + column (self, predicted)];
}

/* The terms of the binomial are summed as multiples of the largest, which alone may be too small
   for a double when many images flipped. */
double
vw_comparison_p_value (const VwComparison *self)
{
  guint fixed = self->counts[VW_FLIP_FIXED], broken = self->counts[VW_FLIP_BROKEN];
  guint n = fixed + broken, least = MIN (fixed, broken);
  double sum = 0, term = 1, largest;

  for (guint k = least;; k--)
    {
      sum += term;
      if (k == 0)
        break;
      term *= k / (double) (n - k + 1);
    }
  largest = lgamma (n + 1.0) - lgamma (least + 1.0) - lgamma (n - least + 1.0) - n * G_LN2;
  return fmin (1, 2 * sum * exp (largest));
}

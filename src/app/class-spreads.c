/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/class-spreads.h"

#include <math.h>

/* Returns: the value at place @rank, from 0, when all are put in order; @tally[v] are v. */
static guint
value_at (const guint *tally, guint rank)
{
  guint value = 0, below = tally[0];

  while (below <= rank)
    below += tally[++value];
  return value;
}

static double
quantile (const guint *tally, guint n, double share)
{
  double place = share * (n - 1);
  guint rank = (guint) floor (place);
  double low = value_at (tally, rank);
  double high = rank + 1 < n ? value_at (tally, rank + 1) : low;

  return low + (place - rank) * (high - low);
}

void
vw_class_spreads_init (VwClassSpreads *self, const guint8 *labels, const guint *values, guint n,
                       guint n_classes)
{
  guint most = 0;
  g_autofree guint *tallies = NULL;

  for (guint i = 0; i < n; i++)
    most = MAX (most, values[i]);
  tallies = g_new0 (guint, (gsize) n_classes * (most + 1));
  *self = (VwClassSpreads){ n_classes, g_new0 (VwPlotSpread, n_classes), g_new0 (guint, n_classes),
                            g_new0 (guint, n_classes), n };
  for (guint i = 0; i < n; i++)
    {
      self->n_digits[labels[i]]++;
      tallies[(gsize) labels[i] * (most + 1) + values[i]]++;
    }
  for (guint c = 0; c < n_classes; c++)
    {
      const guint *tally = tallies + (gsize) c * (most + 1);
      guint digits = self->n_digits[c];

      self->n_without[c] = tally[0];
      if (digits > 0)
        self->spreads[c] = (VwPlotSpread){ quantile (tally, digits, .10),
                                           quantile (tally, digits, .25),
                                           quantile (tally, digits, .50),
                                           quantile (tally, digits, .75),
                                           quantile (tally, digits, .90) };
    }
}

void
vw_class_spreads_clear (VwClassSpreads *self)
{
  g_free (self->spreads);
  g_free (self->n_digits);
  g_free (self->n_without);
  *self = (VwClassSpreads){ 0 };
}

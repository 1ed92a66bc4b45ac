/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/taps.h"

#include <math.h>

/* Vectors take 16 pixels at a time, so tables go on to the next multiple of 16. */
static int
padded (int n)
{
  return (n + 15) & ~15;
}

static void
allocate (VwTaps *self, int n)
{
  *self = (VwTaps){ .n = n };
  self->first = g_new0 (int, padded (n));
  self->second = g_new0 (int, padded (n));
  self->weights = g_new0 (gint16, 2 * padded (n));
  self->shuffles = g_malloc0_n (padded (n), 4);
}

static void
set_tap (VwTaps *self, int n_from, int i, int first)
{
  self->first[i] = CLAMP (first, 0, n_from - 1);
  self->second[i] = CLAMP (first + 1, 0, n_from - 1);
}

/* A byte index of 0x80 gives 0: the upper half of each 16-bit number. */
static void
make_shuffles (VwTaps *self)
{
  self->narrow = TRUE;
  for (int i = self->n; i < padded (self->n); i++)
    self->first[i] = self->first[self->n - 1];
  for (int i = 0; i < padded (self->n); i++)
    {
      int at = self->first[i] - self->first[i & ~7];
      guint8 *shuffle = self->shuffles + 4 * i;

      self->narrow &= at < 15;
      shuffle[0] = at;
      shuffle[1] = 0x80;
      shuffle[2] = at + 1;
      shuffle[3] = 0x80;
    }
}

void
vw_taps_init_exact (VwTaps *self, int n_from, int n)
{
  double step = 1.0 / ((double) n / n_from);

  allocate (self, n);
  for (int i = 0; i < n; i++)
    {
      double position = step * (i + 0.5) - 0.5;
      int first = floor (position);
      gboolean inside = first >= 0 && first < n_from - 1;

      set_tap (self, n_from, i, first);
      self->weights[2 * i + 1] = inside ? lrint ((position - first) * 256) : 0;
      self->weights[2 * i] = 256 - self->weights[2 * i + 1];
    }
  make_shuffles (self);
}

/* Where pixel @i of an axis enlarged @times lies between two of the original ones. */
static float
split (int i, double times, gboolean area, int *first)
{
  double step = 1.0 / times;
  float position, rest;

  if (!area)
    {
      position = (i + 0.5) * step - 0.5;
      *first = floorf (position);
      return position - *first;
    }
  *first = floor (i * step);
  rest = (i + 1) - (*first + 1) * times;
  return rest <= 0 ? 0 : rest - floorf (rest);
}

void
vw_taps_init_enlarging (VwTaps *self, int n_from, int n, gboolean area, gboolean column)
{
  allocate (self, n);
  for (int i = 0; i < n; i++)
    {
      int first;
      float rest = split (i, (double) n / n_from, area, &first);

      if (!column && (first < 0 || first >= n_from - 1))
        {
          first = CLAMP (first, 0, n_from - 1);
          rest = 0;
        }
      set_tap (self, n_from, i, first);
      self->weights[2 * i] = lrintf ((1 - rest) * 2048);
      self->weights[2 * i + 1] = lrintf (rest * 2048);
    }
  make_shuffles (self);
}

void
vw_taps_clear (VwTaps *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->shuffles, g_free);
}

static void
set_cubic_weights (float weights[4], double t)
{
  const double a = -0.75;
  double u = 1 - t, far_left = 1 + t;

  weights[0] = ((a * far_left - 5 * a) * far_left + 8 * a) * far_left - 4 * a;
  weights[1] = ((a + 2) * t - (a + 3)) * t * t + 1;
  weights[2] = ((a + 2) * u - (a + 3)) * u * u + 1;
  weights[3] = 1 - weights[0] - weights[1] - weights[2];
}

void
vw_cubic_taps_init (VwCubicTaps *self, int n_from, int n)
{
  double step = (double) n_from / n;

  *self = (VwCubicTaps){ .n = n, .narrow = TRUE };
  self->first = g_new0 (int, padded (n));
  self->weights = g_new0 (float, 4 * padded (n));
  for (int i = 0; i < padded (n); i++)
    {
      double position = step * (MIN (i, n - 1) + 0.5) - 0.5;

      self->first[i] = (int) floor (position) - 1;
      set_cubic_weights (self->weights + 4 * i, position - floor (position));
      self->narrow &= self->first[i] + 3 - self->first[i & ~7] < 8;
    }
}

void
vw_cubic_taps_clear (VwCubicTaps *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->weights, g_free);
}

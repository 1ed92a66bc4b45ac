/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/scale.h"

#include <math.h>

double
vw_plot_nice_step (double span, guint intervals, double least)
{
  static const double mantissas[] = { 1, 2, 2.5, 5, 10 };
  double wanted = MAX (span / intervals, least);
  double power = pow (10, floor (log10 (wanted)));

  for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
    {
      double step = mantissas[i] * power;
      gboolean whole = least < 1 || step == floor (step);

      if (whole && step * (1 + 1e-9) >= wanted)
        return step;
    }
  return 10 * power;
}

/* Appends those of @mantissas × 10^k that are at least @gap powers of ten from both ends. */
static void
add_ratios_between (GArray *ticks, double least, double most, double gap, const double *mantissas,
                    guint n_mantissas)
{
  /* Whole powers of ten apart, if one of them is not enough. */
  int stride = (int) fmax (ceil (gap - 1e-9), 1), last = (int) ceil (log10 (most));

  for (int k = (int) floor (log10 (least) / stride) * stride; k <= last; k += stride)
    for (guint i = 0; i < n_mantissas; i++)
      {
        double tick = mantissas[i] * pow (10, k);

        if (log10 (tick / least) > gap - 1e-9 && log10 (most / tick) > gap - 1e-9)
          g_array_append_val (ticks, tick);
      }
}

GArray *
vw_plot_ratio_ticks (double least, double most, guint intervals)
{
  static const double mantissas[] = { 1, 2, 5 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double gap = log10 (most / least) / intervals;
  gboolean dense = gap <= log10 (2); /* the two nearest of them */

  g_array_append_val (ticks, least);
  add_ratios_between (ticks, least, most, gap, mantissas, dense ? G_N_ELEMENTS (mantissas) : 1);
  g_array_append_val (ticks, most);
  return ticks;
}

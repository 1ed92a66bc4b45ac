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

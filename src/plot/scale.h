/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vw_plot_nice_step:
 * @span: of values to be shown, above 0
 * @intervals: at most that many steps
 * @least: no step smaller than this, as 1 for counts; 0 for any
 *
 * Returns: the smallest of 1, 2, 2.5 and 5 × 10^k of which @intervals reach over @span, for axes.
 */
double vw_plot_nice_step (double span, guint intervals, double least);

/**
 * vw_plot_ratio_ticks:
 * @least, @most: of the values to be shown; above 0, and not the same
 * @intervals: that many of equal ratio would fit, 1 or more
 *
 * Returns: (transfer full): an array of double in rising order, none nearer to another than that, for
 *   an axis where equal ratios are equally far apart: both ends, and between them 1, 2 and 5 × 10^k or
 *   powers of ten.
 */
GArray *vw_plot_ratio_ticks (double least, double most, guint intervals);

G_END_DECLS

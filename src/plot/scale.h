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

G_END_DECLS

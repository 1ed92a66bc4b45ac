/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "core/outcome.h"

G_BEGIN_DECLS

#define VW_TYPE_CURVE_VIEW (vw_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (VwCurveView, vw_curve_view, VW, CURVE_VIEW, VwChart)

/**
 * VwCurveView:
 *
 * The curve of an experiment: a trial is told of when it is pointed at, and chosen with a click or
 * the arrow keys. Signals:
 *   "chosen" (int): another trial is, −1 for none; by the user
 *   "use" (): the chosen one's value is wanted: a double click, or Return
 */

/* @outcome: (nullable): copied */
void vw_curve_view_show (VwCurveView *self, const VwOutcome *outcome);

/* @trial: −1 for none */
void vw_curve_view_choose (VwCurveView *self, int trial);

G_END_DECLS

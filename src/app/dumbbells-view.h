/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/run-pair.h"

G_BEGIN_DECLS

#define VW_TYPE_DUMBBELLS_VIEW (vw_dumbbells_view_get_type ())
G_DECLARE_FINAL_TYPE (VwDumbbellsView, vw_dumbbells_view, VW, DUMBBELLS_VIEW, VwChart)

/**
 * VwDumbbellsView:
 *
 * A score of each class in two runs. Signal "chosen" (uint class) when one is clicked, or chosen
 * with Up and Down.
 */

/* @pair: (nullable): */
void vw_dumbbells_view_show (VwDumbbellsView *self, VwRunPair *pair, VwScore score);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_SCORES_VIEW (vw_scores_view_get_type ())
G_DECLARE_FINAL_TYPE (VwScoresView, vw_scores_view, VW, SCORES_VIEW, VwChart)

/**
 * VwScoresView:
 *
 * The score that the model gives the digit for each class. A click, or Up and Down, chooses whose
 * evidence is shown; Escape goes back to the predicted class.
 */
void vw_scores_view_set_inspector (VwScoresView *self, VwInspector *inspector);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/past-run.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_COMPARE_VIEW (vw_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (VwCompareView, vw_compare_view, VW, COMPARE_VIEW, AdwBin)

/**
 * VwCompareView:
 *
 * Two of the kept runs side by side: what changes in the matrix, in the predictions of single
 * digits and in the scores of classes. Signal "closed" when the user has seen enough.
 */

/* @runs: of VwPastRun */
void vw_compare_view_set_runs (VwCompareView *self, VwSession *session, GListModel *runs);

/* @before, @after: (nullable): runs of the list; %NULL for the last two when none are chosen yet */
void vw_compare_view_choose (VwCompareView *self, VwPastRun *before, VwPastRun *after);

G_END_DECLS

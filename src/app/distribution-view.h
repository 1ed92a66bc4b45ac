/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/digit-counts.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_DISTRIBUTION_VIEW (vw_distribution_view_get_type ())
G_DECLARE_FINAL_TYPE (VwDistributionView, vw_distribution_view, VW, DISTRIBUTION_VIEW, VwChart)

/**
 * VwDistributionView:
 *
 * How keypoints spread over the digits of each class, with the shown digit as a dot among its like.
 * While digits are being counted anew the last complete chart stays, pale. Pointing at a class, or
 * Left and Right, tells its figures; a click or Enter lists its digits alone, and all of them again.
 */
void vw_distribution_view_follow (VwDistributionView *self, VwSession *session,
                                  VwInspector *inspector, VwDigitCounts *counts);

G_END_DECLS

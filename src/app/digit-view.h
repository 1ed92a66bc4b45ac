/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "core/inspection.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_VIEW (vw_digit_view_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitView, vw_digit_view, VW, DIGIT_VIEW, VwChart)

/**
 * VwDigitView:
 *
 * A digit with its keypoints and the dead border, small and to be looked at only; a square.
 */

/* @seen: (nullable): */
void vw_digit_view_set_inspection (VwDigitView *self, VwInspection *seen);

G_END_DECLS

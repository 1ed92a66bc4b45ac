/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_FUNNEL_VIEW (vw_funnel_view_get_type ())
G_DECLARE_FINAL_TYPE (VwFunnelView, vw_funnel_view, VW, FUNNEL_VIEW, VwChart)

/**
 * VwFunnelView:
 *
 * From corners to keypoints, a row a level. Pointing at a row shows its level alone, a click keeps
 * it so until the next one; Up, Down and Escape do the same from the keyboard.
 */
void vw_funnel_view_set_inspector (VwFunnelView *self, VwInspector *inspector);

G_END_DECLS

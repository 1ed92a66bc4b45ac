/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_BITS_VIEW (vw_bits_view_get_type ())
G_DECLARE_FINAL_TYPE (VwBitsView, vw_bits_view, VW, BITS_VIEW, VwChart)

/**
 * VwBitsView:
 *
 * The bits of the descriptor of the keypoint that is pointed at. Pointing at one, or going there
 * with the arrow keys, points at its pair of pixels too.
 */
void vw_bits_view_set_inspector (VwBitsView *self, VwInspector *inspector);

G_END_DECLS

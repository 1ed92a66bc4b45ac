/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/run-pair.h"

G_BEGIN_DECLS

#define VW_TYPE_FLIP_PANE (vw_flip_pane_get_type ())
G_DECLARE_FINAL_TYPE (VwFlipPane, vw_flip_pane, VW, FLIP_PANE, AdwBin)

/**
 * VwFlipPane:
 *
 * One test digit in two runs: its keypoints with the settings of each, and the predictions.
 */

/**
 * vw_flip_pane_show:
 * @pair: (nullable): with its data; %NULL for no digit
 * @digit: of the test split
 */
void vw_flip_pane_show (VwFlipPane *self, VwRunPair *pair, guint digit);

G_END_DECLS

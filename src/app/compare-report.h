/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/run-pair.h"

G_BEGIN_DECLS

#define VW_TYPE_COMPARE_REPORT (vw_compare_report_get_type ())
G_DECLARE_FINAL_TYPE (VwCompareReport, vw_compare_report, VW, COMPARE_REPORT, AdwBin)

/**
 * VwCompareReport:
 *
 * A score of each class and on average, in both runs, and the difference. Signal "row-activated"
 * (uint class).
 */

/* @pair: (nullable): */
void vw_compare_report_show (VwCompareReport *self, VwRunPair *pair, VwScore score);

G_END_DECLS

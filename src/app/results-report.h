/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/metrics.h"
#include "core/model.h"

G_BEGIN_DECLS

#define VW_TYPE_RESULTS_REPORT (vw_results_report_get_type ())
G_DECLARE_FINAL_TYPE (VwResultsReport, vw_results_report, VW, RESULTS_REPORT, AdwBin)

/**
 * VwResultsReport:
 *
 * Precision, recall, F1 and support of each class and their means, as a table. Signal
 * "row-activated" (uint): Enter or a double click on a class.
 */

/* @model: (nullable) */
void vw_results_report_show (VwResultsReport *self, VwModel *model, VwPopulation population);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/session.h"
#include "plot/heatmap.h"

G_BEGIN_DECLS

#define VW_TYPE_RESULTS_DIGITS (vw_results_digits_get_type ())
G_DECLARE_FINAL_TYPE (VwResultsDigits, vw_results_digits, VW, RESULTS_DIGITS, AdwBin)

/**
 * VwResultsDigits:
 *
 * The test digits that a place in the matrix counts, each with its keypoints or its prediction.
 * “Show in Digits”, and any digit that is activated, leads to the page Digits.
 */
void vw_results_digits_set_session (VwResultsDigits *self, VwSession *session);

/**
 * vw_results_digits_show:
 * @spot: a cell or a header; nowhere empties the list
 * @heading: (nullable): what that is, in words
 */
void vw_results_digits_show (VwResultsDigits *self, VwPlotSpot spot, const char *heading);

/* Whether there is no room for more than a sign on the button. */
void vw_results_digits_set_narrow (VwResultsDigits *self, gboolean narrow);

/* What the button does: the page Digits, with only these digits and the chosen one selected. */
void vw_results_digits_lead (VwResultsDigits *self);

G_END_DECLS

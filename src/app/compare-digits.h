/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/run-pair.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_COMPARE_DIGITS (vw_compare_digits_get_type ())
G_DECLARE_FINAL_TYPE (VwCompareDigits, vw_compare_digits, VW, COMPARE_DIGITS, AdwBin)

/**
 * VwCompareDigits:
 *
 * The test digits that two runs take for different things: now right, now wrong or another mistake,
 * of the whole split or of a place in the matrix. Signal "chosen" when another digit, or none, is
 * chosen. “Show in Digits”, and any digit that is activated, leads to the page Digits.
 */
void vw_compare_digits_set_session (VwCompareDigits *self, VwSession *session);

/**
 * vw_compare_digits_show:
 * @pair: (nullable): without its data there is a note in place of the digits
 * @spot: a cell or a header, where either run has the digit; nowhere is the whole split
 * @heading: what that is, in words
 */
void vw_compare_digits_show (VwCompareDigits *self,
                             VwRunPair *pair,
                             VwPlotSpot spot,
                             const char *heading);

/* Returns: whether a digit is chosen; @digit: (out): which one of the test split */
gboolean vw_compare_digits_get_chosen (VwCompareDigits *self, guint *digit);

/* Whether there is no room for more than a sign on the button. */
void vw_compare_digits_set_narrow (VwCompareDigits *self, gboolean narrow);

/* What the button does: the page Digits, with the chosen digit or the first one. */
void vw_compare_digits_lead (VwCompareDigits *self);

G_END_DECLS

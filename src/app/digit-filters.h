/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_FILTERS (vw_digit_filters_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitFilters, vw_digit_filters, VW, DIGIT_FILTERS, GtkBox)

/**
 * VwDigitFilters:
 *
 * Drop-downs for the session's filter: class, number of keypoints, right or wrong, predicted as.
 * The last two can be used when there are predictions for the split.
 */
void vw_digit_filters_set_session (VwDigitFilters *self, VwSession *session);

G_END_DECLS

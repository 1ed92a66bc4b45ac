/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/digit-counts.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_DIGIT_NOT_LISTED G_MAXUINT /* equals GTK_INVALID_LIST_POSITION */

/* A digit in a list: its index within the split. */
#define VW_TYPE_DIGIT_ITEM (vw_digit_item_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitItem, vw_digit_item, VW, DIGIT_ITEM, GObject)
guint vw_digit_item_get_index (VwDigitItem *self);

#define VW_TYPE_DIGIT_MODEL (vw_digit_model_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitModel, vw_digit_model, VW, DIGIT_MODEL, GObject)

/**
 * VwDigitModel:
 *
 * A #GListModel of #VwDigitItem: the digits of the session's split that pass its filter, in the
 * order of the split. It follows the session; a digit whose keypoints are not counted yet passes
 * no filter on their number, nor on words. Items are made when asked for, so that 60,000 digits
 * cost an array.
 * @counts are those of the session, which follow it before the list does.
 */
VwDigitModel *vw_digit_model_new (VwSession *session, VwDigitCounts *counts);

VwSession *vw_digit_model_get_session (VwDigitModel *self);
VwDigitCounts *vw_digit_model_get_counts (VwDigitModel *self);

/* Whether it is not yet known of all digits whether they have the filter's word. */
gboolean vw_digit_model_is_searching (VwDigitModel *self);

/* Returns: the position of the digit, or %VW_DIGIT_NOT_LISTED when it is filtered out. */
guint vw_digit_model_find (VwDigitModel *self, guint index);

/**
 * vw_digit_model_get_prediction:
 *
 * Returns: %FALSE when the current model was not asked about this digit; else a class or
 *   VW_NO_PREDICTION in @predicted
 */
gboolean vw_digit_model_get_prediction (VwDigitModel *self, guint index, int *predicted);

/* Returns: how many of the listed digits are predicted rightly. */
guint vw_digit_model_count_right (VwDigitModel *self);

G_END_DECLS

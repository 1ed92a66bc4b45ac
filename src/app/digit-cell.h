/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/digit-model.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_CELL (vw_digit_cell_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitCell, vw_digit_cell, VW, DIGIT_CELL, GtkBox)

/* A digit in the grid: image, label, prediction if it is wrong, number of keypoints. */
GtkWidget *vw_digit_cell_new (VwDigitModel *model);

/* Whether a class of @dataset (nullable) has a name such as “Ankle boot”, which has a line of its own in
   every cell and makes them all wider. */
gboolean vw_digit_cell_is_wide_for (const VwDataset *dataset);

/* Shows the digit of that index of the split until the next call or vw_digit_cell_clear(). */
void vw_digit_cell_set (VwDigitCell *self, guint index);
void vw_digit_cell_clear (VwDigitCell *self);

/* Shows what has become known of the digit since. */
void vw_digit_cell_update (VwDigitCell *self);

G_END_DECLS

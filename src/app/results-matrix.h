/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/matrix-choices.h"

G_BEGIN_DECLS

#define VW_TYPE_RESULTS_MATRIX (vw_results_matrix_get_type ())
G_DECLARE_FINAL_TYPE (VwResultsMatrix, vw_results_matrix, VW, RESULTS_MATRIX, GtkWidget)

/**
 * VwResultsMatrix:
 *
 * A model's confusion matrix to look at and to walk over with pointer and arrow keys: a cell, a
 * header for a whole row or column, or the column of images without keypoints. Signals: "chosen"
 * when the selection has changed, "activate" for Enter or a double click on it.
 */

/* @model: (nullable): its test is shown, its most frequent mistake selected */
void vw_results_matrix_set_model (VwResultsMatrix *self, VwModel *model);

/**
 * vw_results_matrix_set_difference:
 * @model, @baseline: (nullable): of the same classes, both or none
 *
 * Shows the counts of @model minus those of @baseline instead, with nothing selected.
 */
void vw_results_matrix_set_difference (VwResultsMatrix *self, VwModel *model, VwModel *baseline);

void vw_results_matrix_set_choices (VwResultsMatrix *self, const VwMatrixChoices *choices);

/* Row −1 is a whole column, column −1 a whole row; both −1 is nothing. */
VwPlotSpot vw_results_matrix_get_selected (VwResultsMatrix *self);
void vw_results_matrix_select (VwResultsMatrix *self, VwPlotSpot spot);

G_END_DECLS

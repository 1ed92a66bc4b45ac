/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/matrix-words.h"

G_BEGIN_DECLS

/* How a matrix is to be looked at, on the page as on paper. */
typedef struct {
  VwPlotNormalize normalize;
  VwPlotMap map;
  VwPlotRange range;
  gboolean hide_diagonal;
  VwPopulation population;
} VwMatrixChoices;

/* Returns: the test of @model as a matrix to draw; borrows @model and @words. */
VwPlotHeatmap vw_matrix_choices_heatmap (const VwMatrixChoices *self, const VwModel *model,
                                         const VwPlotMatrixWords *words);

/* Returns: (transfer full): the same as a table. */
VwTable *vw_matrix_choices_table (const VwMatrixChoices *self, const VwModel *model,
                                  const VwPlotMatrixWords *words);

G_END_DECLS

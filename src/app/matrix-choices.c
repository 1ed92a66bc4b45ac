/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/matrix-choices.h"

VwPlotHeatmap
vw_matrix_choices_heatmap (const VwMatrixChoices *self, const VwModel *model,
                           const VwPlotMatrixWords *words)
{
  return (VwPlotHeatmap) {
    .metrics = model->metrics,
    .classes = (const char *const *) model->class_names,
    .normalize = self->normalize,
    .population = self->population,
    .map = self->map,
    .range = self->range,
    .hide_diagonal = self->hide_diagonal,
    .text = &words->heatmap,
    .numbers = words->numbers,
  };
}

VwTable *
vw_matrix_choices_table (const VwMatrixChoices *self, const VwModel *model,
                         const VwPlotMatrixWords *words)
{
  static const VwNormalization normalization[] = {
    [VW_PLOT_NORMALIZE_NONE] = VW_NORMALIZATION_NONE,
    [VW_PLOT_NORMALIZE_TRUE] = VW_NORMALIZATION_TRUE,
    [VW_PLOT_NORMALIZE_PREDICTED] = VW_NORMALIZATION_PREDICTED,
    [VW_PLOT_NORMALIZE_ALL] = VW_NORMALIZATION_ALL,
  };
  const VwReport report = { model->metrics, (const char *const *) model->class_names,
                            &words->report, self->population };

  return vw_report_matrix (&report, normalization[self->normalize]);
}

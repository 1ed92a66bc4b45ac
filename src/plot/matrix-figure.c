/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/matrix-figure.h"

#include "core/model-json.h"

VwPlotFigure *
vw_plot_matrix_figure_new (const VwPlotMatrixFigure *self)
{
  g_autofree char *accuracies = vw_plot_matrix_words_accuracies (self->words, self->matrix.metrics);
  const VwPlotFigureText text = { self->title, accuracies, self->caption };
  VwPlotFigure *figure = vw_plot_figure_new (&text, self->words->language, self->font_family);

  vw_plot_figure_set_heatmap (figure, &self->matrix);
  return figure;
}

char *
vw_plot_matrix_figure_parameters (const VwPlotMatrixFigure *self)
{
  g_autoptr (JsonObject) facts = self->model != NULL ? vw_model_to_json (self->model) : NULL;

  return facts != NULL ? vw_json_format (facts) : NULL;
}

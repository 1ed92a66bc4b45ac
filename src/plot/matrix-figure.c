/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/matrix-figure.h"

#include "config.h"
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

GBytes *
vw_plot_matrix_figure_render (const VwPlotMatrixFigure *self, const VwPlotExport *options,
                              GError **error)
{
  g_autoptr (VwPlotFigure) figure = vw_plot_matrix_figure_new (self);
  g_autofree char *accuracies = vw_plot_matrix_words_accuracies (self->words, self->matrix.metrics);
  g_autoptr (JsonObject) facts = self->model != NULL ? vw_model_to_json (self->model) : NULL;
  g_autofree char *parameters = facts != NULL ? vw_json_format (facts) : NULL;
  VwPlotDrawing drawing = vw_plot_figure_get_drawing (figure);
  VwPlotExport complete = *options;

  complete.title = self->title;
  complete.description = accuracies;
  complete.software = "Visual Words " VW_VERSION;
  complete.parameters = parameters;
  return vw_plot_export_render (&drawing, &complete, error);
}

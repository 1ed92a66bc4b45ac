/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/matrix-paper.h"

#include "app/words.h"

void
vw_matrix_paper_set_titles (VwMatrixPaper *self, const char *title, const char *truth,
                            const char *prediction)
{
  g_free (self->title);
  g_free (self->truth);
  g_free (self->prediction);
  self->title = g_strdup (title);
  self->truth = g_strdup (truth);
  self->prediction = g_strdup (prediction);
  self->words.heatmap.truth = self->truth;
  self->words.heatmap.prediction = self->prediction;
}

VwMatrixPaper *
vw_matrix_paper_new (VwModel *model, const VwMatrixChoices *choices, const char *language)
{
  VwMatrixPaper *self = g_new0 (VwMatrixPaper, 1);

  self->model = vw_model_ref (model);
  self->choices = *choices;
  self->language = g_strdup (language != NULL ? language : vw_words_language ());
  vw_words_init (&self->words, self->language);
  self->caption = vw_words_made_from (&self->words, model);
  vw_matrix_paper_set_titles (self, self->words.title, self->words.heatmap.truth,
                              self->words.heatmap.prediction);
  return self;
}

void
vw_matrix_paper_free (VwMatrixPaper *self)
{
  vw_model_unref (self->model);
  g_free (self->language);
  g_free (self->title);
  g_free (self->truth);
  g_free (self->prediction);
  g_free (self->caption);
  g_free (self);
}

VwPlotMatrixFigure
vw_matrix_paper_get_figure (const VwMatrixPaper *self)
{
  return (VwPlotMatrixFigure) {
    .matrix = vw_matrix_choices_heatmap (&self->choices, self->model, &self->words),
    .model = self->model,
    .words = &self->words,
    .title = self->title,
    .caption = self->caption,
  };
}

GBytes *
vw_matrix_paper_render (const VwMatrixPaper *self, const VwPlotExport *options, GError **error)
{
  VwPlotMatrixFigure figure = vw_matrix_paper_get_figure (self);

  return vw_plot_matrix_figure_render (&figure, options, error);
}

char *
vw_matrix_paper_format_table (const VwMatrixPaper *self, VwTableFormat format)
{
  g_autoptr (VwTable) table = vw_matrix_choices_table (&self->choices, self->model, &self->words);

  return vw_table_format (table, format);
}

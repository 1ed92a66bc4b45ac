/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/matrix-picture.h"

#include "config.h"
#include "core/model-json.h"
#include "plot/figure.h"

#define WIDTH 170 /* mm: two columns of a paper */
#define RESOLUTION 300 /* dots per inch */

gboolean
vw_cli_matrix_picture_write (const VwCliMatrixPicture *self, const VwCliMatrixSource *source,
                             const char *path, GError **error)
{
  const char *title = self->title != NULL ? self->title : self->words->title;
  g_autofree char *accuracies = vw_plot_words_accuracies (self->words, source->metrics);
  g_autofree char *caption
      = source->model != NULL ? vw_plot_words_made_from (self->words, source->model) : NULL;
  g_autoptr (JsonObject) facts = source->model != NULL ? vw_model_to_json (source->model) : NULL;
  g_autofree char *parameters = facts != NULL ? vw_json_format (facts) : NULL;
  const VwPlotFigureText text = { title, accuracies, caption };
  const VwPlotHeatmap matrix = {
    .metrics = source->metrics,
    .classes = (const char *const *) source->class_names,
    .normalize = self->normalize,
    .population = VW_POPULATION_ALL,
    .map = self->map,
    .text = &self->words->heatmap,
    .numbers = self->words->numbers,
  };
  const VwPlotExport options = {
    .format = self->format, .width = WIDTH, .resolution = RESOLUTION, .title = title,
    .description = accuracies, .software = "Visual Words " VW_VERSION, .parameters = parameters,
  };
  g_autoptr (VwPlotFigure) figure = vw_plot_figure_new (&text, self->words->language, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VwPlotDrawing drawing;

  vw_plot_figure_set_heatmap (figure, &matrix);
  drawing = vw_plot_figure_get_drawing (figure);
  return vw_plot_export_write (&drawing, &options, file, NULL, error);
}

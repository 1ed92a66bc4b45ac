/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/comparison-figure.h"

#include "core/json.h"
#include "core/model-json.h"
#include "plot/dumbbells.h"

#define SIDE 18.0
#define WIDEST_CHART 480.0 /* dumbbells further apart are hard to read off */

/* What a figure is drawn from as long as it lives. */
typedef struct {
  VwPlotComparisonWords words;
  VwPlotHeatmap matrix;
  VwPlotDumbbells dumbbells;
  double *before, *after;
  VwPlotDumbbellsLayout layout;
  const VwPlotStyle *style;
} Content;

static void
content_free (gpointer data)
{
  Content *self = data;

  vw_plot_dumbbells_layout_clear (&self->layout);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static const char *const *
class_names (const VwPlotComparison *self)
{
  return (const char *const *) self->after_model->class_names;
}

VwPlotHeatmap
vw_plot_comparison_heatmap (const VwPlotComparison *self, const VwPlotMatrixWords *words)
{
  return (VwPlotHeatmap){
    .metrics = self->after,
    .baseline = self->before,
    .classes = class_names (self),
    .normalize = self->normalize,
    .population = VW_POPULATION_ALL,
    .map = VW_PLOT_MAP_DIFFERENCE,
    .range = self->range,
    .text = &words->heatmap,
    .numbers = words->numbers,
  };
}

static void
paint_dumbbells (cairo_t *cr, gconstpointer data)
{
  const Content *self = data;

  vw_plot_dumbbells_paint (cr, &self->dumbbells, &self->layout, self->style, -1);
}

static void
set_dumbbells (VwPlotFigure *figure, Content *content, const VwPlotComparison *comparison)
{
  double width = MIN (vw_plot_figure_get_width (figure) - 2 * SIDE, WIDEST_CHART);
  VwPlotDrawing chart = { .width = width, .paint = paint_dumbbells, .data = content };

  content->before = vw_metrics_list_scores (comparison->before, comparison->score);
  content->after = vw_metrics_list_scores (comparison->after, comparison->score);
  content->style = vw_plot_figure_get_style (figure);
  content->dumbbells
      = (VwPlotDumbbells){ comparison->after->n_classes, class_names (comparison), content->before,
                           content->after, content->words.matrix.numbers };
  vw_plot_dumbbells_layout (&content->dumbbells, width, 0, content->style, &content->layout);
  chart.height = content->layout.height;
  vw_plot_figure_set_chart (figure, &chart, 0);
}

/* Accuracies, what flipped, and for a chart what its marks are. */
static char *
describe (const VwPlotComparisonFigure *self)
{
  const VwPlotComparison *comparison = self->comparison;
  const VwPlotComparisonWords *words = self->words;
  const VwComparison *flips = comparison->flips;
  g_autofree char *accuracies
      = vw_plot_comparison_words_accuracies (words, comparison->before, comparison->after);
  g_autofree char *points
      = vw_plot_comparison_words_points (words, comparison->before, comparison->after);
  g_autofree char *images = vw_plot_format_count (
      words->matrix.numbers, vw_metrics_total (comparison->after, VW_POPULATION_ALL), FALSE);
  g_autofree char *flipped = flips != NULL ? vw_plot_comparison_words_flips (words, flips) : NULL;
  g_autofree char *verdict = flips != NULL ? vw_plot_comparison_words_verdict (words, flips) : NULL;
  g_autofree char *summary
      = flips != NULL
            ? vw_plot_compose (words->text.summary_with_flips, "accuracies", accuracies, "points",
                               points, "images", images, "flips", flipped, "verdict", verdict, NULL)
            : vw_plot_compose (words->text.summary, "accuracies", accuracies, "points", points,
                               "images", images, NULL);

  if (self->content == VW_PLOT_COMPARISON_DIFFERENCE)
    return g_steal_pointer (&summary);
  return g_strdup_printf ("%s · %s", words->text.legend, summary);
}

VwPlotFigure *
vw_plot_comparison_figure_new (const VwPlotComparisonFigure *self)
{
  g_autofree char *subtitle = describe (self);
  const VwPlotFigureText text = { self->title, subtitle, self->caption };
  VwPlotFigure *figure
      = vw_plot_figure_new (&text, self->words->matrix.language, self->font_family);
  Content *content = g_new0 (Content, 1);

  content->words = *self->words;
  if (self->across != NULL)
    content->words.matrix.heatmap.prediction = self->across;
  if (self->down != NULL)
    content->words.matrix.heatmap.truth = self->down;
  vw_plot_figure_keep (figure, content, content_free);
  vw_plot_figure_set_width (figure, self->width);
  content->matrix = vw_plot_comparison_heatmap (self->comparison, &content->words.matrix);
  if (self->content == VW_PLOT_COMPARISON_DIFFERENCE)
    vw_plot_figure_set_heatmap (figure, &content->matrix);
  else
    set_dumbbells (figure, content, self->comparison);
  return figure;
}

const char *
vw_plot_comparison_title (const VwPlotComparison *self,
                          VwPlotComparisonContent content,
                          const VwPlotComparisonWords *words)
{
  return content == VW_PLOT_COMPARISON_DIFFERENCE ? words->text.difference
                                                  : words->text.score[self->score];
}

char *
vw_plot_comparison_made_from (const VwPlotComparison *self, const VwPlotComparisonWords *words)
{
  g_autofree char *before = vw_plot_matrix_words_made_from (&words->matrix, self->before_model);
  g_autofree char *after = vw_plot_matrix_words_made_from (&words->matrix, self->after_model);

  return vw_plot_compose (words->text.made_from, "before", before, "after", after, NULL);
}

char *
vw_plot_comparison_parameters (const VwPlotComparison *self)
{
  g_autoptr (JsonObject) both = json_object_new ();

  json_object_set_object_member (both, "A", vw_model_to_json (self->before_model));
  json_object_set_object_member (both, "B", vw_model_to_json (self->after_model));
  return vw_json_format (both);
}

VwTable *
vw_plot_comparison_table (const VwPlotComparison *self,
                          VwPlotComparisonContent content,
                          const VwPlotComparisonWords *words)
{
  const VwComparisonReport report
      = { self->before, self->after, class_names (self), &words->matrix.report, &words->table };

  return content == VW_PLOT_COMPARISON_DIFFERENCE ? vw_comparison_report_matrix (&report)
                                                  : vw_comparison_report_scores (&report);
}

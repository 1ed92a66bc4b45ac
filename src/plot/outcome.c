/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/outcome.h"

#include <math.h>

#define PANEL_HEIGHT 210.0 /* of a figure's first panel, with its texts */
#define SECOND_HEIGHT 130.0

static void
add_points (VwPlotOutcome *self, const VwOutcome *outcome)
{
  guint n = outcome->trials->len;

  self->points = g_new (VwPlotCurvePoint, n);
  for (guint i = 0; i < n; i++)
    {
      const VwTrial *trial = &g_array_index (outcome->trials, VwTrial, i);
      VwPlotCurvePoint *point = &self->points[i];

      *point = (VwPlotCurvePoint) { trial->value, { NAN, NAN } };
      if (trial->metrics == NULL)
        continue;
      point->values[0] = vw_metrics_accuracy (trial->metrics, VW_POPULATION_ALL);
      point->values[1] = vw_trial_get_keypoints (trial);
    }
  self->curve.n_points = n;
  self->curve.points = self->points;
}

/* The x axis has room for what is still to come. */
static void
set_range (VwPlotOutcome *self, const VwOutcome *outcome)
{
  VwPlotCurve *curve = &self->curve;

  curve->least = INFINITY;
  curve->most = -INFINITY;
  for (guint i = 0; i < outcome->values->len; i++)
    {
      curve->least = fmin (curve->least, g_array_index (outcome->values, double, i));
      curve->most = fmax (curve->most, g_array_index (outcome->values, double, i));
    }
  curve->ratios = vw_outcome_has_ratios (outcome);
  curve->x_step = outcome->info->type == VW_PARAMETER_DOUBLE ? 0 : 1;
}

static void
set_panels (VwPlotOutcome *self, const VwOutcome *outcome, const VwPlotOutcomeWords *words)
{
  VwPlotCurve *curve = &self->curve;

  curve->panels[0] = (VwPlotCurvePanel) { words->text.accuracy, TRUE };
  curve->panels[1] = (VwPlotCurvePanel) { words->text.keypoints, FALSE };
  curve->n_panels = vw_outcome_changes_keypoints (outcome) ? 2 : 1;
}

/* Seeds are alike: what counts is where they lie together. */
static void
set_marks (VwPlotOutcome *self, const VwOutcome *outcome)
{
  VwPlotCurve *curve = &self->curve;
  double present = vw_parameter_get (&outcome->parameters, outcome->info);
  VwSummary summary;

  curve->mean = curve->deviation = curve->present = NAN;
  if (!vw_outcome_is_repetition (outcome))
    {
      if (present >= curve->least && present <= curve->most)
        curve->present = present;
      return;
    }
  summary = vw_trials_accuracy (outcome->trials, VW_POPULATION_ALL);
  if (summary.n < 2)
    return;
  curve->mean = summary.mean;
  curve->deviation = summary.deviation;
}

void
vw_plot_outcome_init (VwPlotOutcome *self, const VwOutcome *outcome,
                      const VwPlotOutcomeWords *words)
{
  gboolean choices = outcome->info->type == VW_PARAMETER_CHOICE;

  vw_plot_outcome_clear (self);
  self->x_title = vw_plot_outcome_words_axis (words);
  self->curve.x_title = self->x_title;
  self->curve.numbers = words->numbers;
  self->curve.joined = !choices && !vw_outcome_is_repetition (outcome);
  set_range (self, outcome);
  add_points (self, outcome);
  self->curve.categories = choices ? words->choices : NULL;
  set_panels (self, outcome, words);
  set_marks (self, outcome);
}

void
vw_plot_outcome_clear (VwPlotOutcome *self)
{
  g_free (self->points);
  g_free (self->x_title);
  *self = (VwPlotOutcome) { 0 };
}

typedef struct {
  VwPlotOutcome outcome;
  VwPlotCurveLayout layout;
  const VwPlotStyle *style;
} Chart;

static void
free_chart (gpointer data)
{
  Chart *self = data;

  vw_plot_curve_layout_clear (&self->layout);
  vw_plot_outcome_clear (&self->outcome);
  g_free (self);
}

static void
paint_chart (cairo_t *cr, gconstpointer data)
{
  const Chart *self = data;

  vw_plot_curve_paint (cr, &self->outcome.curve, &self->layout, self->style, -1);
}

VwPlotFigure *
vw_plot_outcome_figure_new (const VwPlotOutcomeFigure *self)
{
  g_autofree char *summary = vw_plot_outcome_words_summary (self->words, self->outcome);
  const VwPlotFigureText text = { self->title, summary, self->caption };
  VwPlotFigure *figure = vw_plot_figure_new (&text, self->words->language, self->font_family);
  Chart *kept = g_new0 (Chart, 1);
  VwPlotDrawing chart = { .paint = paint_chart, .data = kept };

  vw_plot_figure_set_width (figure, self->width);
  kept->style = vw_plot_figure_get_style (figure);
  vw_plot_outcome_init (&kept->outcome, self->outcome, self->words);
  chart.width = self->width - 2 * VW_PLOT_FIGURE_SIDE;
  chart.height = PANEL_HEIGHT + (kept->outcome.curve.n_panels > 1 ? SECOND_HEIGHT : 0);
  vw_plot_curve_layout (&kept->outcome.curve, chart.width, chart.height, kept->style,
                        &kept->layout);
  vw_plot_figure_keep (figure, kept, free_chart);
  vw_plot_figure_set_chart (figure, &chart, 0);
  return figure;
}

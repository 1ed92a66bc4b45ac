/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/heatmap-plan.h"

#include "plot/scale.h"

#include <math.h>
#include <string.h>

#define PROBE_SIZE 100.0

static double
unit_width (VwPlotHeatmapPlan *self, const char *string, gboolean bold)
{
  return vw_plot_texts_measure (self->texts, string, PROBE_SIZE, bold) / PROBE_SIZE;
}

static double
widest (VwPlotHeatmapPlan *self, char **strings, gboolean bold)
{
  double width = 0;

  for (guint i = 0; strings[i] != NULL; i++)
    width = MAX (width, unit_width (self, strings[i], bold));
  return width;
}

/* Of the longer of two lines, broken where that is shortest. */
static double
two_lines_width (VwPlotHeatmapPlan *self, const char *phrase)
{
  double best = unit_width (self, phrase, FALSE);

  for (const char *at = strchr (phrase, ' '); at != NULL; at = strchr (at + 1, ' '))
    {
      g_autofree char *first = g_strndup (phrase, at - phrase);

      best = MIN (best, MAX (unit_width (self, first, FALSE), unit_width (self, at + 1, FALSE)));
    }
  return best;
}

static char **
new_strings (guint n)
{
  return g_new0 (char *, n + 1);
}

static char *
format_value (const VwPlotHeatmap *model, double value, int digits)
{
  gboolean sign = model->baseline != NULL;

  if (model->normalize == VW_PLOT_NORMALIZE_NONE)
    return vw_plot_format_count (model->numbers, (gint64) value, sign);
  return vw_plot_format_percent (model->numbers, value, digits, sign);
}

/* The count of a cell; of a difference of shares, the points. */
static char *
format_cell (const VwPlotHeatmap *model, guint row, guint column)
{
  guint n = model->metrics->n_classes;

  if (model->baseline != NULL && model->normalize != VW_PLOT_NORMALIZE_NONE)
    return vw_plot_format_decimal (model->numbers, vw_plot_heatmap_value (model, row, column) * 100,
                                   1, TRUE);
  if (model->baseline != NULL)
    return vw_plot_format_count (model->numbers,
                                 (gint64) vw_plot_heatmap_value (model, row, column), TRUE);
  return vw_plot_format_count (model->numbers,
                               column < n ? vw_metrics_get (model->metrics, row, column)
                                          : model->metrics->without_keypoints[row], FALSE);
}

static void
format_cells (VwPlotHeatmapPlan *self)
{
  guint n = self->n;
  gboolean shares = self->model->normalize != VW_PLOT_NORMALIZE_NONE
                    && self->model->baseline == NULL;

  self->counts = new_strings (n * (n + 1));
  for (guint i = 0; i < n * (n + 1); i++)
    self->counts[i] = format_cell (self->model, i / (n + 1), i % (n + 1));
  self->percents = new_strings (shares ? n * n : 0);
  for (guint i = 0; shares && i < n * n; i++)
    self->percents[i] = format_value (self->model,
                                      vw_plot_heatmap_value (self->model, i / n, i % n), 1);
}

static void
format_margins (VwPlotHeatmapPlan *self)
{
  const VwMetrics *metrics = self->model->metrics;
  const VwPlotNumbers *numbers = self->model->numbers;
  VwPopulation population = self->model->population;
  guint without = 0;

  self->row_totals = new_strings (self->n);
  self->column_totals = new_strings (self->n + 1);
  self->recalls = new_strings (self->n);
  self->precisions = new_strings (self->n);
  self->short_precisions = new_strings (self->n);
  for (guint i = 0; i < self->n; i++)
    {
      VwScores scores = vw_metrics_class_scores (metrics, i, population);

      without += metrics->without_keypoints[i];
      self->row_totals[i]
          = vw_plot_format_count (numbers, vw_metrics_support (metrics, i, population), FALSE);
      self->column_totals[i]
          = vw_plot_format_count (numbers, vw_metrics_predicted (metrics, i), FALSE);
      self->recalls[i] = vw_plot_format_percent (numbers, scores.recall, 1, FALSE);
      self->precisions[i] = vw_plot_format_percent (numbers, scores.precision, 1, FALSE);
      self->short_precisions[i] = vw_plot_format_percent (numbers, scores.precision, 0, FALSE);
    }
  self->column_totals[self->n] = vw_plot_format_count (numbers, without, FALSE);
  self->grand_total
      = vw_plot_format_count (numbers, vw_metrics_total (metrics, population), FALSE);
  self->accuracy
      = vw_plot_format_percent (numbers, vw_metrics_accuracy (metrics, population), 2, FALSE);
}

/* The largest value shown, leaving the diagonal out if asked to. */
static double
largest_value (const VwPlotHeatmap *model, gboolean with_diagonal)
{
  guint n = model->metrics->n_classes;
  double largest = 0;

  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n + (model->baseline != NULL); column++)
      if (row != column || with_diagonal)
        largest = MAX (largest, fabs (vw_plot_heatmap_value (model, row, column)));
  return largest;
}

static double
wanted_end (const VwPlotHeatmap *model)
{
  double end = 0;

  if (model->range != VW_PLOT_RANGE_FIXED)
    return largest_value (model, !model->hide_diagonal
                                     && model->range == VW_PLOT_RANGE_FITTED);
  if (model->normalize != VW_PLOT_NORMALIZE_NONE)
    return 1;
  for (guint row = 0; row < model->metrics->n_classes; row++)
    end = MAX (end, vw_metrics_support (model->metrics, row, model->population));
  return end;
}

static char *
format_tick (const VwPlotHeatmap *model, double value, double step)
{
  double points = step * 100;
  int digits = points >= 1 && points == round (points) ? 0 : points >= 0.1 ? 1 : 2;

  return format_value (model, value, digits);
}

static void
make_scale (VwPlotHeatmapPlan *self)
{
  const VwPlotHeatmap *model = self->model;
  gboolean counts = model->normalize == VW_PLOT_NORMALIZE_NONE;
  gboolean both = model->baseline != NULL;
  double end = MAX (wanted_end (model), counts ? 1 : 1e-4);
  double step = vw_plot_nice_step (end, both ? 2 : 4, counts ? 1 : 0);
  int last = (int) ceil (end / step - 1e-9);
  gboolean beyond;

  self->most = last * step;
  self->least = both ? -self->most : 0;
  beyond = !model->hide_diagonal && largest_value (model, TRUE) > self->most * (1 + 1e-9);
  for (int i = both ? -last : 0; i <= last && self->n_ticks < VW_PLOT_MAX_TICKS; i++)
    {
      g_autofree char *value = format_tick (model, i * step, step);

      self->ticks[self->n_ticks] = i * step;
      self->tick_strings[self->n_ticks++]
          = i == last && beyond ? vw_plot_compose (model->text->at_least, "value", value, NULL)
                                : g_steal_pointer (&value);
    }
}

static void
measure_words (VwPlotHeatmapPlan *self)
{
  const VwPlotHeatmapText *text = self->model->text;

  self->scale_title = self->model->baseline != NULL ? text->scale_difference
                                                    : text->scale[self->model->normalize];
  for (guint i = 0; i < self->n; i++)
    self->name_width = MAX (self->name_width, unit_width (self, self->model->classes[i], TRUE));
  for (guint i = 0; i < self->n_ticks; i++)
    self->tick_width = MAX (self->tick_width, unit_width (self, self->tick_strings[i], FALSE));
  self->no_keypoints_width = two_lines_width (self, text->no_keypoints);
  self->total_word_width = unit_width (self, text->total, FALSE);
  self->recall_word_width = unit_width (self, text->recall, FALSE);
  self->precision_word_width = unit_width (self, text->precision, FALSE);
  self->accuracy_word_width = unit_width (self, text->accuracy, FALSE);
  self->truth_width = unit_width (self, text->truth, FALSE);
  self->prediction_width = unit_width (self, text->prediction, FALSE);
  self->scale_width = unit_width (self, self->scale_title, FALSE);
}

void
vw_plot_heatmap_plan_init (VwPlotHeatmapPlan *self, const VwPlotHeatmap *model,
                           const VwPlotStyle *style, VwPlotTexts *texts)
{
  *self = (VwPlotHeatmapPlan) { .model = model, .style = style, .texts = texts,
                                .n = model->metrics->n_classes };
  format_cells (self);
  format_margins (self);
  make_scale (self);
  measure_words (self);
  self->count_width = widest (self, self->counts, TRUE);
  self->percent_width = widest (self, self->percents, FALSE);
  self->row_total_width = MAX (widest (self, self->row_totals, FALSE),
                               unit_width (self, self->grand_total, TRUE));
  self->column_total_width = widest (self, self->column_totals, FALSE);
  self->recall_width = MAX (widest (self, self->recalls, FALSE),
                            unit_width (self, self->accuracy, TRUE));
  self->precision_width = widest (self, self->precisions, FALSE);
  self->short_precision_width = widest (self, self->short_precisions, FALSE);
}

void
vw_plot_heatmap_plan_clear (VwPlotHeatmapPlan *self)
{
  g_strfreev (self->counts);
  g_strfreev (self->percents);
  g_strfreev (self->row_totals);
  g_strfreev (self->column_totals);
  g_strfreev (self->recalls);
  g_strfreev (self->precisions);
  g_strfreev (self->short_precisions);
  g_free (self->grand_total);
  g_free (self->accuracy);
  for (guint i = 0; i < self->n_ticks; i++)
    g_free (self->tick_strings[i]);
}

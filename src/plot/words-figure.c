/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-figure-private.h"

#include "plot/scores.h"
#include "plot/word-bars.h"
#include "plot/words.h"

#include <math.h>

#define HEAD_FONT 11.5
#define BARS_HEIGHT 190.0
#define SCORES_WIDTH 176.0
#define GAP 24.0

typedef struct {
  VwPlotWordBars bars;
  VwPlotWords model;
  VwPlotWordsLayout layout;
  VwPlotScores scores;
  VwPlotScoresLayout scores_layout;
  VwPlotLegend *legend;
  VwPlotTexts *heads;
  double bars_y, legend_y, scores_x, scores_y;
  const VwPlotStyle *style;
} Chart;

static void
free_chart (gpointer data)
{
  Chart *self = data;

  vw_plot_words_layout_clear (&self->layout);
  vw_plot_scores_layout_clear (&self->scores_layout);
  vw_plot_word_bars_clear (&self->bars);
  g_clear_pointer (&self->legend, vw_plot_legend_free);
  g_clear_pointer (&self->heads, vw_plot_texts_free);
  g_free (self);
}

static void
paint (cairo_t *cr, gconstpointer data)
{
  const Chart *self = data;

  cairo_save (cr);
  cairo_translate (cr, 0, self->bars_y);
  vw_plot_words_paint (cr, &self->model, &self->layout, self->style, -1);
  cairo_translate (cr, 0, self->legend_y - self->bars_y);
  vw_plot_legend_paint (cr, self->legend);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, self->scores_x, self->scores_y);
  vw_plot_scores_paint (cr, &self->scores, &self->scores_layout, self->style, -1);
  cairo_restore (cr);
  vw_plot_texts_paint (self->heads, cr, NULL);
}

/* Returns: the lower end of the heading at (@x, @y). */
static double
add_head (Chart *self, const char *string, double x, double y, double width)
{
  double line = vw_plot_texts_line_height (self->heads, HEAD_FONT);
  VwPlotLabel label = { .string = string, .x = x, .y = y + line / 2, .size = HEAD_FONT,
                        .bold = TRUE, .color = self->style->palette.text };

  return y + line * vw_plot_texts_add_lines (self->heads, &label, width);
}

/* Each bar has a segment a keypoint, in the colour of its level. */
static void
list_levels (Chart *self, const VwPlotDigitFigure *content)
{
  gboolean first = TRUE;

  for (guint i = 0; i < content->seen->frame.n_levels; i++)
    if (content->seen->frame.levels[i].kept > 0)
      {
        vw_plot_legend_add_level (self->legend, content, i, first);
        first = FALSE;
      }
}

/* Returns: the lower end of bars and legend. */
static double
place_bars (Chart *self, const VwPlotDigitFigure *content, double width)
{
  g_autofree char *head = vw_plot_digit_words_bars (content->words, content->seen);

  self->bars_y = add_head (self, head, 0, 0, width) + 4;
  vw_plot_words_layout (&self->model, width, BARS_HEIGHT, self->style, &self->layout);
  self->legend_y = self->bars_y + BARS_HEIGHT + 10;
  return self->legend_y + vw_plot_legend_layout (self->legend, width, 0);
}

/* Returns: the height of the chart. */
static double
place (Chart *self, const VwPlotDigitFigure *content, double width)
{
  gboolean beside = content->width >= VW_PLOT_FIGURE_WIDE;
  double scores_width = beside ? SCORES_WIDTH : width, bottom, y;

  list_levels (self, content);
  bottom = place_bars (self, content, beside ? width - SCORES_WIDTH - GAP : width);
  self->scores_x = beside ? width - SCORES_WIDTH : 0;
  y = beside ? 0 : bottom + GAP / 2;
  self->scores_y
      = add_head (self, content->words->text.scores, self->scores_x, y, scores_width) + 4;
  vw_plot_scores_layout (&self->scores, scores_width, 0, self->style, &self->scores_layout);
  return ceil (MAX (bottom, self->scores_y + self->scores_layout.height));
}

static void
paint_nothing (cairo_t *cr, gconstpointer data)
{
}

void
vw_plot_words_figure_fill (VwPlotFigure *figure, const VwPlotDigitFigure *content)
{
  const VwInspection *seen = content->seen;
  double width = content->width - 2 * VW_PLOT_FIGURE_SIDE;
  VwPlotDrawing chart = { width, 0, paint_nothing, NULL };
  Chart *self;

  if (seen->predicted == VW_NO_PREDICTION)
    {
      vw_plot_figure_set_chart (figure, &chart, 0); /* the subtitle says that there are no words */
      return;
    }
  self = g_new0 (Chart, 1);
  self->style = vw_plot_figure_get_style (figure);
  self->heads = vw_plot_texts_new (self->style);
  self->legend = vw_plot_legend_new (self->style);
  vw_plot_word_bars_init (&self->bars, seen, seen->predicted);
  self->model = (VwPlotWords) { .n_words = self->bars.n, .words = self->bars.words,
                                .has_evidence = TRUE, .numbers = content->words->numbers };
  self->scores = (VwPlotScores) { vw_classifier_get_n_classes (seen->model->classifier),
                                  (const char *const *) seen->model->class_names, seen->scores,
                                  seen->predicted, content->words->numbers };
  chart = (VwPlotDrawing) { width, place (self, content, width), paint, self };
  vw_plot_figure_keep (figure, self, free_chart);
  vw_plot_figure_set_chart (figure, &chart, 0);
}

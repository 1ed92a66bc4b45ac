/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-figure-private.h"

typedef struct {
  VwPlotFunnel model;
  VwPlotFunnelText text;
  VwPlotFunnelLayout layout;
  const VwPlotStyle *style;
} FunnelChart;

static void
free_funnel (gpointer data)
{
  FunnelChart *self = data;

  vw_plot_funnel_layout_clear (&self->layout);
  g_free (self);
}

static void
paint_funnel (cairo_t *cr, gconstpointer data)
{
  const FunnelChart *self = data;

  vw_plot_funnel_paint (cr, &self->model, &self->layout, self->style, -1);
}

void
vw_plot_funnel_figure_fill (VwPlotFigure *figure, const VwPlotDigitFigure *content)
{
  const VwOrbFrame *frame = &content->seen->frame;
  FunnelChart *self = g_new0 (FunnelChart, 1);
  VwPlotDrawing chart = { .paint = paint_funnel, .data = self };

  self->style = vw_plot_figure_get_style (figure);
  self->text = content->words->funnel;
  self->model = (VwPlotFunnel) { frame->n_levels, frame->levels, &self->text,
                                 content->words->numbers };
  chart.width = content->width - 2 * VW_PLOT_FIGURE_SIDE;
  vw_plot_funnel_layout (&self->model, chart.width, 0, self->style, &self->layout);
  chart.height = self->layout.height;
  vw_plot_figure_keep (figure, self, free_funnel);
  vw_plot_figure_set_chart (figure, &chart, 0);
}

void
vw_plot_legend_add_level (VwPlotLegend *legend, const VwPlotDigitFigure *content, guint level,
                          gboolean first)
{
  const VwPlotDigitWords *words = content->words;
  const VwLevelCounts *counts = &content->seen->frame.levels[level];
  g_autofree char *side
      = vw_plot_format_count (words->numbers, MAX (counts->width, counts->height), FALSE);
  g_autofree char *size = vw_plot_compose (words->funnel.pixels, "count", side, NULL);
  g_autofree char *string = vw_plot_compose (
      first ? words->legend.first_level : words->legend.level, "size", size, NULL);

  vw_plot_legend_add (legend, VW_PLOT_LAYER_KEPT, level, string);
}

VwPlotFigure *
vw_plot_digit_figure_new (const VwPlotDigitFigure *self)
{
  static void (*const fill[]) (VwPlotFigure *, const VwPlotDigitFigure *)
      = { [VW_PLOT_DIGIT_KEYPOINTS] = vw_plot_keypoints_figure_fill,
          [VW_PLOT_DIGIT_FUNNEL] = vw_plot_funnel_figure_fill,
          [VW_PLOT_DIGIT_WORDS] = vw_plot_words_figure_fill };
  const VwPlotFigureText text = { self->title, self->subtitle, self->caption };
  VwPlotFigure *figure = vw_plot_figure_new (&text, self->words->language, self->font_family);

  vw_plot_figure_set_width (figure, self->width);
  fill[self->content](figure, self);
  return figure;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/figure.h"

#include <math.h>

#define MARGIN 18.0
#define TITLE_FONT 17.0
#define SUBTITLE_FONT 11.5
#define CAPTION_FONT 8.8

struct _VwPlotFigure {
  char *title, *subtitle, *caption;
  char *language, *font_family;
  VwPlotStyle style;
  VwPlotTexts *texts;
  VwPlotDrawing chart;
  double chart_x, chart_y;
  double height;
  const VwPlotHeatmap *heatmap;
  VwPlotHeatmapLayout heatmap_layout;
};

VwPlotFigure *
vw_plot_figure_new (const VwPlotFigureText *text, const char *language, const char *font_family)
{
  VwPlotFigure *self = g_new0 (VwPlotFigure, 1);

  self->title = g_strdup (text->title);
  self->subtitle = g_strdup (text->subtitle);
  self->caption = g_strdup (text->caption);
  self->language = g_strdup (language);
  self->font_family = g_strdup (font_family);
  vw_plot_style_init_paper (&self->style);
  self->style.language = self->language;
  self->style.font_family = self->font_family;
  return self;
}

void
vw_plot_figure_free (VwPlotFigure *self)
{
  vw_plot_heatmap_layout_clear (&self->heatmap_layout);
  g_clear_pointer (&self->texts, vw_plot_texts_free);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->caption);
  g_free (self->language);
  g_free (self->font_family);
  g_free (self);
}

const VwPlotStyle *
vw_plot_figure_get_style (const VwPlotFigure *self)
{
  return &self->style;
}

/* Adds a paragraph below @y. Returns: its lower end. */
static double
add_paragraph (VwPlotFigure *self, const VwPlotLabel *label, double y)
{
  VwPlotLabel lines = *label;
  double line = vw_plot_texts_line_height (self->texts, label->size);

  lines.y = y + line / 2;
  return y + line * vw_plot_texts_add_lines (self->texts, &lines,
                                             VW_PLOT_FIGURE_WIDTH - MARGIN - label->x);
}

void
vw_plot_figure_set_chart (VwPlotFigure *self, const VwPlotDrawing *chart, double edge)
{
  const VwPlotPalette *palette = &self->style.palette;
  double y = MARGIN / 2;
  VwPlotLabel title = { .string = self->title, .size = TITLE_FONT, .bold = TRUE,
                        .color = palette->text };
  VwPlotLabel subtitle = { .string = self->subtitle, .size = SUBTITLE_FONT,
                           .color = palette->text };
  VwPlotLabel caption = { .string = self->caption, .size = CAPTION_FONT, .color = palette->dim };

  g_clear_pointer (&self->texts, vw_plot_texts_free);
  self->texts = vw_plot_texts_new (&self->style);
  self->chart = *chart;
  self->chart_x = floor ((VW_PLOT_FIGURE_WIDTH - chart->width) / 2);
  title.x = subtitle.x = caption.x = MAX (self->chart_x + edge, MARGIN);
  y = add_paragraph (self, &title, y);
  y = add_paragraph (self, &subtitle, y);
  self->chart_y = y + MARGIN / 3;
  y = add_paragraph (self, &caption, self->chart_y + chart->height + MARGIN / 3);
  self->height = ceil (y + MARGIN / 2);
}

static void
paint_heatmap (cairo_t *cr, gconstpointer data)
{
  const VwPlotFigure *self = data;

  vw_plot_heatmap_paint (cr, self->heatmap, &self->heatmap_layout, &self->style, NULL);
}

void
vw_plot_figure_set_heatmap (VwPlotFigure *self, const VwPlotHeatmap *model)
{
  VwPlotDrawing chart = { .width = VW_PLOT_FIGURE_WIDTH, .paint = paint_heatmap, .data = self };

  self->heatmap = model;
  vw_plot_heatmap_layout (model, VW_PLOT_FIGURE_WIDTH, 0, &self->style, &self->heatmap_layout);
  chart.height = self->heatmap_layout.height;
  vw_plot_figure_set_chart (self, &chart, self->heatmap_layout.left);
}

static void
paint_figure (cairo_t *cr, gconstpointer data)
{
  const VwPlotFigure *self = data;

  cairo_save (cr);
  cairo_translate (cr, self->chart_x, self->chart_y);
  self->chart.paint (cr, self->chart.data);
  cairo_restore (cr);
  vw_plot_texts_paint (self->texts, cr, NULL);
}

VwPlotDrawing
vw_plot_figure_get_drawing (const VwPlotFigure *self)
{
  return (VwPlotDrawing) { VW_PLOT_FIGURE_WIDTH, self->height, paint_figure, self };
}

const VwPlotTexts *
vw_plot_figure_get_texts (const VwPlotFigure *self)
{
  return self->texts;
}

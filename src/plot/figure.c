/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/figure.h"

#include "config.h"

#include <math.h>

#define WIDEST_MM 170.0 /* that has %VW_PLOT_FIGURE_WIDTH units */
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
  double width, height;
  gpointer kept;
  GDestroyNotify free_kept;
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
  self->width = VW_PLOT_FIGURE_WIDTH;
  vw_plot_style_init_paper (&self->style);
  self->style.language = self->language;
  self->style.font_family = self->font_family;
  return self;
}

void
vw_plot_figure_free (VwPlotFigure *self)
{
  if (self->free_kept != NULL)
    self->free_kept (self->kept);
  vw_plot_heatmap_layout_clear (&self->heatmap_layout);
  g_clear_pointer (&self->texts, vw_plot_texts_free);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->caption);
  g_free (self->language);
  g_free (self->font_family);
  g_free (self);
}

double
vw_plot_figure_width_for (double millimetres)
{
  return CLAMP (millimetres * VW_PLOT_FIGURE_WIDTH / WIDEST_MM, VW_PLOT_FIGURE_NARROW_WIDTH,
                VW_PLOT_FIGURE_WIDTH);
}

void
vw_plot_figure_set_width (VwPlotFigure *self, double width)
{
  self->width = width;
}

double
vw_plot_figure_get_width (const VwPlotFigure *self)
{
  return self->width;
}

void
vw_plot_figure_keep (VwPlotFigure *self, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (self->free_kept == NULL);
  self->kept = data;
  self->free_kept = destroy;
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
                                             self->width - MARGIN - label->x);
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
  self->chart_x = floor ((self->width - chart->width) / 2);
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
  VwPlotDrawing chart = { .width = self->width, .paint = paint_heatmap, .data = self };

  self->heatmap = model;
  vw_plot_heatmap_layout (model, self->width, 0, &self->style, &self->heatmap_layout);
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
  return (VwPlotDrawing) { self->width, self->height, paint_figure, self };
}

const VwPlotTexts *
vw_plot_figure_get_texts (const VwPlotFigure *self)
{
  return self->texts;
}

GBytes *
vw_plot_figure_render (const VwPlotFigure *self, const VwPlotExport *options,
                       const char *parameters, GError **error)
{
  VwPlotDrawing drawing = vw_plot_figure_get_drawing (self);
  VwPlotExport complete = *options;

  complete.title = self->title;
  complete.description = self->subtitle;
  complete.software = "Visual Words " VW_VERSION;
  complete.parameters = parameters;
  return vw_plot_export_render (&drawing, &complete, error);
}

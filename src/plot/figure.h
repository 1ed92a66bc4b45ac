/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/export.h"
#include "plot/heatmap.h"

G_BEGIN_DECLS

/* Width in units of a figure over two columns of a paper, and of one of a single column. */
#define VW_PLOT_FIGURE_WIDTH 720.0
#define VW_PLOT_FIGURE_NARROW_WIDTH 360.0

#define VW_PLOT_FIGURE_SIDE 18.0 /* left and right of a chart */

/**
 * vw_plot_figure_width_for:
 * @millimetres: width on paper
 *
 * Returns: the units at which text has one size on paper, whatever the width, between one column
 *   (85 mm) and two (170 mm); beyond, the figure as a whole is smaller or larger.
 */
double vw_plot_figure_width_for (double millimetres);

/**
 * VwPlotFigureText:
 * @title, @subtitle, @caption: (nullable): each takes its room only when there is one; long ones
 *   go over several lines
 */
typedef struct {
  const char *title, *subtitle, *caption;
} VwPlotFigureText;

/**
 * VwPlotFigure:
 *
 * A chart for paper: title and subtitle above it, caption below, light whatever the window's
 * theme, as high as its content asks for.
 */
typedef struct _VwPlotFigure VwPlotFigure;

/**
 * vw_plot_figure_new:
 * @language: (nullable): of all the texts, as in "fr"
 * @font_family: (nullable): %NULL for the system's sans serif
 */
VwPlotFigure *vw_plot_figure_new (const VwPlotFigureText *text, const char *language,
                                  const char *font_family);
void vw_plot_figure_free (VwPlotFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwPlotFigure, vw_plot_figure_free)

/* @width: in units; %VW_PLOT_FIGURE_WIDTH without this call, which comes before the chart. */
void vw_plot_figure_set_width (VwPlotFigure *self, double width);
double vw_plot_figure_get_width (const VwPlotFigure *self);

/* The figure frees @data with itself. */
void vw_plot_figure_keep (VwPlotFigure *self, gpointer data, GDestroyNotify destroy);

/* The style to lay out the chart with. */
const VwPlotStyle *vw_plot_figure_get_style (const VwPlotFigure *self);

/* Puts a confusion matrix into the figure. @model stays borrowed while the figure is used. */
void vw_plot_figure_set_heatmap (VwPlotFigure *self, const VwPlotHeatmap *model);

/**
 * vw_plot_figure_set_chart:
 * @chart: painted at its width, at most the figure's; laid out with the figure's style
 * @edge: where in the chart the title's left edge stands
 *
 * Puts any chart into the figure; what @chart points at is borrowed while the figure is used.
 */
void vw_plot_figure_set_chart (VwPlotFigure *self, const VwPlotDrawing *chart, double edge);

/* Returns: the whole figure, to be painted or exported as long as @self lives. */
VwPlotDrawing vw_plot_figure_get_drawing (const VwPlotFigure *self);

/**
 * vw_plot_figure_render:
 * @parameters: (nullable): JSON of what it was made from, for the file's metadata
 *
 * vw_plot_export_render() with the figure's texts, the program and @parameters as metadata in
 * place of those of @options. Safe from any thread.
 */
GBytes *vw_plot_figure_render (const VwPlotFigure *self, const VwPlotExport *options,
                               const char *parameters, GError **error);

/* Returns: (transfer none): title, subtitle and caption in their places. */
const VwPlotTexts *vw_plot_figure_get_texts (const VwPlotFigure *self);

G_END_DECLS

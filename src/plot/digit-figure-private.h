/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/digit-figure.h"
#include "plot/legend.h"

G_BEGIN_DECLS

#define VW_PLOT_FIGURE_WIDE 560.0 /* from here on things stand beside each other */

/* Each puts its chart into @figure, with all that it is drawn from. */
void vw_plot_keypoints_figure_fill (VwPlotFigure *figure, const VwPlotDigitFigure *content);
void vw_plot_funnel_figure_fill (VwPlotFigure *figure, const VwPlotDigitFigure *content);
void vw_plot_words_figure_fill (VwPlotFigure *figure, const VwPlotDigitFigure *content);

/* Adds a level's keypoints to the legend; @first: they say what the others are too. */
void vw_plot_legend_add_level (VwPlotLegend *legend, const VwPlotDigitFigure *content, guint level,
                               gboolean first);

G_END_DECLS

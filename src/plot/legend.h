/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/digit.h"

G_BEGIN_DECLS

/**
 * VwPlotLegend:
 *
 * What the signs on a digit mean, for paper, where no window stands around it: signs and words in
 * even columns, as many as fit; long words take several.
 */
typedef struct _VwPlotLegend VwPlotLegend;

/* @style: borrowed */
VwPlotLegend *vw_plot_legend_new (const VwPlotStyle *style);
void vw_plot_legend_free (VwPlotLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwPlotLegend, vw_plot_legend_free)

/* Adds the sign of @layer, for %VW_PLOT_LAYER_KEPT that of @level, with its words. */
void vw_plot_legend_add (VwPlotLegend *self, VwPlotLayers layer, guint level, const char *string);

/**
 * vw_plot_legend_layout:
 * @most_columns: 0 for any number
 *
 * Words that are wider than @width go over several lines.
 *
 * Returns: the height; 0 without an entry.
 */
double vw_plot_legend_layout (VwPlotLegend *self, double width, guint most_columns);

void vw_plot_legend_paint (cairo_t *cr, const VwPlotLegend *self);

/* Returns: (transfer none) (nullable): its words in their places, once it is laid out. */
const VwPlotTexts *vw_plot_legend_get_texts (const VwPlotLegend *self);

G_END_DECLS

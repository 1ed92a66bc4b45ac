/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/heatmap.h"

G_BEGIN_DECLS

/* What the tests draw: the notebook's matrix in two languages. */

extern const VwPlotHeatmapText sample_english;
extern const VwPlotHeatmapText sample_french;
extern const char *const sample_digits[];
extern const char *const sample_clothes[];

/* The notebook's confusion matrix over all 10,000 images. */
VwMetrics *sample_notebook (void);

/* @n classes with counts that grow to @most on the diagonal. */
VwMetrics *sample_metrics (guint n, guint most);

/* A model that draws @metrics in English or French, by share of truth. */
VwPlotHeatmap sample_heatmap (const VwMetrics *metrics, gboolean french);

/* The style of @theme in the font of the tests. */
VwPlotStyle sample_style (VwPlotTheme theme);

G_END_DECLS

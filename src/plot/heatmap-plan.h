/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/heatmap.h"

G_BEGIN_DECLS

/* What can be left out of the drawing when there is no room for it. */
typedef enum {
  VW_PLOT_PART_AXES = 1 << 0,
  VW_PLOT_PART_MARGINS = 1 << 1,
  VW_PLOT_PART_BAR = 1 << 2,
  VW_PLOT_PART_BAR_TITLE = 1 << 3,
  VW_PLOT_PARTS_END = 1 << 4,
} VwPlotParts;

#define VW_PLOT_MAX_TICKS 12
#define VW_PLOT_GAP 8.0
#define VW_PLOT_AXIS_FONT 12.0
#define VW_PLOT_WORD_FONT 10.5
#define VW_PLOT_BAR_WIDTH 12.0
#define VW_PLOT_TICK_GAP 6.0
#define VW_PLOT_MARGIN_RAISE 0.06 /* of a cell: shares stand above their data bar */
#define VW_PLOT_ROW_TAG(row) (1 + 2 * (row))
#define VW_PLOT_COLUMN_TAG(column) (2 + 2 * (column))

/**
 * VwPlotHeatmapPlan:
 *
 * Everything that the search for the best layout needs to know of the model: the strings, and
 * how wide the widest of each kind is in a font of size 1. Widths grow in proportion to the font,
 * so trying a layout is arithmetic alone. Members ending in _width are such widths.
 */
typedef struct {
  const VwPlotHeatmap *model;
  const VwPlotStyle *style;
  VwPlotTexts *texts;
  guint n;
  char **counts;   /* n × (n + 1), the last column without keypoints */
  char **percents; /* n × n */
  char **row_totals, **column_totals; /* n + 1 each, the last column's is without keypoints */
  char **recalls, **precisions, **short_precisions;
  char *grand_total, *accuracy;
  guint n_ticks;
  double ticks[VW_PLOT_MAX_TICKS];
  char *tick_strings[VW_PLOT_MAX_TICKS];
  double least, most;
  double count_width, percent_width, name_width;
  double row_total_width, column_total_width, recall_width;
  double precision_width, short_precision_width;
  double tick_width, no_keypoints_width;
  double total_word_width, recall_word_width, precision_word_width, accuracy_word_width;
  double truth_width, prediction_width, scale_width;
  const char *scale_title;
} VwPlotHeatmapPlan;

/**
 * VwPlotFit:
 * @name_length: of the column names from the cells upwards
 *
 * One way to draw it: what is shown and in which sizes; a font of 0 is not shown.
 */
typedef struct {
  guint parts;
  double cell;
  double count_font, percent_font, margin_font, name_font;
  gboolean short_precision;
  gboolean names_upwards;
  double name_length;
  double row_names_width;
} VwPlotFit;

void vw_plot_heatmap_plan_init (VwPlotHeatmapPlan *self, const VwPlotHeatmap *model,
                                const VwPlotStyle *style, VwPlotTexts *texts);
void vw_plot_heatmap_plan_clear (VwPlotHeatmapPlan *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotHeatmapPlan, vw_plot_heatmap_plan_clear)

/* Returns: the way that shows most in a legible size. */
VwPlotFit vw_plot_heatmap_choose (const VwPlotHeatmapPlan *plan, double width,
                                            double height);

/* Places everything but the texts, in the middle of @out's width and height. */
void vw_plot_heatmap_place (const VwPlotHeatmapPlan *plan, const VwPlotFit *option,
                            VwPlotHeatmapLayout *out);

/* Where a value stands on the colour scale. */
double vw_plot_heatmap_bar_y (const VwPlotHeatmapLayout *layout, double value);

/* What stands behind figures that are not on the colour scale. */
VwPlotColor vw_plot_heatmap_plain (const VwPlotStyle *style);

G_END_DECLS

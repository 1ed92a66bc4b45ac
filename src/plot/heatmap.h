/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/metrics.h"
#include "plot/colormap.h"
#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* What a cell is shaded by and, but for counts, what its second line says. */
typedef enum {
  VW_PLOT_NORMALIZE_NONE,
  VW_PLOT_NORMALIZE_TRUE,
  VW_PLOT_NORMALIZE_PREDICTED,
  VW_PLOT_NORMALIZE_ALL,
} VwPlotNormalize;

/* Name in settings and on the command line: "none", "true", "predicted", "all". */
const char *vw_plot_normalize_name (VwPlotNormalize normalize);
gboolean vw_plot_normalize_find (const char *name, VwPlotNormalize *normalize);

/**
 * VwPlotRange:
 * @VW_PLOT_RANGE_FIXED: the scale ends at 100 %, or with counts at the largest class's support
 * @VW_PLOT_RANGE_FITTED: at the largest value shown
 * @VW_PLOT_RANGE_FITTED_OFF_DIAGONAL: at the largest mistake; what is beyond has the last colour,
 *   and the scale says so
 */
typedef enum {
  VW_PLOT_RANGE_FIXED,
  VW_PLOT_RANGE_FITTED,
  VW_PLOT_RANGE_FITTED_OFF_DIAGONAL,
} VwPlotRange;

/**
 * VwPlotHeatmapText:
 * @scale: what the shades mean, by #VwPlotNormalize
 * @scale_difference: the same when two runs are compared
 * @at_least: pattern of {value}, for a scale that is cut
 * @describe_cell: pattern of {truth}, {prediction}, {count}, {total}, {share}, where the total is
 *   the one that the share is of
 * @describe_without: pattern of {truth}, {count}, {total}, {share}
 * @describe_row: pattern of {truth}, {total}, {count}, {recall}
 * @describe_column: pattern of {prediction}, {total}, {count}, {precision}
 * @describe_all_without: pattern of {count}, {total}, {share}, over all classes
 * @describe_difference: pattern of {truth}, {prediction}, {before}, {after}, {change}
 *
 * All words of the drawing, in its language; borrowed.
 */
typedef struct {
  const char *truth, *prediction, *no_keypoints;
  const char *total, *recall, *precision, *accuracy;
  const char *scale[4];
  const char *scale_difference;
  const char *at_least;
  const char *describe_cell, *describe_without, *describe_row, *describe_column;
  const char *describe_all_without, *describe_difference;
} VwPlotHeatmapText;

/**
 * VwPlotHeatmap:
 * @baseline: (nullable): another run of the same classes; draws @metrics − @baseline in the
 *   colours of %VW_PLOT_MAP_DIFFERENCE, without totals
 * @classes: names of the classes
 * @population: what totals, shares, recall and accuracy are over; images without keypoints have
 *   their column whatever it is
 *
 * A confusion matrix to draw; everything borrowed.
 */
typedef struct {
  const VwMetrics *metrics;
  const VwMetrics *baseline;
  const char *const *classes;
  VwPlotNormalize normalize;
  VwPopulation population;
  VwPlotMap map;
  VwPlotRange range;
  gboolean hide_diagonal;
  const VwPlotHeatmapText *text;
  const VwPlotNumbers *numbers;
} VwPlotHeatmap;

/**
 * VwPlotSpot:
 * @row, @column: −1 is the header; column n is the one of images without keypoints
 *
 * A place in the matrix; row and column of -1 are nowhere.
 */
typedef struct {
  int row, column;
} VwPlotSpot;

#define VW_PLOT_NOWHERE ((VwPlotSpot) { -1, -1 })

/* What the pointer and the keyboard are at. The selection is also where the focus stands. */
typedef struct {
  VwPlotSpot hover;
  VwPlotSpot selected;
  gboolean focused;
} VwPlotHeatmapState;

/**
 * VwPlotHeatmapLayout:
 * @width, @height: the place it was made for; with a height of 0 asked, the height it takes
 * @left, @top, @cell: cell (row, column) starts at left + column × cell, top + row × cell; its
 *   last unit is the gap to the next
 * @header_left, @header_top: where row and column headers start
 * @none_left: of the column without keypoints, 0 when there is no room
 * @total_left, @total_width: of the column of totals; 0 when there is no room, and the next too
 * @bar: colour scale; width 0 when there is no room
 * @least, @most: values at the ends of the scale
 * @font: size of the counts, 0 when cells are too small for them
 *
 * Zero-initialise before the first use; vw_plot_heatmap_layout() may be called on it again.
 */
typedef struct {
  double width, height;
  guint n;
  double left, top, cell;
  double header_left, header_top;
  double none_left;
  double total_left, total_width;
  double recall_left, recall_width;
  double total_top, precision_top, margin_height;
  cairo_rectangle_t bar;
  double least, most;
  double font;
  gboolean percents;
  VwPlotTexts *texts;
} VwPlotHeatmapLayout;

/**
 * vw_plot_heatmap_layout:
 * @height: 0 for as much as the width asks for
 *
 * Finds the largest cells and drops what then has no legible place: title of the scale, scale,
 * totals, axis titles, percentages, counts. No text is ever cut off or over another.
 */
void vw_plot_heatmap_layout (const VwPlotHeatmap *model, double width, double height,
                             const VwPlotStyle *style, VwPlotHeatmapLayout *out);
void vw_plot_heatmap_layout_clear (VwPlotHeatmapLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotHeatmapLayout, vw_plot_heatmap_layout_clear)

VwPlotSpot vw_plot_heatmap_hit (const VwPlotHeatmapLayout *layout, double x, double y);

/* The place that hits @spot, for rings and tooltips; empty for nowhere. */
cairo_rectangle_t vw_plot_heatmap_area (const VwPlotHeatmapLayout *layout, VwPlotSpot spot);

/* One step with an arrow key, stopping at the headers and the last column. */
VwPlotSpot vw_plot_heatmap_move (const VwPlotHeatmapLayout *layout, VwPlotSpot from, int right,
                                 int down);

/* @state: (nullable): */
void vw_plot_heatmap_paint (cairo_t *cr, const VwPlotHeatmap *model,
                            const VwPlotHeatmapLayout *layout, const VwPlotStyle *style,
                            const VwPlotHeatmapState *state);

/* The value that a cell is shaded by: a count, or a share of 0 … 1, or a difference of them. */
double vw_plot_heatmap_value (const VwPlotHeatmap *model, guint row, guint column);

/* The opaque colour of a cell of that value. */
VwPlotColor vw_plot_heatmap_color (const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
                                   const VwPlotStyle *style, double value);

/* Returns: (transfer full) (nullable): @spot in words, for tooltip and screen reader. */
char *vw_plot_heatmap_describe (const VwPlotHeatmap *model, VwPlotSpot spot);

G_END_DECLS

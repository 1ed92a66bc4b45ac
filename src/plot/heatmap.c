/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/heatmap.h"

#include <math.h>

static const char *const normalize_names[] = { "none", "true", "predicted", "all" };

const char *
vw_plot_normalize_name (VwPlotNormalize normalize)
{
  return normalize_names[normalize];
}

gboolean
vw_plot_normalize_find (const char *name, VwPlotNormalize *normalize)
{
  for (guint i = 0; i < G_N_ELEMENTS (normalize_names); i++)
    if (g_str_equal (normalize_names[i], name))
      {
        *normalize = i;
        return TRUE;
      }
  return FALSE;
}

static double
share (double part, double whole)
{
  return whole > 0 ? part / whole : 0;
}

static guint
count_at (const VwMetrics *metrics, guint row, guint column)
{
  return column < metrics->n_classes ? vw_metrics_get (metrics, row, column)
                                     : metrics->without_keypoints[row];
}

/* How many images were given @column; the last column holds those given none. */
static guint
column_total (const VwMetrics *metrics, guint column)
{
  guint total = 0;

  for (guint row = 0; row < metrics->n_classes; row++)
    total += count_at (metrics, row, column);
  return total;
}

/* What a share of the cell is a share of. */
static guint
whole_of (const VwPlotHeatmap *model, const VwMetrics *metrics, guint row, guint column)
{
  switch (model->normalize)
    {
    case VW_PLOT_NORMALIZE_PREDICTED:
      return column_total (metrics, column);
    case VW_PLOT_NORMALIZE_ALL:
      return vw_metrics_total (metrics, model->population);
    default:
      return vw_metrics_support (metrics, row, model->population);
    }
}

static double
value_of (const VwPlotHeatmap *model, const VwMetrics *metrics, guint row, guint column)
{
  double count = count_at (metrics, row, column);

  if (model->normalize == VW_PLOT_NORMALIZE_NONE)
    return count;
  return share (count, whole_of (model, metrics, row, column));
}

double
vw_plot_heatmap_value (const VwPlotHeatmap *model, guint row, guint column)
{
  double value = value_of (model, model->metrics, row, column);

  if (model->baseline != NULL)
    value -= value_of (model, model->baseline, row, column);
  return value;
}

VwPlotColor
vw_plot_heatmap_color (const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
                       const VwPlotStyle *style, double value)
{
  VwPlotMap map = model->baseline != NULL ? VW_PLOT_MAP_DIFFERENCE : model->map;

  return vw_plot_map_color (map, style->dark, (value - layout->least)
                                                  / (layout->most - layout->least));
}

static gboolean
is_nowhere (VwPlotSpot spot)
{
  return spot.row < 0 && spot.column < 0;
}

VwPlotSpot
vw_plot_heatmap_hit (const VwPlotHeatmapLayout *layout, double x, double y)
{
  VwPlotSpot spot = VW_PLOT_NOWHERE;
  double bottom = layout->top + layout->n * layout->cell;
  double right = layout->left + layout->n * layout->cell;

  if (y >= layout->top && y < bottom)
    spot.row = (int) ((y - layout->top) / layout->cell);
  else if (y < layout->header_top || y >= bottom)
    return VW_PLOT_NOWHERE;
  if (x >= layout->left && x < right)
    spot.column = (int) ((x - layout->left) / layout->cell);
  else if (layout->none_left > 0 && x >= layout->none_left && x < layout->none_left + layout->cell)
    spot.column = layout->n;
  else if (x < layout->header_left || x >= right)
    return VW_PLOT_NOWHERE;
  return spot;
}

cairo_rectangle_t
vw_plot_heatmap_area (const VwPlotHeatmapLayout *layout, VwPlotSpot spot)
{
  cairo_rectangle_t area = { 0 };

  if (is_nowhere (spot))
    return area;
  area.x = spot.column < 0 ? layout->header_left
           : spot.column == (int) layout->n ? layout->none_left
                                            : layout->left + spot.column * layout->cell;
  area.y = spot.row < 0 ? layout->header_top : layout->top + spot.row * layout->cell;
  area.width = (spot.column < 0 ? layout->left - layout->header_left : layout->cell) - 1;
  area.height = (spot.row < 0 ? layout->top - layout->header_top : layout->cell) - 1;
  return area;
}

VwPlotSpot
vw_plot_heatmap_move (const VwPlotHeatmapLayout *layout, VwPlotSpot from, int right, int down)
{
  int last = layout->none_left > 0 ? layout->n : layout->n - 1;
  VwPlotSpot to = { CLAMP (from.row + down, -1, (int) layout->n - 1),
                    CLAMP (from.column + right, -1, last) };

  if (is_nowhere (from))
    return (VwPlotSpot) { 0, 0 };
  return is_nowhere (to) ? from : to;
}

static char *
describe_header (const VwPlotHeatmap *model, VwPlotSpot spot)
{
  const VwPlotNumbers *numbers = model->numbers;
  gboolean is_row = spot.row >= 0;
  guint index = is_row ? spot.row : spot.column;
  guint right = vw_metrics_get (model->metrics, index, index);
  guint whole = is_row ? vw_metrics_support (model->metrics, index, model->population)
                       : column_total (model->metrics, index);
  g_autofree char *count = vw_plot_format_count (numbers, right, FALSE);
  g_autofree char *total = vw_plot_format_count (numbers, whole, FALSE);
  g_autofree char *quotient = vw_plot_format_percent (numbers, share (right, whole), 1, FALSE);
  const char *name = model->classes[index];

  if (is_row)
    return vw_plot_compose (model->text->describe_row, "truth", name, "count", count, "total",
                            total, "recall", quotient, NULL);
  return vw_plot_compose (model->text->describe_column, "prediction", name, "count", count, "total",
                          total, "precision", quotient, NULL);
}

static char *
describe_difference (const VwPlotHeatmap *model, VwPlotSpot spot, const char *prediction)
{
  const VwPlotNumbers *numbers = model->numbers;
  gint64 before = count_at (model->baseline, spot.row, spot.column);
  gint64 after = count_at (model->metrics, spot.row, spot.column);
  g_autofree char *first = vw_plot_format_count (numbers, before, FALSE);
  g_autofree char *second = vw_plot_format_count (numbers, after, FALSE);
  g_autofree char *change = vw_plot_format_count (numbers, after - before, TRUE);

  return vw_plot_compose (model->text->describe_difference, "truth", model->classes[spot.row],
                          "prediction", prediction, "before", first, "after", second, "change",
                          change, NULL);
}

/* Of the row's images without keypoints, or of all of them for the header. */
static char *
describe_without (const VwPlotHeatmap *model, int row)
{
  const VwMetrics *metrics = model->metrics;
  guint part = row < 0 ? column_total (metrics, metrics->n_classes)
                       : metrics->without_keypoints[row];
  guint whole = row < 0 ? vw_metrics_total (metrics, VW_POPULATION_ALL)
                        : vw_metrics_support (metrics, row, VW_POPULATION_ALL);
  g_autofree char *count = vw_plot_format_count (model->numbers, part, FALSE);
  g_autofree char *total = vw_plot_format_count (model->numbers, whole, FALSE);
  g_autofree char *quotient
      = vw_plot_format_percent (model->numbers, share (part, whole), 1, FALSE);

  if (row < 0)
    return vw_plot_compose (model->text->describe_all_without, "count", count, "total", total,
                            "share", quotient, NULL);
  return vw_plot_compose (model->text->describe_without, "truth", model->classes[row], "count",
                          count, "total", total, "share", quotient, NULL);
}

static char *
describe_cell (const VwPlotHeatmap *model, VwPlotSpot spot)
{
  guint part = vw_metrics_get (model->metrics, spot.row, spot.column);
  guint whole = whole_of (model, model->metrics, spot.row, spot.column);
  g_autofree char *count = vw_plot_format_count (model->numbers, part, FALSE);
  g_autofree char *total = vw_plot_format_count (model->numbers, whole, FALSE);
  g_autofree char *quotient
      = vw_plot_format_percent (model->numbers, share (part, whole), 1, FALSE);

  return vw_plot_compose (model->text->describe_cell, "truth", model->classes[spot.row],
                          "prediction", model->classes[spot.column], "count", count, "total", total,
                          "share", quotient, NULL);
}

char *
vw_plot_heatmap_describe (const VwPlotHeatmap *model, VwPlotSpot spot)
{
  gboolean without = spot.column == (int) model->metrics->n_classes;
  gboolean header = spot.row < 0 || spot.column < 0;

  if (is_nowhere (spot))
    return NULL;
  if (model->baseline != NULL && !header)
    return describe_difference (model, spot, without ? model->text->no_keypoints
                                                     : model->classes[spot.column]);
  if (without)
    return describe_without (model, spot.row);
  return header ? describe_header (model, spot) : describe_cell (model, spot);
}

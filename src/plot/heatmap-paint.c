/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/heatmap-plan.h"

#include "plot/shapes.h"

#define DATA_BAR 2.0

double
vw_plot_heatmap_bar_y (const VwPlotHeatmapLayout *layout, double value)
{
  double position = (value - layout->least) / (layout->most - layout->least);

  return layout->bar.y + layout->bar.height * (1 - position);
}

VwPlotColor
vw_plot_heatmap_plain (const VwPlotStyle *style)
{
  return vw_plot_color_mix (style->palette.background, style->palette.text, .05);
}

static void
paint_without (cairo_t *cr, const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
               const VwPlotStyle *style, guint row)
{
  VwPlotColor plain = vw_plot_heatmap_plain (style);
  VwPlotColor lines = vw_plot_color_mix (style->palette.background, style->palette.text,
                                         style->hatch);
  cairo_rectangle_t area = vw_plot_heatmap_area (layout, (VwPlotSpot) { row, layout->n });
  double height = MIN (layout->font * 1.5, area.height);
  double width = MIN (layout->font * 2.4, area.width);

  vw_plot_fill (cr, &area, plain);
  if (model->metrics->without_keypoints[row] == 0)
    return;
  vw_plot_hatch (cr, &area, lines, 6);
  if (layout->font > 0)
    vw_plot_fill (cr, &(cairo_rectangle_t) { area.x + (area.width - width) / 2,
                                             area.y + (area.height - height) / 2, width, height },
                  plain);
}

static void
paint_cells (cairo_t *cr, const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
             const VwPlotStyle *style)
{
  for (guint row = 0; row < layout->n; row++)
    for (guint column = 0; column <= layout->n; column++)
      {
        cairo_rectangle_t area = vw_plot_heatmap_area (layout, (VwPlotSpot) { row, column });
        double value = vw_plot_heatmap_value (model, row, column);

        if (column == layout->n && model->baseline == NULL)
          paint_without (cr, model, layout, style, row);
        else if (row == column && model->hide_diagonal)
          vw_plot_fill (cr, &area, vw_plot_heatmap_plain (style));
        else
          vw_plot_fill (cr, &area, vw_plot_heatmap_color (model, layout, style, value));
      }
}

static void
paint_share (cairo_t *cr, const VwPlotStyle *style, cairo_rectangle_t area, double share)
{
  VwPlotColor background = style->palette.background;

  vw_plot_fill (cr, &area, vw_plot_color_mix (background, style->palette.text, .10));
  area.width *= share;
  vw_plot_fill (cr, &area, vw_plot_color_mix (background, style->palette.text, .55));
}

static void
paint_margins (cairo_t *cr, const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
               const VwPlotStyle *style)
{
  double bottom = layout->precision_top + layout->margin_height - DATA_BAR;

  for (guint i = 0; i < layout->n; i++)
    {
      VwScores scores = vw_metrics_class_scores (model->metrics, i, model->population);

      paint_share (cr, style,
                   (cairo_rectangle_t) { layout->recall_left,
                                         layout->top + (i + .5) * layout->cell
                                             + layout->margin_height / 2 - 2 * DATA_BAR,
                                         layout->recall_width, DATA_BAR },
                   scores.recall);
      paint_share (cr, style,
                   (cairo_rectangle_t) { layout->left + i * layout->cell + 2, bottom,
                                         layout->cell - 5, DATA_BAR },
                   scores.precision);
    }
  paint_share (cr, style,
               (cairo_rectangle_t) { layout->recall_left, bottom, layout->recall_width, DATA_BAR },
               vw_metrics_accuracy (model->metrics, model->population));
}

static void
paint_scale (cairo_t *cr, const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
             const VwPlotStyle *style)
{
  const cairo_rectangle_t *bar = &layout->bar;
  VwPlotMap map = model->baseline != NULL ? VW_PLOT_MAP_DIFFERENCE : model->map;
  cairo_pattern_t *gradient
      = vw_plot_map_gradient (map, style->dark, bar->y + bar->height, bar->y);

  cairo_set_source (cr, gradient);
  cairo_pattern_destroy (gradient);
  cairo_rectangle (cr, bar->x, bar->y, bar->width, bar->height);
  cairo_fill (cr);
  vw_plot_frame (cr, bar, vw_plot_color_with_alpha (style->palette.axis, .4), 1);
}

static void
paint_ring (cairo_t *cr, const cairo_rectangle_t *area, const VwPlotStyle *style, gboolean focused)
{
  VwPlotColor accent = style->palette.accent;
  cairo_rectangle_t inner = vw_plot_grow (area, -.75);
  cairo_rectangle_t outer = vw_plot_grow (area, style->ring / 2);
  cairo_rectangle_t focus = vw_plot_grow (area, style->ring + 1.5);

  if (area->width <= 0)
    return;
  vw_plot_frame_around (cr, &inner, style->palette.background, 1.5);
  vw_plot_frame_around (cr, &outer, accent, style->ring);
  if (focused)
    vw_plot_frame_around (cr, &focus, vw_plot_color_with_alpha (accent, .5), 2);
}

static void
paint_state (cairo_t *cr, const VwPlotHeatmapLayout *layout, const VwPlotStyle *style,
             const VwPlotHeatmapState *state)
{
  cairo_rectangle_t hover = vw_plot_heatmap_area (layout, state->hover);
  cairo_rectangle_t selected = vw_plot_heatmap_area (layout, state->selected);

  if (hover.width > 0)
    vw_plot_frame (cr, &hover, style->palette.text, 1);
  paint_ring (cr, &selected, style, state->focused);
}

void
vw_plot_heatmap_paint (cairo_t *cr, const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout,
                       const VwPlotStyle *style, const VwPlotHeatmapState *state)
{
  VwPlotSpot selected = state != NULL ? state->selected : VW_PLOT_NOWHERE;
  guint tags[2] = { selected.row >= 0 ? VW_PLOT_ROW_TAG (selected.row) : 0,
                    selected.column >= 0 ? VW_PLOT_COLUMN_TAG (selected.column) : 0 };
  VwPlotEmphasis emphasis = { tags, 2, style->palette.text };

  cairo_save (cr);
  paint_cells (cr, model, layout, style);
  if (layout->bar.width > 0)
    paint_scale (cr, model, layout, style);
  if (layout->total_width > 0)
    paint_margins (cr, model, layout, style);
  vw_plot_texts_paint (layout->texts, cr, &emphasis);
  if (state != NULL)
    paint_state (cr, layout, style, state);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/pixel-grid.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 15.0
#define LEAST_FONT 9.0
#define MOST_SIDE 76.0
#define SIGN 15.0

static double
widest_figure (const VwPlotPixelGrid *model, VwPlotTexts *texts, double size)
{
  double widest = 0;

  for (guint i = 0; i < model->columns * model->rows; i++)
    {
      gboolean bold = model->cells[i].mark != VW_PLOT_CELL_PLAIN;
      double first = vw_plot_texts_measure (texts, model->cells[i].text, size, bold);
      double second = vw_plot_texts_measure (texts, model->cells[i].second, size, FALSE);

      widest = MAX (widest, MAX (first, second));
    }
  return widest;
}

/* The largest font whose figures fit into their cells; 0 when they would be too small to read. */
static double
find_font (const VwPlotPixelGrid *model, const VwPlotStyle *style, VwPlotPixelGridLayout *out,
           gboolean two)
{
  double size = FONT * style->text_scale;
  double room = out->side - 8;
  double widest = widest_figure (model, out->texts, size);

  if (widest > room)
    size *= room / widest;
  size = MIN (size, room / (two ? 2.2 : 1.1));
  return size >= LEAST_FONT ? size : 0;
}

static void
add_figures (const VwPlotPixelGrid *model, const VwPlotStyle *style, VwPlotPixelGridLayout *out,
             guint index, double size)
{
  const VwPlotCell *cell = &model->cells[index];
  VwPlotColor fill = vw_plot_pixels_color (style, cell->ink);
  double y = out->top + (index / model->columns + .5) * out->side;
  VwPlotLabel label = { .string = cell->text,
                        .x = out->left + (index % model->columns + .5) * out->side,
                        .y = y,
                        .align = VW_PLOT_CENTER,
                        .size = size,
                        .bold = cell->mark != VW_PLOT_CELL_PLAIN,
                        .color = vw_plot_color_on (fill, style->dark) };

  if (cell->second != NULL)
    label.y -= .55 * size;
  vw_plot_texts_add (out->texts, &label);
  label.string = cell->second;
  label.y = y + .6 * size;
  label.bold = FALSE;
  vw_plot_texts_add (out->texts, &label);
}

void
vw_plot_pixel_grid_layout (const VwPlotPixelGrid *model, double width, double height,
                           const VwPlotStyle *style, VwPlotPixelGridLayout *out)
{
  gboolean two = FALSE;
  double size;

  vw_plot_pixel_grid_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  out->side = floor (
      MIN (MIN (width / model->columns, height / model->rows), MOST_SIDE * style->text_scale));
  out->left = floor ((width - out->side * model->columns) / 2);
  out->top = floor ((height - out->side * model->rows) / 2);
  for (guint i = 0; i < model->columns * model->rows; i++)
    two |= model->cells[i].second != NULL;
  size = find_font (model, style, out, two);
  for (guint i = 0; size > 0 && i < model->columns * model->rows; i++)
    add_figures (model, style, out, i, size);
}

void
vw_plot_pixel_grid_layout_clear (VwPlotPixelGridLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotPixelGridLayout){ 0 };
}

static void
paint_dashed (cairo_t *cr, const cairo_rectangle_t *area, VwPlotColor color, double width)
{
  const double dashes[] = { 2 * width, 1.5 * width };

  cairo_set_dash (cr, dashes, 2, 0);
  vw_plot_frame (cr, area, color, width);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* More and kept are full frames, less is a double thin one, ties are dashed. */
static void
paint_mark (cairo_t *cr, const VwPlotStyle *style, VwPlotCellMark mark,
            const cairo_rectangle_t *area)
{
  const VwPlotPalette *palette = &style->palette;
  double width = CLAMP (area->width / 14, 2, 4);
  cairo_rectangle_t inner = vw_plot_grow (area, -2 * width);

  switch (mark)
    {
    case VW_PLOT_CELL_CENTRE:
      vw_plot_frame (cr, area, palette->highlight, width);
      break;
    case VW_PLOT_CELL_MORE:
      vw_plot_frame (cr, area, palette->favour, width);
      break;
    case VW_PLOT_CELL_KEPT:
      vw_plot_frame (cr, area, palette->favour, 1.3 * width);
      break;
    case VW_PLOT_CELL_LESS:
      vw_plot_frame (cr, area, palette->against, .5 * width);
      vw_plot_frame (cr, &inner, palette->against, .5 * width);
      break;
    case VW_PLOT_CELL_TIED:
      paint_dashed (cr, area, palette->against, width);
      break;
    case VW_PLOT_CELL_ALIKE:
    case VW_PLOT_CELL_BEATEN:
      vw_plot_frame (cr, area, palette->suppressed, .5 * width);
      break;
    case VW_PLOT_CELL_PLAIN:
      break;
    }
}

void
vw_plot_pixel_grid_paint (cairo_t *cr, const VwPlotPixelGrid *model,
                          const VwPlotPixelGridLayout *layout, const VwPlotStyle *style)
{
  cairo_rectangle_t all
      = { layout->left, layout->top, layout->side * model->columns, layout->side * model->rows };

  cairo_save (cr);
  for (guint i = 0; i < model->columns * model->rows; i++)
    {
      cairo_rectangle_t cell
          = { layout->left + i % model->columns * layout->side,
              layout->top + i / model->columns * layout->side, layout->side, layout->side };
      cairo_rectangle_t inside = vw_plot_grow (&cell, -1.5);

      vw_plot_fill (cr, &cell, vw_plot_pixels_color (style, model->cells[i].ink));
      paint_mark (cr, style, model->cells[i].mark, &inside);
    }
  vw_plot_frame_around (cr, &all, vw_plot_color_with_alpha (style->palette.axis, .7), 1);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

void
vw_plot_pixel_grid_paint_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotCellMark mark, double x,
                               double y)
{
  double side = SIGN * style->text_scale;
  cairo_rectangle_t area = { x - side / 2, y - side / 2, side, side };

  vw_plot_fill (cr, &area, style->palette.paper);
  paint_mark (cr, style, mark, &area);
}

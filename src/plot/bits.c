/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/bits.h"

#include "plot/shapes.h"

#include <math.h>

#define LEAST_CELL 2.0

void
vw_plot_bits_layout (double width, double height, const VwPlotStyle *style, VwPlotBitsLayout *out)
{
  double side;

  out->cell = MAX (MIN (width, height) / VW_PLOT_BITS_SIDE, LEAST_CELL);
  if (style->whole_pixels)
    out->cell = floor (out->cell);
  side = out->cell * VW_PLOT_BITS_SIDE;
  out->area
      = (cairo_rectangle_t){ floor ((width - side) / 2), floor ((height - side) / 2), side, side };
}

cairo_rectangle_t
vw_plot_bits_cell (const VwPlotBitsLayout *layout, guint bit)
{
  return (cairo_rectangle_t){ layout->area.x + bit % VW_PLOT_BITS_SIDE * layout->cell,
                              layout->area.y + bit / VW_PLOT_BITS_SIDE * layout->cell, layout->cell,
                              layout->cell };
}

int
vw_plot_bits_hit (const VwPlotBitsLayout *layout, double x, double y)
{
  if (!vw_plot_contains (&layout->area, x, y))
    return -1;
  return (int) ((y - layout->area.y) / layout->cell) * VW_PLOT_BITS_SIDE
         + (int) ((x - layout->area.x) / layout->cell);
}

static void
add_cell (cairo_t *cr, const VwPlotBitsLayout *layout, guint bit, double inset)
{
  cairo_rectangle_t cell = vw_plot_bits_cell (layout, bit);

  cairo_rectangle (cr, cell.x + inset, cell.y + inset, cell.width - 2 * inset,
                   cell.height - 2 * inset);
}

static void
paint_value (cairo_t *cr, const VwPlotBits *model, const VwPlotBitsLayout *layout, gboolean value,
             VwPlotColor color)
{
  double inset = value ? .5 : layout->cell * .34;

  for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
    if ((model->descriptor[i / 8] >> i % 8 & 1) == value)
      add_cell (cr, layout, i, inset);
  vw_plot_color_set (cr, color);
  cairo_fill (cr);
}

void
vw_plot_bits_paint (cairo_t *cr, const VwPlotBits *model, const VwPlotBitsLayout *layout,
                    const VwPlotStyle *style, int lit)
{
  const VwPlotPalette *palette = &style->palette;

  cairo_save (cr);
  vw_plot_fill (cr, &layout->area, palette->paper);
  paint_value (cr, model, layout, TRUE, palette->ink);
  paint_value (cr, model, layout, FALSE, palette->axis);
  vw_plot_frame (cr, &layout->area, vw_plot_color_with_alpha (palette->axis, .55), 1);
  if (lit >= 0)
    {
      add_cell (cr, layout, lit, -1);
      vw_plot_stroke_cased (cr, palette->highlight, palette->paper, 2, 2);
    }
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/pixels.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotCellMark:
 * @VW_PLOT_CELL_PLAIN: a pixel among others
 * @VW_PLOT_CELL_CENTRE: the one that is looked at
 * @VW_PLOT_CELL_ALIKE: compared with it, and about the same
 * @VW_PLOT_CELL_MORE, @VW_PLOT_CELL_LESS: clearly more ink, or less
 * @VW_PLOT_CELL_KEPT, @VW_PLOT_CELL_TIED, @VW_PLOT_CELL_BEATEN: corners after the comparison of
 *   their scores
 *
 * How a cell is marked; each mark has a shape of its own beside its colour.
 */
typedef enum {
  VW_PLOT_CELL_PLAIN,
  VW_PLOT_CELL_CENTRE,
  VW_PLOT_CELL_ALIKE,
  VW_PLOT_CELL_MORE,
  VW_PLOT_CELL_LESS,
  VW_PLOT_CELL_KEPT,
  VW_PLOT_CELL_TIED,
  VW_PLOT_CELL_BEATEN,
} VwPlotCellMark;

/* @text, @second: (nullable): figures in the cell, one above the other */
typedef struct {
  guint8 ink;
  VwPlotCellMark mark;
  const char *text, *second;
} VwPlotCell;

/* Single pixels, enlarged, with figures and marks: @columns × @rows cells, row by row. Borrowed. */
typedef struct {
  guint columns, rows;
  const VwPlotCell *cells;
} VwPlotPixelGrid;

/* Square cells of @side in the middle of the room. Zero-initialise before the first use. */
typedef struct {
  double width, height;
  double left, top, side;
  VwPlotTexts *texts;
} VwPlotPixelGridLayout;

void vw_plot_pixel_grid_layout (const VwPlotPixelGrid *model, double width, double height,
                                const VwPlotStyle *style, VwPlotPixelGridLayout *out);
void vw_plot_pixel_grid_layout_clear (VwPlotPixelGridLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotPixelGridLayout, vw_plot_pixel_grid_layout_clear)

void vw_plot_pixel_grid_paint (cairo_t *cr, const VwPlotPixelGrid *model,
                               const VwPlotPixelGridLayout *layout, const VwPlotStyle *style);

/* Paints the mark alone, as large as a letter round (@x, @y): for a legend. */
void vw_plot_pixel_grid_paint_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotCellMark mark,
                                    double x, double y);

G_END_DECLS

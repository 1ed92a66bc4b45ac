/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lesson-picture.h"
#include "plot/pixel-grid.h"

G_BEGIN_DECLS

#define VW_LESSON_MOST_CELLS 81
#define VW_LESSON_MOST_LINES 6

/* A line of the legend. @mark: the sign before it, %VW_PLOT_CELL_PLAIN for none */
typedef struct {
  VwPlotCellMark mark;
  char *text;
} VwLessonLine;

/**
 * VwLessonGrid:
 *
 * Enlarged pixels with a legend beside them: what FAST and suppression look at. Whoever makes it
 * fills in @columns, cells and lines, whose texts it then owns.
 */
typedef struct {
  guint columns;
  VwPlotCell cells[VW_LESSON_MOST_CELLS];
  char *texts[VW_LESSON_MOST_CELLS];
  guint n_lines;
  VwLessonLine lines[VW_LESSON_MOST_LINES];
  double line_y[VW_LESSON_MOST_LINES], legend_x;
  VwPlotPixelGrid model;
  VwPlotPixelGridLayout layout;
  VwPlotTexts *legend;
} VwLessonGrid;

/* Fills cells with the ink of the level's pixels round a corner; those outside the level are 0. */
void vw_lesson_grid_take (VwLessonGrid *self, const VwTraceLevel *level,
                          const VwTraceCorner *corner, guint columns);

/* @text: (transfer full): */
void vw_lesson_grid_add_line (VwLessonGrid *self, VwPlotCellMark mark, char *text);

void vw_lesson_grid_layout (VwLessonGrid *self, double width, double height,
                            const VwPlotStyle *style);

/* The functions of a VwLessonPicture. */
void vw_lesson_grid_paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style);
void vw_lesson_grid_free (gpointer picture);

G_END_DECLS

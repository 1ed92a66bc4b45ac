/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-grid.h"

#include <math.h>

#define FONT 14.0
#define GRID_SHARE .62 /* of the width */
#define GAP 24.0
#define SIGN_ROOM 26.0
#define LINE_GAP 10.0

void
vw_lesson_grid_take (VwLessonGrid *self, const VwTraceLevel *level, const VwTraceCorner *corner,
                     guint columns)
{
  const VwPlane *plane = &level->sharp;

  g_return_if_fail (columns * columns <= VW_LESSON_MOST_CELLS);
  self->columns = columns;
  for (guint i = 0; i < columns * columns; i++)
    {
      int x = corner->x + (int) (i % columns) - (int) columns / 2;
      int y = corner->y + (int) (i / columns) - (int) columns / 2;
      gboolean inside = x >= 0 && y >= 0 && x < plane->width && y < plane->height;

      self->cells[i] = (VwPlotCell){ .ink = inside ? plane->pixels[y * plane->stride + x] : 0 };
    }
}

void
vw_lesson_grid_add_line (VwLessonGrid *self, VwPlotCellMark mark, char *text)
{
  g_return_if_fail (self->n_lines < VW_LESSON_MOST_LINES);
  self->lines[self->n_lines++] = (VwLessonLine){ mark, text };
}

/* Beside the pixels, in the middle of their height. */
static void
add_legend (VwLessonGrid *self, double width, double height, const VwPlotStyle *style)
{
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (self->legend, size);
  double signs = SIGN_ROOM * style->text_scale, room = width - self->legend_x - signs;
  double all = 0, y;

  for (guint i = 0; i < self->n_lines; i++)
    all += LINE_GAP
           + line * vw_plot_texts_count_lines (self->legend, self->lines[i].text, size, room);
  y = MAX ((height - all) / 2, 0) + line / 2;
  for (guint i = 0; i < self->n_lines; i++)
    {
      VwPlotLabel label = { .string = self->lines[i].text,
                            .x = self->legend_x + signs,
                            .y = y,
                            .size = size,
                            .color = style->palette.text };

      self->line_y[i] = y;
      y += LINE_GAP + line * vw_plot_texts_add_lines (self->legend, &label, room);
    }
}

void
vw_lesson_grid_layout (VwLessonGrid *self, double width, double height, const VwPlotStyle *style)
{
  double side = MIN (GRID_SHARE * width, height);

  for (guint i = 0; i < self->columns * self->columns; i++)
    self->cells[i].text = self->texts[i];
  self->model = (VwPlotPixelGrid){ self->columns, self->columns, self->cells };
  vw_plot_pixel_grid_layout (&self->model, side, side, style, &self->layout);
  self->legend = vw_plot_texts_new (style);
  self->legend_x = side + GAP;
  add_legend (self, width, side, style);
}

void
vw_lesson_grid_paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  VwLessonGrid *self = picture;

  vw_plot_pixel_grid_paint (cr, &self->model, &self->layout, style);
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].mark != VW_PLOT_CELL_PLAIN)
      vw_plot_pixel_grid_paint_sign (cr, style, self->lines[i].mark,
                                     self->legend_x + SIGN_ROOM / 2 - 3, self->line_y[i]);
  vw_plot_texts_paint (self->legend, cr, NULL);
}

void
vw_lesson_grid_free (gpointer picture)
{
  VwLessonGrid *self = picture;

  for (guint i = 0; i < VW_LESSON_MOST_CELLS; i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->lines[i].text);
  vw_plot_pixel_grid_layout_clear (&self->layout);
  vw_plot_texts_free (self->legend);
  g_free (self);
}

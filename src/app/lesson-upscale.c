/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "app/lesson-points.h"
#include "app/strings.h"
#include "core/upscale-origin.h"
#include "plot/pixel-grid.h"
#include "plot/shapes.h"

#include <glib/gi18n.h>

#define FONT 14.0
#define STORED_SHARE .38 /* of the width */
#define GAP 40.0

/* The stored digit, and beside it the pixels that one of the new ones is mixed from. */
typedef struct {
  guint cols, rows;
  const guint8 *stored;
  VwUpscaleOrigin origin;
  guint n_texts;
  char *texts[2 * VW_ORIGIN_MOST * VW_ORIGIN_MOST];
  VwPlotCell cells[VW_ORIGIN_MOST * VW_ORIGIN_MOST];
  VwPlotPixelGrid grid;
  VwPlotPixelGridLayout layout;
  cairo_rectangle_t stored_area, grid_area;
  VwPlotTexts *captions;
} Picture;

static const char *
keep (Picture *self, char *text)
{
  return self->texts[self->n_texts++] = text;
}

static void
fill_cells (Picture *self)
{
  const VwUpscaleOrigin *origin = &self->origin;

  for (guint row = 0; row < origin->rows; row++)
    for (guint column = 0; column < origin->columns; column++)
      {
        guint8 ink = self->stored[(origin->row + row) * self->cols + origin->column + column];
        double weight = origin->down[row] * origin->across[column];
        VwPlotCell *cell = &self->cells[row * origin->columns + column];

        *cell = (VwPlotCell){ .ink = ink, .mark = VW_PLOT_CELL_PLAIN };
        cell->text = keep (self, g_strdup_printf ("%u", ink));
        cell->second = keep (self, vw_strings_percent (weight, 0));
      }
  self->grid = (VwPlotPixelGrid){ origin->columns, origin->rows, self->cells };
}

static void
add_caption (Picture *self, const VwPlotStyle *style, const char *text, double x, double y,
             double width)
{
  vw_plot_texts_add_lines (self->captions,
                           &(VwPlotLabel){ .string = text,
                                           .x = x,
                                           .y = y,
                                           .size = FONT * style->text_scale,
                                           .color = style->palette.dim },
                           width);
}

static void
add_captions (Picture *self, const VwLessonScene *scene, const VwPlotStyle *style, guint result)
{
  double line = vw_plot_texts_line_height (self->captions, FONT * style->text_scale);
  g_autofree char *size = g_strdup_printf (_("Stored: %u × %u px"), self->cols, self->rows);
  g_autofree char *sum = g_strdup_printf (
      _("Ink × weight, added up: %u. That is the framed pixel of the digit."), result);
  const cairo_rectangle_t *stored = &self->stored_area, *grid = &self->grid_area;

  add_caption (self, style, size, stored->x, stored->y + stored->height + line, stored->width);
  add_caption (self, style, sum, grid->x + self->layout.left, grid->height + line,
               grid->width);
}

static void
place (Picture *self, double width, double height, const VwPlotStyle *style)
{
  double captions = 3.5 * vw_plot_texts_line_height (self->captions, FONT * style->text_scale);
  double side = MIN (STORED_SHARE * width, height - captions);
  double rest = width - side - GAP;
  double room = MIN (rest, height - captions);

  self->stored_area = (cairo_rectangle_t){ 0, 0, side, side * self->rows / self->cols };
  self->grid_area = (cairo_rectangle_t){ side + GAP, 0, rest, room };
  vw_plot_pixel_grid_layout (&self->grid, rest, room, style, &self->layout);
  self->grid_area.height = self->grid.rows * self->layout.side;
  self->grid_area.x -= self->layout.left; /* it stands at the upper left of its room */
  self->grid_area.y -= self->layout.top;
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwInspection *seen = scene->seen;
  Picture *self = g_new0 (Picture, 1);
  guint x, y;

  vw_lesson_find_pixel (scene, &x, &y);
  self->stored = vw_inspection_get_image (seen, &self->rows, &self->cols);
  self->captions = vw_plot_texts_new (style);
  if (!vw_upscale_origin_find (&self->origin, &seen->parameters, self->rows, self->cols, x, y,
                               NULL))
    self->origin = (VwUpscaleOrigin){ .columns = 1, .rows = 1, .across = { 1 }, .down = { 1 } };
  fill_cells (self);
  place (self, width, height, style);
  add_captions (self, scene, style, seen->pixels[(gsize) y * seen->width + x]);
  return self;
}

/* From the corners of the small frame to those of the enlarged pixels. */
static void
paint_beams (const Picture *self, cairo_t *cr, const VwPlotStyle *style,
             const cairo_rectangle_t *frame)
{
  double left = self->grid_area.x + self->layout.left;

  vw_plot_color_set (cr, vw_plot_color_with_alpha (style->palette.highlight, .45));
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, frame->x + frame->width, frame->y);
  cairo_line_to (cr, left, 0);
  cairo_move_to (cr, frame->x + frame->width, frame->y + frame->height);
  cairo_line_to (cr, left, self->grid_area.height);
  cairo_stroke (cr);
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  const Picture *self = picture;
  double scale = self->stored_area.width / self->cols;
  cairo_rectangle_t frame = { self->origin.column * scale, self->origin.row * scale,
                              self->origin.columns * scale, self->origin.rows * scale };

  vw_plot_pixels_paint (cr, style, &(VwPlotPixels){ self->cols, self->rows, self->stored },
                        &self->stored_area);
  vw_plot_frame (cr, &self->stored_area, vw_plot_color_with_alpha (style->palette.axis, .7), 1);
  paint_beams (self, cr, style, &frame);
  vw_plot_frame_around (cr, &frame, style->palette.highlight, 2);
  vw_plot_texts_paint (self->captions, cr, NULL);
  cairo_translate (cr, self->grid_area.x, self->grid_area.y);
  vw_plot_pixel_grid_paint (cr, &self->grid, &self->layout, style);
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  for (guint i = 0; i < self->n_texts; i++)
    g_free (self->texts[i]);
  vw_plot_pixel_grid_layout_clear (&self->layout);
  vw_plot_texts_free (self->captions);
  g_free (self);
}

const VwLessonPicture vw_lesson_upscale = { make, paint, NULL, picture_free };

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/levels.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 14.0
#define GAP 18.0
#define CROSS 2.2
#define DISC 3.4
#define LARGEST_SCALE 6.0
#define ROUNDS 30 /* of halving the range of scales */

static double
column_width (const VwPlotLevel *level, VwPlotTexts *texts, double size, double scale)
{
  double width = level->pixels.width * scale;

  for (guint i = 0; i < VW_PLOT_LEVEL_LINES; i++)
    width = MAX (width,
                 vw_plot_texts_measure (texts, level->lines[i].text, size, level->lines[i].bold));
  return width;
}

static guint
count_lines (const VwPlotLevels *model)
{
  guint n = 0;

  for (guint i = 0; i < model->n_levels; i++)
    for (guint k = 0; k < VW_PLOT_LEVEL_LINES; k++)
      if (model->levels[i].lines[k].text != NULL)
        n = MAX (n, k + 1);
  return n;
}

/* Rows are filled from the left; within a row levels stand on one base line. Returns the height. */
static double
flow (const VwPlotLevels *model, const VwPlotStyle *style, double scale, VwPlotLevelsLayout *out)
{
  double size = FONT * style->text_scale;
  double below = 6 + count_lines (model) * vw_plot_texts_line_height (out->texts, size);
  double x = 0, y = 0, row = 0;
  guint first = 0;

  for (guint i = 0; i <= model->n_levels; i++)
    {
      double width
          = i < model->n_levels ? column_width (&model->levels[i], out->texts, size, scale) : 0;

      if (i == model->n_levels || (x > 0 && x + width > out->width))
        {
          for (guint k = first; k < i; k++)
            out->areas[k].y = floor (y + row - out->areas[k].height);
          y += row + below + GAP;
          first = i;
          x = row = 0;
        }
      if (i == model->n_levels)
        break;
      out->areas[i] = (cairo_rectangle_t){ floor (x), y, model->levels[i].pixels.width * scale,
                                           model->levels[i].pixels.height * scale };
      row = MAX (row, out->areas[i].height);
      x += width + GAP;
    }
  return y - GAP;
}

static gboolean
fits (const VwPlotLevels *model, const VwPlotStyle *style, double scale, VwPlotLevelsLayout *out)
{
  if (flow (model, style, scale, out) > out->height)
    return FALSE;
  for (guint i = 0; i < model->n_levels; i++)
    if (out->areas[i].x + out->areas[i].width > out->width)
      return FALSE;
  return TRUE;
}

static VwPlotColor
line_color (const VwPlotLevelLine *line, const VwPlotStyle *style)
{
  return line->lost ? style->palette.dropped : line->dim ? style->palette.dim : style->palette.text;
}

static void
add_lines (const VwPlotLevels *model, const VwPlotStyle *style, VwPlotLevelsLayout *out)
{
  double size = FONT * style->text_scale;
  double height = vw_plot_texts_line_height (out->texts, size);

  for (guint i = 0; i < model->n_levels; i++)
    for (guint k = 0; k < VW_PLOT_LEVEL_LINES; k++)
      {
        const VwPlotLevelLine *line = &model->levels[i].lines[k];
        const cairo_rectangle_t *area = &out->areas[i];

        vw_plot_texts_add (out->texts,
                           &(VwPlotLabel){ .string = line->text,
                                           .x = area->x,
                                           .y = area->y + area->height + 6 + (k + .5) * height,
                                           .size = size,
                                           .bold = line->bold,
                                           .max_width = MAX (out->width - area->x, 1),
                                           .color = line_color (line, style) });
      }
}

void
vw_plot_levels_layout (const VwPlotLevels *model, double width, double height,
                       const VwPlotStyle *style, VwPlotLevelsLayout *out)
{
  double least = 0, most = LARGEST_SCALE;

  vw_plot_levels_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  out->n_levels = model->n_levels;
  out->areas = g_new0 (cairo_rectangle_t, model->n_levels);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double scale = (least + most) / 2;

      if (fits (model, style, scale, out))
        least = scale;
      else
        most = scale;
    }
  out->scale = least;
  flow (model, style, least, out);
  add_lines (model, style, out);
}

void
vw_plot_levels_layout_clear (VwPlotLevelsLayout *layout)
{
  g_free (layout->areas);
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotLevelsLayout){ 0 };
}

int
vw_plot_levels_hit (const VwPlotLevelsLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->n_levels; i++)
    if (vw_plot_contains (&layout->areas[i], x, y))
      return i;
  return -1;
}

/* Returns: %FALSE when no keypoint fits between the borders. */
static gboolean
find_window (const VwPlotLevel *level, const cairo_rectangle_t *area, double scale,
             cairo_rectangle_t *window)
{
  int border = level->border;

  *window = (cairo_rectangle_t){ area->x + border * scale, area->y + border * scale,
                                 ((int) level->pixels.width - 2 * border) * scale,
                                 ((int) level->pixels.height - 2 * border) * scale };
  if (window->width > 0 && window->height > 0)
    return TRUE;
  *window = (cairo_rectangle_t){ 0 };
  return FALSE;
}

static void
paint_border (cairo_t *cr, const VwPlotStyle *style, const cairo_rectangle_t *area,
              const cairo_rectangle_t *window)
{
  VwPlotColor lost = style->palette.dropped;

  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_rectangle (cr, window->x, window->y, window->width, window->height);
  cairo_clip (cr);
  vw_plot_fill (cr, area, vw_plot_color_with_alpha (lost, .06));
  vw_plot_hatch (cr, area, vw_plot_color_with_alpha (lost, style->hatch), 7);
  cairo_restore (cr);
}

static void
paint_point (cairo_t *cr, const VwPlotStyle *style, VwPlotColor color, double x, double y,
             gboolean lost)
{
  if (lost)
    {
      vw_plot_color_set (cr, vw_plot_color_with_alpha (style->palette.dropped, .8));
      cairo_move_to (cr, x - CROSS, y - CROSS);
      cairo_line_to (cr, x + CROSS, y + CROSS);
      cairo_move_to (cr, x - CROSS, y + CROSS);
      cairo_line_to (cr, x + CROSS, y - CROSS);
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, DISC + 1.2, 0, 2 * G_PI);
  vw_plot_color_set (cr, style->palette.paper);
  cairo_fill (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, DISC, 0, 2 * G_PI);
  vw_plot_color_set (cr, color);
  cairo_fill (cr);
}

static void
paint_level (cairo_t *cr, const VwPlotLevel *level, const cairo_rectangle_t *area,
             const VwPlotStyle *style, VwPlotColor color)
{
  double scale = area->width / level->pixels.width;
  cairo_rectangle_t window;

  vw_plot_pixels_paint (cr, style, &level->pixels, area);
  if (level->border > 0)
    {
      gboolean room = find_window (level, area, scale, &window);

      paint_border (cr, style, area, &window);
      if (room)
        vw_plot_frame_around (cr, &window, color, 2);
    }
  for (guint pass = 0; pass < 2; pass++) /* those that stay on top */
    for (guint i = 0; i < level->n_points; i++)
      if (level->points[i].lost == (pass == 0))
        paint_point (cr, style, color, area->x + (level->points[i].x + .5) * scale,
                     area->y + (level->points[i].y + .5) * scale, level->points[i].lost);
}

void
vw_plot_levels_paint (cairo_t *cr, const VwPlotLevels *model, const VwPlotLevelsLayout *layout,
                      const VwPlotStyle *style, int pointed)
{
  VwPlotColor frame = vw_plot_color_with_alpha (style->palette.axis, .7);

  cairo_save (cr);
  for (guint i = 0; i < model->n_levels; i++)
    {
      cairo_rectangle_t area = layout->areas[i];

      if (area.width <= 0)
        continue;
      paint_level (cr, &model->levels[i], &area, style, vw_plot_style_level (style, i));
      if ((int) i == pointed)
        vw_plot_frame_around (cr, &area, style->palette.highlight, 2.5);
      else
        vw_plot_frame (cr, &area, frame, 1);
    }
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

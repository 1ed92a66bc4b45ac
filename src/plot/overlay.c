/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/overlay.h"

#include "plot/digit-private.h"
#include "plot/shapes.h"

#include <math.h>

#define DISC 3.2
#define LARGEST_CIRCLE 13.0
#define SMALLEST_CIRCLE 3.0

static void
clip_to (cairo_t *cr, const cairo_rectangle_t *clip)
{
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
}

static void
paint_disc (cairo_t *cr, const VwPlotStyle *style, VwPlotColor color, double x, double y,
            double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius + 1.1, 0, 2 * G_PI);
  vw_plot_color_set (cr, style->palette.paper);
  cairo_fill (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  vw_plot_color_set (cr, color);
  cairo_fill (cr);
}

static void
paint_hollow (cairo_t *cr, const VwPlotStyle *style, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  vw_plot_color_set (cr, vw_plot_color_with_alpha (style->palette.against, .22));
  cairo_fill_preserve (cr);
  vw_plot_stroke_cased (cr, style->palette.against, style->palette.paper, 1.6, 2);
}

static void
paint_point (cairo_t *cr, const VwPlotStyle *style, const VwPlotPoint *point, double x, double y)
{
  double radius = SMALLEST_CIRCLE + (LARGEST_CIRCLE - SMALLEST_CIRCLE) * sqrt (point->share);

  switch (point->kind)
    {
    case VW_PLOT_POINT_SURVIVOR:
      paint_disc (cr, style, vw_plot_style_level (style, point->level), x, y, DISC);
      break;
    case VW_PLOT_POINT_FAVOUR:
      paint_disc (cr, style, style->palette.favour, x, y, radius);
      break;
    case VW_PLOT_POINT_AGAINST:
      paint_hollow (cr, style, x, y, radius);
      break;
    }
}

void
vw_plot_points_paint (cairo_t *cr, const VwPlotDigitLayout *layout, const VwPlotStyle *style,
                      const VwPlotPoint *points, guint n)
{
  cairo_save (cr);
  clip_to (cr, &layout->clip);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      vw_plot_digit_place (layout, points[i].x, points[i].y, &x, &y);
      paint_point (cr, style, &points[i], x, y);
    }
  cairo_restore (cr);
}

void
vw_plot_box_paint (cairo_t *cr, const VwPlotDigitLayout *layout, const VwPlotStyle *style,
                   const VwPlotPixelBox *box)
{
  cairo_save (cr);
  clip_to (cr, &layout->clip);
  cairo_rectangle (cr, layout->canvas.x + box->x * layout->scale,
                   layout->canvas.y + box->y * layout->scale, box->columns * layout->scale,
                   box->rows * layout->scale);
  vw_plot_stroke_cased (cr, style->palette.highlight, style->palette.paper, 2, 2);
  cairo_restore (cr);
}

#define RULER_GAP 8.0
#define RULER_FONT 11.0
#define RULER_TEXT 20.0 /* from the digit to the middle of the figures */

/* Ends of the three parts along one side: border, window, border. */
static void
list_ends (const VwPlotDigitLayout *digit, gboolean down, double ends[4])
{
  const cairo_rectangle_t *clip = &digit->clip, *window = &digit->main_window;

  ends[0] = down ? clip->y : clip->x;
  ends[1] = down ? window->y : window->x;
  ends[2] = ends[1] + (down ? window->height : window->width);
  ends[3] = ends[0] + (down ? clip->height : clip->width);
}

static void
add_lengths (const VwPlotDigit *model, const VwPlotDigitLayout *digit, const VwPlotStyle *style,
             gboolean down, VwPlotRulers *out)
{
  const VwLevelCounts *level = &model->levels[digit->main_level];
  guint inside = (down ? level->height : level->width) - 2 * model->edge_threshold;
  double size = RULER_FONT * style->text_scale, ends[4];

  list_ends (digit, down, ends);
  for (guint part = 0; part < 3; part++)
    {
      double middle = (ends[part] + ends[part + 1]) / 2;
      g_autofree char *count = vw_plot_format_count (
          model->numbers, part == 1 ? inside : model->edge_threshold, FALSE);
      g_autofree char *text = vw_plot_compose (model->pixels_pattern, "count", count, NULL);

      if (vw_plot_texts_measure (out->texts, text, size, TRUE) > ends[part + 1] - ends[part] - 4)
        continue;
      vw_plot_texts_add (
          out->texts,
          &(VwPlotLabel){ .string = text,
                          .x = down ? digit->clip.x - RULER_TEXT : middle,
                          .y = down ? middle : digit->clip.y - RULER_TEXT,
                          .align = VW_PLOT_CENTER,
                          .turn = down ? VW_PLOT_UPWARDS : VW_PLOT_ACROSS,
                          .size = size,
                          .bold = TRUE,
                          .color = part == 1 ? vw_plot_style_level (style, digit->main_level)
                                             : style->palette.dropped });
    }
}

void
vw_plot_rulers_layout (const VwPlotDigit *model, const VwPlotDigitLayout *digit,
                       const VwPlotStyle *style, VwPlotRulers *out)
{
  vw_plot_rulers_clear (out);
  if (digit->main_window.width <= 0 || digit->main_window.height <= 0 || model->edge_threshold == 0)
    return;
  out->texts = vw_plot_texts_new (style);
  add_lengths (model, digit, style, FALSE, out);
  add_lengths (model, digit, style, TRUE, out);
}

void
vw_plot_rulers_clear (VwPlotRulers *self)
{
  g_clear_pointer (&self->texts, vw_plot_texts_free);
}

void
vw_plot_rulers_paint (cairo_t *cr, const VwPlotRulers *self, const VwPlotDigitLayout *digit,
                      const VwPlotStyle *style)
{
  if (self->texts == NULL)
    return;
  cairo_save (cr);
  for (guint down = 0; down < 2; down++)
    {
      double ends[4];

      list_ends (digit, down, ends);
      for (guint part = 0; part < 3; part++)
        {
          vw_plot_color_set (cr, part == 1 ? vw_plot_style_level (style, digit->main_level)
                                           : style->palette.dropped);
          vw_plot_digit_paint_ruler (cr, ends[part], ends[part + 1],
                                     (down ? digit->clip.x : digit->clip.y) - RULER_GAP, down);
        }
    }
  vw_plot_texts_paint (self->texts, cr, NULL);
  cairo_restore (cr);
}

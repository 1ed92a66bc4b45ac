/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-private.h"

#include "plot/pairs.h"
#include "plot/pixels.h"
#include "plot/shapes.h"

#include <math.h>

#define RULER_GAP 9.0
#define DASHED_FROM 3 /* levels beyond are told apart by more than colours that are much alike */

/* Of a level that is shown alone, its own. */
static void
paint_pixels (const VwPlotDigitPainter *self)
{
  const VwPlotDigit *model = self->model;
  const VwPlane *plane = model->plane;
  VwPlotPixels pixels = { model->width, model->height, model->pixels, 0 };

  if (plane != NULL)
    pixels = (VwPlotPixels) { plane->width, plane->height, plane->pixels, plane->stride };
  vw_plot_pixels_paint (self->cr, self->style, &pixels, &self->layout->canvas);
}

/* Where no keypoint of the shown level can lie. */
static void
paint_border (const VwPlotDigitPainter *self)
{
  const cairo_rectangle_t *canvas = &self->layout->canvas;
  const cairo_rectangle_t *window = &self->layout->main_window;
  VwPlotColor lost = self->style->palette.dropped;
  cairo_t *cr = self->cr;

  if (self->model->edge_threshold == 0)
    return;
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, canvas->x, canvas->y, canvas->width, canvas->height);
  cairo_rectangle (cr, window->x, window->y, window->width, window->height);
  cairo_clip (cr);
  vw_plot_fill (cr, &self->layout->clip, vw_plot_color_with_alpha (lost, .06));
  vw_plot_hatch (cr, &self->layout->clip, vw_plot_color_with_alpha (lost, self->style->hatch), 7);
  cairo_restore (cr);
}

static void
paint_windows (const VwPlotDigitPainter *self)
{
  static const double dashes[] = { 4, 3 };

  for (guint i = 0; i < self->layout->n_windows; i++)
    {
      const VwPlotWindow *window = &self->layout->windows[i];
      gboolean main = window->level == self->layout->main_level;

      cairo_set_dash (self->cr, dashes, main ? 0 : 2, 0);
      vw_plot_frame_around (self->cr, &window->area,
                            vw_plot_style_level (self->style, window->level), main ? 1.75 : 1.25);
    }
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
trace_ring (cairo_t *cr, const VwPlotMark *mark)
{
  double tick = 1.9 * mark->radius;

  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x, mark->y, mark->radius, 0, 2 * G_PI);
  cairo_move_to (cr, mark->x, mark->y);
  cairo_line_to (cr, mark->x + tick * cos (mark->angle), mark->y + tick * sin (mark->angle));
}

/* Every other one of the higher levels has dashed rings: their colours are an order, not a set. */
static void
set_dashes (const VwPlotDigitPainter *self, guint level)
{
  double dash = self->layout->crowded ? 2 : 3.5, dashes[] = { dash, dash * .6 };

  cairo_set_dash (self->cr, dashes, level > DASHED_FROM && level % 2 == 0 ? 2 : 0, 0);
}

static void
paint_marks (const VwPlotDigitPainter *self, gboolean faded)
{
  const VwPlotDigitLayout *layout = self->layout;
  gboolean crowded = layout->crowded;

  cairo_set_antialias (self->cr, crowded ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  for (guint i = 0; i < layout->n_marks; i++)
    {
      const VwPlotMark *mark = &layout->marks[i];
      VwPlotColor color = vw_plot_style_level (self->style, mark->level);

      color.alpha = faded ? .62 : 1;
      set_dashes (self, mark->level);
      trace_ring (self->cr, mark);
      vw_plot_stroke_cased (self->cr, color, self->style->palette.paper, crowded ? 1.2 : 1.8,
                            crowded ? 0 : 2.2);
    }
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static const VwPlotMark *
find_mark (const VwPlotDigitLayout *layout, int keypoint)
{
  for (guint i = 0; i < layout->n_marks; i++)
    if ((int) layout->marks[i].keypoint == keypoint)
      return &layout->marks[i];
  return NULL;
}

/* The 31 × 31 pixels of its level that the keypoint's descriptor reads, turned as it is. */
static void
paint_patch (const VwPlotDigitPainter *self, const VwPlotMark *mark)
{
  double side = self->model->keypoints[mark->keypoint].size * self->layout->scale;
  cairo_t *cr = self->cr;

  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  cairo_rotate (cr, mark->angle);
  cairo_rectangle (cr, -side / 2, -side / 2, side, side);
  cairo_restore (cr);
  vw_plot_stroke_cased (cr, self->style->palette.highlight, self->style->palette.paper, 1.75, 1.75);
}

/* What the descriptor compares: below all rings, which it would cross out. */
static void
paint_pairs (const VwPlotDigitPainter *self, const VwPlotDigitState *state, const VwPlotMark *mark)
{
  VwPlotPairs pairs = { .pairs = state->pairs, .x = mark->x, .y = mark->y, .lit = state->lit,
                        .pixel = self->layout->canvas.width
                                 / self->model->levels[mark->level].width };

  vw_plot_pairs_paint (self->cr, &pairs, self->style);
}

static void
paint_pointed (const VwPlotDigitPainter *self, const VwPlotMark *mark)
{
  VwPlotColor color = self->style->palette.highlight;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, mark->x, mark->y, mark->radius + 4, 0, 2 * G_PI);
  vw_plot_color_set (self->cr, vw_plot_color_with_alpha (color, .22));
  cairo_fill (self->cr);
  trace_ring (self->cr, mark);
  vw_plot_stroke_cased (self->cr, color, self->style->palette.paper, 2.6, 2.2);
}

static void
paint_state (const VwPlotDigitPainter *self, const VwPlotDigitState *state)
{
  const VwPlotMark *pointed = find_mark (self->layout, state->pointed);
  gboolean paired = state->pairs != NULL && self->model->layers & VW_PLOT_LAYER_PAIRS;

  if (pointed != NULL && paired)
    paint_pairs (self, state, pointed);
  if (pointed != NULL && (paired || self->model->layers & VW_PLOT_LAYER_PATCH))
    paint_patch (self, pointed);
  for (guint i = 0; i < state->n_related; i++)
    {
      const VwPlotMark *mark = find_mark (self->layout, state->related[i]);

      if (mark != NULL)
        paint_pointed (self, mark);
    }
  if (pointed != NULL)
    paint_pointed (self, pointed);
}

void
vw_plot_digit_paint_ruler (cairo_t *cr, double from, double to, double across, gboolean turned)
{
  static const double strokes[][4] = { { 0, -5, 0, 5 }, { 0, 0, 4, -2.5 }, { 0, 0, 4, 2.5 } };
  double head = MIN (1, (to - from) / 12);

  cairo_save (cr);
  if (turned)
    cairo_transform (cr, &(cairo_matrix_t) { 0, 1, 1, 0, 0, 0 });
  cairo_move_to (cr, from, across);
  cairo_line_to (cr, to, across);
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    for (int side = 1; side >= -1; side -= 2)
      {
        double end = side > 0 ? from : to;

        cairo_move_to (cr, end + side * head * strokes[i][0], across + strokes[i][1]);
        cairo_line_to (cr, end + side * head * strokes[i][2], across + strokes[i][3]);
      }
  cairo_set_line_width (cr, 1.25);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_rulers (const VwPlotDigitPainter *self)
{
  const VwPlotDigitLayout *layout = self->layout;
  const cairo_rectangle_t *clip = &layout->clip;

  if (!vw_plot_digit_has_rulers (self->model, layout))
    return;
  vw_plot_color_set (self->cr, self->style->palette.dropped);
  vw_plot_digit_paint_ruler (self->cr, clip->x, layout->main_window.x, clip->y - RULER_GAP, FALSE);
  if (layout->canvas.y > clip->y - 1 && layout->main_window.y < clip->y + clip->height)
    vw_plot_digit_paint_ruler (self->cr, clip->y, layout->main_window.y, clip->x - RULER_GAP, TRUE);
}

/* A pill of paper behind each label, which may stand on ink and marks. */
static void
paint_texts (const VwPlotDigitPainter *self)
{
  VwPlotColor paper = vw_plot_color_with_alpha (self->style->palette.paper, .85);

  for (guint i = 0; i < vw_plot_texts_get_n (self->layout->texts); i++)
    {
      const VwPlotText *text = vw_plot_texts_get (self->layout->texts, i);
      cairo_rectangle_t pill = vw_plot_grow (&text->box, 2);

      if (vw_plot_contains (&self->layout->clip, text->x, text->y))
        vw_plot_fill_rounded (self->cr, &pill, 4, paper);
    }
  vw_plot_texts_paint (self->layout->texts, self->cr, NULL);
}

static void
paint_content (const VwPlotDigitPainter *self, const VwPlotDigitState *state)
{
  gboolean pointing = state != NULL && find_mark (self->layout, state->pointed) != NULL;
  guint layers = self->model->layers;

  vw_plot_fill (self->cr, &self->layout->clip, self->style->palette.paper);
  if (layers & VW_PLOT_LAYER_PIXELS)
    paint_pixels (self);
  if (layers & VW_PLOT_LAYER_BORDER)
    paint_border (self);
  paint_windows (self);
  vw_plot_digit_paint_corners (self);
  paint_marks (self, pointing);
  if (state != NULL)
    paint_state (self, state);
}

void
vw_plot_digit_paint (cairo_t *cr, const VwPlotDigit *model, const VwPlotDigitLayout *layout,
                     const VwPlotStyle *style, const VwPlotDigitState *state)
{
  VwPlotDigitPainter self = { cr, model, layout, style };
  const cairo_rectangle_t *clip = &layout->clip;
  VwPlotColor frame = vw_plot_color_with_alpha (style->palette.axis, .55);

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  paint_content (&self, state);
  cairo_restore (cr);
  cairo_save (cr);
  vw_plot_frame (cr, clip, frame, 1);
  paint_rulers (&self);
  paint_texts (&self);
  cairo_restore (cr);
}

/* A patch turned as its keypoint, or the edge of a level's window. */
static void
paint_square_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotLayers layer, double x, double y)
{
  static const double dashes[] = { 3, 2 };
  gboolean patch = layer == VW_PLOT_LAYER_PATCH;

  cairo_translate (cr, x, y);
  cairo_rotate (cr, patch ? -.4 : 0);
  cairo_rectangle (cr, -5, -5, 10, 10);
  cairo_set_dash (cr, dashes, patch ? 0 : 2, 0);
  cairo_set_line_width (cr, 1.5);
  vw_plot_color_set (cr, patch ? style->palette.highlight : style->palette.dim);
  cairo_stroke (cr);
}

/* Four pixels, one stronger than the other. */
static void
paint_score_sign (cairo_t *cr, const VwPlotStyle *style, double x, double y)
{
  for (int i = 0; i < 4; i++)
    {
      cairo_rectangle_t pixel = { x - 5 + i % 2 * 5, y - 5 + i / 2 * 5, 5, 5 };

      vw_plot_fill (cr, &pixel, vw_plot_color_with_alpha (style->palette.text, .16 + i * .21));
    }
}

static void
paint_pairs_sign (cairo_t *cr, const VwPlotStyle *style, double x, double y)
{
  static const double dashes[] = { 2, 1.5 };
  static const double lines[2][4] = { { -5, 3, 2, -5 }, { -1, 5, 6, -1 } };

  for (guint bit = 0; bit < 2; bit++)
    {
      const double *line = lines[bit];

      vw_plot_color_set (cr, style->palette.text);
      cairo_set_line_width (cr, 1.4);
      cairo_set_dash (cr, dashes, bit ? 0 : 2, 0);
      cairo_move_to (cr, x + line[0], y + line[1]);
      cairo_line_to (cr, x + line[2], y + line[3]);
      cairo_stroke (cr);
      cairo_arc (cr, x + line[2], y + line[3], 1.8, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

void
vw_plot_digit_paint_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotLayers layer, guint level,
                          double x, double y)
{
  const VwPlotPalette *palette = &style->palette;
  VwPlotMark mark = { .x = x - 1, .y = y + 1, .radius = 3.6, .angle = -.6 };
  cairo_rectangle_t area = { x - 7, y - 5, 14, 10 };

  cairo_save (cr);
  if (layer == VW_PLOT_LAYER_KEPT)
    {
      trace_ring (cr, &mark);
      vw_plot_stroke_cased (cr, vw_plot_style_level (style, level), palette->paper, 1.8, 0);
    }
  else if (layer == VW_PLOT_LAYER_BORDER)
    {
      vw_plot_fill (cr, &area, vw_plot_color_with_alpha (palette->dropped, .16));
      vw_plot_hatch (cr, &area, vw_plot_color_with_alpha (palette->dropped, .5), 4);
    }
  else if (layer == VW_PLOT_LAYER_PATCH || layer == VW_PLOT_LAYER_WINDOWS)
    paint_square_sign (cr, style, layer, x, y);
  else if (layer == VW_PLOT_LAYER_SCORES)
    paint_score_sign (cr, style, x, y);
  else if (layer == VW_PLOT_LAYER_PAIRS)
    paint_pairs_sign (cr, style, x, y);
  else
    vw_plot_digit_paint_corner_sign (cr, style, layer, x, y);
  cairo_restore (cr);
}

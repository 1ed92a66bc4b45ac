/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-private.h"

#include "plot/shapes.h"

#include <math.h>

#define RULER_ROOM 34.0
#define PAD 3.0
#define RING_SHARE 0.05 /* radius of a ring of the size of its patch */
#define CROWD 60
#define REACH 12.0
#define LABELLED_SIDE 380.0
#define MANY_WINDOWS 3
#define LABEL_FONT 11.0

static void
add_corners (GArray *corners, guint number, const VwTraceLevel *level)
{
  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *at = &level->corners[i];
      VwPlotCorner corner = { at->x * level->scale, at->y * level->scale, (guint8) number,
                              at->score, at->fate };

      g_array_append_val (corners, corner);
    }
}

GArray *
vw_plot_digit_corners (const VwOrbFrame *frame)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (VwPlotCorner));

  for (guint i = 0; frame->trace != NULL && i < frame->n_levels; i++)
    add_corners (corners, i, vw_orb_trace_get_level (frame->trace, i));
  return corners;
}

VwPlotDigit
vw_plot_digit_of (const VwInspection *seen, const GArray *corners)
{
  return (VwPlotDigit) {
    .width = seen->width, .height = seen->height, .pixels = seen->pixels,
    .n_keypoints = seen->frame.n_keypoints, .keypoints = seen->frame.keypoints,
    .n_corners = corners->len, .corners = (const VwPlotCorner *) corners->data,
    .n_levels = seen->frame.n_levels, .levels = seen->frame.levels,
    .edge_threshold = seen->parameters.edge_threshold,
    .layers = VW_PLOT_LAYERS_DEFAULT, .level = -1, .view = VW_PLOT_WHOLE_VIEW,
  };
}

/* Keeps the digit over the whole clip. */
static VwPlotView
clamp_view (VwPlotView view)
{
  double half;

  view.zoom = CLAMP (view.zoom, 1, VW_PLOT_MAX_ZOOM);
  half = .5 / view.zoom;
  view.x = CLAMP (view.x, half, 1 - half);
  view.y = CLAMP (view.y, half, 1 - half);
  return view;
}

static void
place_canvas (const VwPlotDigit *model, VwPlotDigitLayout *out)
{
  VwPlotView view = clamp_view (model->view);
  double room = model->layers & VW_PLOT_LAYER_RULERS ? RULER_ROOM : PAD;
  double scale = MIN ((out->width - room - PAD) / model->width,
                      (out->height - room - PAD) / model->height);
  cairo_rectangle_t *clip = &out->clip;

  scale = MAX (scale, 1e-3);
  clip->width = scale * model->width;
  clip->height = scale * model->height;
  clip->x = floor (room + (out->width - room - PAD - clip->width) / 2);
  clip->y = floor (room + (out->height - room - PAD - clip->height) / 2);
  out->scale = scale * view.zoom;
  out->canvas = (cairo_rectangle_t) { clip->x + clip->width * (.5 - view.x * view.zoom),
                                      clip->y + clip->height * (.5 - view.y * view.zoom),
                                      clip->width * view.zoom, clip->height * view.zoom };
}

/* Returns: %FALSE when no keypoint fits between the borders of the level. */
static gboolean
find_window (const VwPlotDigit *model, const VwPlotDigitLayout *out, guint level,
             cairo_rectangle_t *window)
{
  const VwLevelCounts *counts = &model->levels[level];
  double border = model->edge_threshold;

  if (counts->width <= 2 * border || counts->height <= 2 * border)
    return FALSE;
  *window = (cairo_rectangle_t) { out->canvas.x + out->canvas.width * border / counts->width,
                                  out->canvas.y + out->canvas.height * border / counts->height,
                                  out->canvas.width * (1 - 2 * border / counts->width),
                                  out->canvas.height * (1 - 2 * border / counts->height) };
  return TRUE;
}

/* The shown level's window, and the others' unless they are so many that they say nothing. */
static void
place_windows (const VwPlotDigit *model, VwPlotDigitLayout *out)
{
  cairo_rectangle_t window;
  guint n = 0;

  out->main_level = model->level >= 0 ? (guint) model->level : model->focus;
  if (out->main_level >= model->n_levels)
    return;
  for (guint level = 0; level < model->n_levels; level++)
    if (find_window (model, out, level, &window))
      out->windows[n++] = (VwPlotWindow) { window, level };
  if (find_window (model, out, out->main_level, &window))
    out->main_window = window;
  if (n > MANY_WINDOWS || model->level >= 0)
    {
      n = out->main_window.width > 0;
      out->windows[0] = (VwPlotWindow) { out->main_window, out->main_level };
    }
  out->n_windows = model->layers & VW_PLOT_LAYER_WINDOWS ? n : 0;
}

static void
place_marks (const VwPlotDigit *model, VwPlotDigitLayout *out)
{
  out->marks = g_new (VwPlotMark, model->n_keypoints);
  for (guint i = 0; i < model->n_keypoints && model->layers & VW_PLOT_LAYER_KEPT; i++)
    {
      const VwKeypoint *keypoint = &model->keypoints[i];
      VwPlotMark *mark = &out->marks[out->n_marks];

      if (model->level >= 0 && keypoint->octave != model->level)
        continue;
      *mark = (VwPlotMark) { .level = keypoint->octave, .keypoint = i,
                             .radius = RING_SHARE * keypoint->size * out->scale,
                             .angle = keypoint->angle * G_PI / 180 };
      vw_plot_digit_place_on (model, out, keypoint->octave, keypoint->x, keypoint->y, &mark->x,
                              &mark->y);
      out->n_marks++;
    }
  out->crowded = out->n_marks > CROWD;
  for (guint i = 0; out->crowded && i < out->n_marks; i++)
    out->marks[i].radius *= .5;
}

static char *
format_pixels (const VwPlotDigit *model, guint pixels)
{
  g_autofree char *count = vw_plot_format_count (model->numbers, pixels, FALSE);

  return vw_plot_compose (model->pixels_pattern, "count", count, NULL);
}

static gboolean
is_free (const VwPlotTexts *texts, const cairo_rectangle_t *box, const cairo_rectangle_t *inside)
{
  if (box->x < inside->x || box->y < inside->y
      || box->x + box->width > inside->x + inside->width
      || box->y + box->height > inside->y + inside->height)
    return FALSE;
  for (guint i = 0; i < vw_plot_texts_get_n (texts); i++)
    {
      const cairo_rectangle_t *other = &vw_plot_texts_get (texts, i)->box;

      if (box->x < other->x + other->width && other->x < box->x + box->width
          && box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}

static gboolean
covers_mark (const VwPlotDigitLayout *self, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < self->n_marks; i++)
    {
      const VwPlotMark *mark = &self->marks[i];
      double dx = mark->x - CLAMP (mark->x, box->x, box->x + box->width);
      double dy = mark->y - CLAMP (mark->y, box->y, box->y + box->height);

      if (hypot (dx, dy) < mark->radius)
        return TRUE;
    }
  return FALSE;
}

/* In the lower corners of the window, the right one first, or below or above it; not inside when
   that is too small. Returns: one that covers no mark if there is any, else the first that covers
   no text. */
static gboolean
find_label_place (const VwPlotDigitLayout *self,
                  const cairo_rectangle_t *window,
                  cairo_rectangle_t *box)
{
  double right = window->x + window->width - 4 - box->width;
  double inside = window->y + window->height - box->height - 3;
  const cairo_rectangle_t places[] = {
    { right, inside, box->width, box->height },
    { window->x + 4, inside, box->width, box->height },
    { right, window->y + window->height, box->width, box->height },
    { right, window->y - box->height - 3, box->width, box->height },
  };
  gboolean found = FALSE;

  for (guint i = window->width < box->width * 1.5 ? 2 : 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean covers = covers_mark (self, &places[i]);

      if (!is_free (self->texts, &places[i], &self->clip) || (found && covers))
        continue;
      *box = places[i];
      found = TRUE;
      if (!covers)
        break;
    }
  return found;
}

/* "80 px" at its window. */
static void
add_window_label (const VwPlotDigit *model, VwPlotDigitLayout *out, const VwPlotStyle *style,
                  const VwPlotWindow *window)
{
  g_autofree char *string = format_pixels (model, model->levels[window->level].width);
  double size = LABEL_FONT * style->text_scale;
  double height = vw_plot_texts_line_height (out->texts, size);
  double width = vw_plot_texts_measure (out->texts, string, size, TRUE);
  cairo_rectangle_t box = { .width = width, .height = height };
  VwPlotColor color = vw_plot_style_level (style, window->level);
  VwPlotLabel label = { .string = string, .align = VW_PLOT_END, .size = size, .bold = TRUE };

  if (vw_plot_color_contrast (color, style->palette.paper) < 4.5)
    color = style->palette.text; /* as text the mark's colour would be too faint */
  label.color = color;
  if (!find_label_place (out, &window->area, &box))
    return;
  label.x = box.x + width;
  label.y = box.y + height / 2;
  vw_plot_texts_add (out->texts, &label);
}

static void
add_ruler_labels (const VwPlotDigit *model, VwPlotDigitLayout *out, const VwPlotStyle *style)
{
  g_autofree char *string = format_pixels (model, model->edge_threshold);
  double size = LABEL_FONT * style->text_scale;
  double width = vw_plot_texts_measure (out->texts, string, size, TRUE);
  VwPlotLabel label = { .string = string, .x = out->main_window.x + 8, .y = out->clip.y - 9,
                        .size = size, .bold = TRUE, .color = style->palette.dropped };

  if (!vw_plot_digit_has_rulers (model, out) || label.x + width > out->width
      || vw_plot_texts_figure_height (out->texts, size) > 16)
    return;
  vw_plot_texts_add (out->texts, &label);
}

void
vw_plot_digit_layout (const VwPlotDigit *model, double width, double height,
                      const VwPlotStyle *style, VwPlotDigitLayout *out)
{
  vw_plot_digit_layout_clear (out);
  out->width = width;
  out->height = height;
  out->texts = vw_plot_texts_new (style);
  place_canvas (model, out);
  place_windows (model, out);
  place_marks (model, out);
  add_ruler_labels (model, out, style);
  for (guint i = 0; i < out->n_windows && out->clip.width > LABELLED_SIDE; i++)
    add_window_label (model, out, style, &out->windows[i]);
}

void
vw_plot_digit_layout_clear (VwPlotDigitLayout *layout)
{
  g_free (layout->marks);
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotDigitLayout) { 0 };
}

gboolean
vw_plot_digit_has_rulers (const VwPlotDigit *model, const VwPlotDigitLayout *layout)
{
  return model->layers & VW_PLOT_LAYER_RULERS && model->edge_threshold > 0
         && layout->main_window.width > 0
         && layout->canvas.x > layout->clip.x - 1 /* the border is in sight as a whole */
         && layout->main_window.x < layout->clip.x + layout->clip.width;
}

void
vw_plot_digit_place (const VwPlotDigitLayout *layout, double pixel_x, double pixel_y, double *x,
                     double *y)
{
  *x = layout->canvas.x + (pixel_x + .5) * layout->scale;
  *y = layout->canvas.y + (pixel_y + .5) * layout->scale;
}

/* The pixel's column or row on a level of @n, whose places were scaled up to @n_first: the two sizes are
 * each other's scale but for less than half a pixel. */
static double
level_pixel (double pixel, guint n, guint n_first)
{
  return round (pixel * n / n_first);
}

void
vw_plot_digit_place_on (const VwPlotDigit *model, const VwPlotDigitLayout *layout, guint level,
                        double pixel_x, double pixel_y, double *x, double *y)
{
  const VwLevelCounts *counts;

  if (model->level < 0 || level >= model->n_levels)
    {
      vw_plot_digit_place (layout, pixel_x, pixel_y, x, y);
      return;
    }
  counts = &model->levels[level];
  *x = layout->canvas.x
       + (level_pixel (pixel_x, counts->width, model->width) + .5) * layout->canvas.width
             / counts->width;
  *y = layout->canvas.y
       + (level_pixel (pixel_y, counts->height, model->height) + .5) * layout->canvas.height
             / counts->height;
}

int
vw_plot_digit_hit (const VwPlotDigitLayout *layout, double x, double y)
{
  double best = REACH;
  int found = -1;

  if (!vw_plot_contains (&layout->clip, x, y))
    return -1;
  for (guint i = 0; i < layout->n_marks; i++)
    {
      const VwPlotMark *mark = &layout->marks[i];
      double distance = hypot (mark->x - x, mark->y - y);

      if (distance < best)
        {
          best = distance;
          found = mark->keypoint;
        }
    }
  return found;
}

VwPlotView
vw_plot_digit_zoom (const VwPlotDigit *model, const VwPlotDigitLayout *layout, double x, double y,
                    double factor)
{
  VwPlotView view = clamp_view (model->view);
  double share_x = (x - layout->canvas.x) / layout->canvas.width;
  double share_y = (y - layout->canvas.y) / layout->canvas.height;
  double zoom = CLAMP (view.zoom * factor, 1, VW_PLOT_MAX_ZOOM);

  view.x = share_x + (view.x - share_x) * view.zoom / zoom;
  view.y = share_y + (view.y - share_y) * view.zoom / zoom;
  view.zoom = zoom;
  return clamp_view (view);
}

VwPlotView
vw_plot_digit_pan (const VwPlotDigit *model, const VwPlotDigitLayout *layout, double dx, double dy)
{
  VwPlotView view = clamp_view (model->view);

  view.x -= dx / layout->canvas.width;
  view.y -= dy / layout->canvas.height;
  return clamp_view (view);
}

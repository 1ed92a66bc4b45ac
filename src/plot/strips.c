/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/strips.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 10.5
#define FIGURE_FONT 12.0
#define GAP 12.0
#define LEAST_LABELLED 200.0 /* narrower strips have no titles beside them */

static void
add_titles (const VwPlotStrips *model, const VwPlotStyle *style, VwPlotStripsLayout *out)
{
  double scale = style->text_scale;

  for (guint i = 0; i < 2; i++)
    {
      double middle = out->areas[i].y + out->areas[i].height / 2;
      gboolean two = model->figures[i] != NULL;
      double apart = vw_plot_texts_line_height (out->texts, FIGURE_FONT * scale) / 2;

      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = model->titles[i], .y = middle - (two ? apart : 0), .size = FONT * scale,
        .color = style->palette.dim });
      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = model->figures[i], .y = middle + apart, .size = FIGURE_FONT * scale,
        .bold = TRUE, .color = style->palette.text });
    }
}

/* Names stand in the middle of their stage, where that is wide enough. */
static void
add_stages (const VwPlotStrips *model, const VwPlotStyle *style, VwPlotStripsLayout *out)
{
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (out->texts, size);
  double y = out->areas[1].y + out->areas[1].height + 3 + line / 2;

  for (guint i = 0; i < model->n_stages; i++)
    {
      const VwPlotStageBand *stage = &model->stages[i];
      double room = (stage->end - stage->begin) * out->scale - 4;

      if (vw_plot_texts_measure (out->texts, stage->name, size, FALSE) <= room)
        vw_plot_texts_add (out->texts, &(VwPlotLabel) {
          .string = stage->name, .y = y, .align = VW_PLOT_CENTER, .size = size,
          .x = out->areas[0].x + (stage->begin + stage->end) / 2 * out->scale,
          .color = style->palette.dim });
    }
}

void
vw_plot_strips_layout (const VwPlotStrips *model, double width, double height,
                       const VwPlotStyle *style, VwPlotStripsLayout *out)
{
  double scale = style->text_scale, titles = 0, line, strip, left;
  gboolean titled;

  vw_plot_strips_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  line = vw_plot_texts_line_height (out->texts, FONT * scale);
  for (guint i = 0; i < 2; i++)
    titles = MAX (titles,
                  MAX (vw_plot_texts_measure (out->texts, model->titles[i], FONT * scale, FALSE),
                       vw_plot_texts_measure (out->texts, model->figures[i], FIGURE_FONT * scale,
                                              TRUE)));
  strip = MAX (floor ((height - line - 5) / 2), 1);
  titled = width - titles - GAP >= LEAST_LABELLED * .6
           && strip >= 2 * vw_plot_texts_line_height (out->texts, FIGURE_FONT * scale);
  left = titled ? ceil (titles + GAP) : 1;
  for (guint i = 0; i < 2; i++)
    out->areas[i] = (cairo_rectangle_t) { left, i * strip, MAX (width - left - 4, 1), strip - 1 };
  out->scale = model->seconds > 0 ? out->areas[0].width / model->seconds : 0;
  if (titled)
    add_titles (model, style, out);
  add_stages (model, style, out);
}

void
vw_plot_strips_layout_clear (VwPlotStripsLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotStripsLayout) { 0 };
}

int
vw_plot_strips_hit (const VwPlotStrips *model, const VwPlotStripsLayout *layout, double x, double y)
{
  const cairo_rectangle_t *area = &layout->areas[0];
  double second = (x - area->x) / layout->scale;
  int found = -1;

  if (layout->scale <= 0 || x < area->x || x > area->x + area->width || y < 0
      || y > layout->areas[1].y + layout->areas[1].height)
    return -1;
  for (guint i = 0; i < model->n_samples && model->samples[i].second <= second; i++)
    found = i;
  return found;
}

static void
paint_bands (cairo_t *cr, const VwPlotStrips *model, const VwPlotStripsLayout *layout,
             const VwPlotStyle *style)
{
  VwPlotColor color = vw_plot_color_mix (style->palette.background, style->palette.text, .045);

  for (guint strip = 0; strip < 2; strip++)
    for (guint i = 1; i < model->n_stages; i += 2)
      {
        const VwPlotStageBand *stage = &model->stages[i];
        const cairo_rectangle_t *area = &layout->areas[strip];
        cairo_rectangle_t band = { area->x + stage->begin * layout->scale, area->y,
                                   (stage->end - stage->begin) * layout->scale, area->height };

        vw_plot_fill (cr, &band, color);
      }
}

static void
paint_series (cairo_t *cr, const VwPlotStrips *model, const VwPlotStripsLayout *layout,
              guint strip, VwPlotColor color)
{
  const cairo_rectangle_t *area = &layout->areas[strip];
  double bottom = area->y + area->height, x = area->x, y = bottom;

  if (model->n_samples == 0)
    return;
  cairo_new_path (cr);
  for (guint i = 0; i < model->n_samples; i++)
    {
      double value = CLAMP (model->samples[i].values[strip] / model->most[strip], 0, 1);

      x = area->x + model->samples[i].second * layout->scale;
      y = bottom - value * (area->height - 3);
      cairo_line_to (cr, x, y);
    }
  vw_plot_color_set (cr, color);
  cairo_set_line_width (cr, 1.75);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  cairo_line_to (cr, x, bottom);
  cairo_line_to (cr, area->x + model->samples[0].second * layout->scale, bottom);
  cairo_close_path (cr);
  vw_plot_color_set (cr, vw_plot_color_with_alpha (color, .14));
  cairo_fill (cr);
  if (!model->running)
    return;
  vw_plot_color_set (cr, color);
  cairo_arc (cr, x, y, 3, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_now (cairo_t *cr, const VwPlotStrips *model, const VwPlotStripsLayout *layout,
           const VwPlotStyle *style)
{
  static const double dashes[] = { 3, 3 };
  double x;

  if (!model->running || model->n_samples == 0)
    return;
  x = floor (layout->areas[0].x
             + model->samples[model->n_samples - 1].second * layout->scale) + .5;
  vw_plot_color_set (cr, style->palette.axis);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, x, layout->areas[0].y);
  cairo_line_to (cr, x, layout->areas[1].y + layout->areas[1].height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
vw_plot_strips_paint (cairo_t *cr, const VwPlotStrips *model, const VwPlotStripsLayout *layout,
                      const VwPlotStyle *style)
{
  const VwPlotColor colors[] = { style->palette.accent, style->palette.against };

  cairo_save (cr);
  paint_bands (cr, model, layout, style);
  paint_now (cr, model, layout, style);
  for (guint i = 0; i < 2; i++)
    {
      const cairo_rectangle_t *area = &layout->areas[i];

      paint_series (cr, model, layout, i, colors[i]);
      vw_plot_fill (cr, &(cairo_rectangle_t) { area->x, area->y + area->height, area->width, 1 },
                    style->palette.grid);
    }
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

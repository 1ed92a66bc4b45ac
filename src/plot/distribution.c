/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/distribution.h"

#include "plot/scale.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 10.5
#define BOX 8.0
#define DOT 3.0
#define GAP 6.0
#define FAR 2.5 /* times the largest spread */
#define STALE .35

/* The top of the scale. A digit far above its like must not crush them: it leaves the scale. */
static double
largest_value (const VwPlotDistribution *model)
{
  double most = 1;

  for (guint i = 0; i < model->n_classes; i++)
    most = MAX (most, model->spreads[i].high);
  return model->value <= FAR * most ? MAX (most, model->value) : most;
}

static double
widest_name (const VwPlotDistribution *model, VwPlotTexts *texts, double size)
{
  double widest = 0;

  for (guint i = 0; i < model->n_classes; i++)
    widest = MAX (widest, vw_plot_texts_measure (texts, model->classes[i], size, TRUE));
  return widest;
}

static gboolean
has_dot (const VwPlotDistribution *model)
{
  return model->marked >= 0 && !isnan (model->value);
}

static double
dot_x (const VwPlotDistribution *model, const VwPlotDistributionLayout *layout)
{
  return layout->left + (model->marked + .5) * layout->slot + MIN (BOX + 1, layout->slot * .4);
}

/* The value of a digit beyond the scale, beside its arrow head. */
static void
add_far_value (const VwPlotDistribution *model, const VwPlotStyle *style,
               VwPlotDistributionLayout *out)
{
  double size = FONT * style->text_scale;
  double half = vw_plot_texts_figure_height (out->texts, size) / 2;
  double x = dot_x (model, out);
  g_autofree char *string = NULL;
  double width;

  if (!has_dot (model) || model->value <= out->ticks * out->tick_step)
    return;
  string = vw_plot_format_count (model->numbers, (gint64) model->value, FALSE);
  width = vw_plot_texts_measure (out->texts, string, size, TRUE);
  x += x + DOT + 4 + width < out->width ? DOT + 4 : -DOT - 4 - width;
  vw_plot_texts_add (out->texts, &(VwPlotLabel) {
    .string = string, .x = x, .size = size, .bold = TRUE, .color = style->palette.highlight,
    .y = out->base - out->ticks * out->tick_step * out->scale + half });
}

static void
add_texts (const VwPlotDistribution *model, const VwPlotStyle *style,
           VwPlotDistributionLayout *out, double names)
{
  double size = FONT * style->text_scale;
  gboolean upwards = names > out->slot - 2;
  double line = vw_plot_texts_line_height (out->texts, size);

  for (guint i = 0; i <= out->ticks; i++)
    {
      g_autofree char *string
          = vw_plot_format_count (model->numbers, (gint64) (i * out->tick_step), FALSE);

      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = string, .x = out->left - GAP, .y = out->base - i * out->tick_step * out->scale,
        .align = VW_PLOT_END, .size = size, .color = style->palette.dim });
    }
  for (guint i = 0; i < model->n_classes && (!upwards || out->slot >= line); i++)
    vw_plot_texts_add (out->texts, &(VwPlotLabel) {
      .string = model->classes[i], .x = out->left + (i + .5) * out->slot,
      .y = out->base + 4 + (upwards ? 0 : line / 2),
      .align = upwards ? VW_PLOT_END : VW_PLOT_CENTER,
      .turn = upwards ? VW_PLOT_UPWARDS : VW_PLOT_ACROSS,
      .max_width = upwards ? out->height - out->base - 6 : 0, .size = size,
      .bold = (int) i == model->marked,
      .color = (int) i == model->marked ? style->palette.text : style->palette.dim });
}

void
vw_plot_distribution_layout (const VwPlotDistribution *model, double width, double height,
                             const VwPlotStyle *style, VwPlotDistributionLayout *out)
{
  double size = FONT * style->text_scale;
  double most = largest_value (model);
  double line, room, names;
  g_autofree char *widest = NULL;

  vw_plot_distribution_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  out->n_classes = model->n_classes;
  line = vw_plot_texts_line_height (out->texts, size);
  widest = vw_plot_format_count (model->numbers, (gint64) ceil (most * 10), FALSE);
  out->left = ceil (vw_plot_texts_measure (out->texts, widest, size, FALSE)) + GAP;
  out->slot = MAX (width - out->left - 1, 1) / MAX (model->n_classes, 1);
  names = widest_name (model, out->texts, size);
  out->base = floor (height - 4 - (names > out->slot - 2 ? MIN (names + 4, height * .4) : line));
  room = MAX (out->base - line / 2 - 1, 1);
  out->tick_step = vw_plot_nice_step (most, CLAMP ((guint) (room / (1.6 * line)), 1, 4), 1);
  out->ticks = (guint) ceil (most / out->tick_step - 1e-9);
  out->scale = room / (out->ticks * out->tick_step);
  add_texts (model, style, out, names);
  add_far_value (model, style, out);
}

void
vw_plot_distribution_layout_clear (VwPlotDistributionLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotDistributionLayout) { 0 };
}

int
vw_plot_distribution_hit (const VwPlotDistributionLayout *layout, double x, double y)
{
  if (x < layout->left || x >= layout->left + layout->n_classes * layout->slot || y < 0
      || y >= layout->height)
    return -1;
  return MIN ((int) ((x - layout->left) / layout->slot), (int) layout->n_classes - 1);
}

static void
paint_spread (cairo_t *cr, const VwPlotDistributionLayout *layout, const VwPlotStyle *style,
              const VwPlotSpread *spread, double x, VwPlotColor color)
{
  double box = MIN (BOX, layout->slot * .6);
  double high = layout->base - spread->high * layout->scale;
  double upper = layout->base - spread->upper * layout->scale;
  cairo_rectangle_t line = { x - .75, high, 1.5, (spread->high - spread->low) * layout->scale };
  cairo_rectangle_t body = { x - box / 2, upper, box,
                             (spread->upper - spread->lower) * layout->scale };
  cairo_rectangle_t notch = { x - box / 2, layout->base - spread->median * layout->scale - .75, box,
                              1.5 };

  vw_plot_fill (cr, &line, color);
  vw_plot_fill_rounded (cr, &body, 1.5, color);
  if (body.height >= 4)
    vw_plot_fill (cr, &notch, style->palette.background);
}

/* A dot at its value, or an arrow head at the top for one beyond the scale. */
static void
paint_dot (cairo_t *cr, const VwPlotDistribution *model, const VwPlotDistributionLayout *layout,
           const VwPlotStyle *style)
{
  double x = dot_x (model, layout);
  double top = layout->base - layout->ticks * layout->tick_step * layout->scale;
  double y = layout->base - model->value * layout->scale;

  vw_plot_color_set (cr, style->palette.highlight);
  cairo_new_sub_path (cr);
  if (y >= top - 1)
    cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
  else
    {
      cairo_move_to (cr, x - DOT - 1, top + 2 * DOT);
      cairo_line_to (cr, x, top - 1);
      cairo_line_to (cr, x + DOT + 1, top + 2 * DOT);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

void
vw_plot_distribution_paint (cairo_t *cr, const VwPlotDistribution *model,
                            const VwPlotDistributionLayout *layout, const VwPlotStyle *style,
                            int pointed)
{
  double right = layout->left + layout->n_classes * layout->slot;
  cairo_rectangle_t column = { layout->left + pointed * layout->slot, 0, layout->slot,
                               layout->height };

  cairo_save (cr);
  if (pointed >= 0)
    vw_plot_fill_rounded (cr, &column, 3, vw_plot_color_with_alpha (style->palette.text, .07));
  for (guint i = 0; i <= layout->ticks; i++)
    {
      double y = floor (layout->base - i * layout->tick_step * layout->scale);
      cairo_rectangle_t line = { layout->left, y, right - layout->left, 1 };

      vw_plot_fill (cr, &line, i == 0 ? style->palette.axis : style->palette.grid);
    }
  for (guint i = 0; i < model->n_classes; i++)
    {
      VwPlotColor color = (int) i == model->marked ? style->palette.levels[0] : style->palette.bar;

      paint_spread (cr, layout, style, &model->spreads[i], layout->left + (i + .5) * layout->slot,
                    model->stale ? vw_plot_color_with_alpha (color, STALE) : color);
    }
  if (has_dot (model))
    paint_dot (cr, model, layout, style);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

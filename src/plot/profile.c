/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/profile.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 11.5
#define GAP 6.0
#define LONGEST_NAME .22 /* of the width */
#define EXTRA_ROW 7.0    /* beyond a line of text */

static char *
format_share (const VwPlotProfile *model, guint index)
{
  return vw_plot_format_percent (model->numbers, model->shares[index], 0, FALSE);
}

static char *
format_weight (const VwPlotProfile *model, guint index)
{
  return vw_plot_format_decimal (model->numbers, model->weights[index], 2, TRUE);
}

/* How wide the texts of a column are at most. */
static double
measure (const VwPlotProfile *model, VwPlotTexts *texts, double size,
         char *(*format) (const VwPlotProfile *model, guint index))
{
  double widest = 0;

  for (guint i = 0; i < model->n_classes; i++)
    {
      g_autofree char *text = format (model, i);

      widest = MAX (widest, vw_plot_texts_measure (texts, text, size, TRUE));
    }
  return widest;
}

static double
measure_names (const VwPlotProfile *model, VwPlotTexts *texts, double size, double width)
{
  double widest = 0;

  for (guint i = 0; i < model->n_classes; i++)
    widest = MAX (widest, vw_plot_texts_measure (texts, model->classes[i], size, TRUE));
  return MIN (widest + 1, LONGEST_NAME * width);
}

static void
place_shares (const VwPlotProfile *model, VwPlotProfileLayout *out, double right)
{
  double most = 0;

  for (guint i = 0; i < model->n_classes; i++)
    most = MAX (most, MAX (model->shares[i], model->averages[i]));
  out->share_scale = most > 0 ? MAX (right - out->share_left, 1) / most : 0;
}

/* Weights on both sides of zero have one scale. */
static void
place_weights (const VwPlotProfile *model, VwPlotProfileLayout *out, double left, double right)
{
  double least = 0, most = 0, room = MAX (right - left, 1);

  for (guint i = 0; i < model->n_classes; i++)
    {
      least = MIN (least, model->weights[i]);
      most = MAX (most, model->weights[i]);
    }
  out->weight_scale = most > least ? room / (most - least) : 0;
  out->zero = round (left - least * out->weight_scale);
}

static void
add_row (const VwPlotProfile *model, const VwPlotStyle *style, VwPlotProfileLayout *out,
         guint index, VwPlotLabel label)
{
  double reach = MAX (model->shares[index], model->averages[index]) * out->share_scale;
  double weight = model->weights[index] * out->weight_scale;
  g_autofree char *share = format_share (model, index);
  g_autofree char *text = format_weight (model, index);

  label.bold = (int) index == model->leader;
  label.color = label.bold ? style->palette.text : style->palette.dim;
  label.string = model->classes[index];
  label.align = VW_PLOT_START;
  vw_plot_texts_add (out->texts, &label);
  label.max_width = 0;
  label.string = share;
  label.x = out->share_left + reach + GAP;
  vw_plot_texts_add (out->texts, &label);
  label.string = text;
  label.bold = FALSE;
  label.color = style->palette.dim;
  label.align = weight < 0 ? VW_PLOT_END : VW_PLOT_START;
  label.x = out->zero + weight + (weight < 0 ? -GAP : GAP);
  vw_plot_texts_add (out->texts, &label);
}

static void
add_titles (const VwPlotProfile *model, const VwPlotStyle *style, VwPlotProfileLayout *out,
            double half, double line)
{
  VwPlotLabel label
      = { .y = line / 2, .size = FONT * style->text_scale, .color = style->palette.dim };

  label.string = model->share_title;
  label.x = out->share_left;
  label.max_width = half - GAP - out->share_left;
  vw_plot_texts_add (out->texts, &label);
  label.string = model->weight_title;
  label.x = (half + out->width) / 2;
  label.align = VW_PLOT_CENTER;
  label.max_width = out->width - half - 1;
  vw_plot_texts_add (out->texts, &label);
}

void
vw_plot_profile_layout (const VwPlotProfile *model, double width, double height,
                        const VwPlotStyle *style, VwPlotProfileLayout *out)
{
  double size = FONT * style->text_scale, names, shares, weights, line, half;
  VwPlotLabel label = { 0 };

  vw_plot_profile_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->n_classes = model->n_classes;
  line = vw_plot_texts_line_height (out->texts, size);
  out->top = ceil (line + 4);
  out->row_height
      = height > 0 && model->n_classes > 0
            ? CLAMP (floor ((height - out->top) / model->n_classes), 6, line + EXTRA_ROW)
            : ceil (line + EXTRA_ROW);
  out->height = height > 0 ? height : out->top + model->n_classes * out->row_height;
  out->bar_height = MIN (10 * style->text_scale, .6 * out->row_height);
  label.size = MIN (size, .8 * out->row_height);
  names = measure_names (model, out->texts, label.size, width);
  shares = measure (model, out->texts, label.size, format_share);
  weights = measure (model, out->texts, label.size, format_weight);
  out->share_left = ceil (names + 2 * GAP);
  half = floor ((out->share_left + width) / 2);
  place_shares (model, out, half - GAP - shares - GAP);
  place_weights (model, out, half + weights + GAP, width - weights - GAP);
  label.max_width = names;
  for (guint i = 0; i < model->n_classes; i++)
    {
      label.y = out->top + (i + .5) * out->row_height;
      add_row (model, style, out, i, label);
    }
  add_titles (model, style, out, half, line);
}

void
vw_plot_profile_layout_clear (VwPlotProfileLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotProfileLayout){ 0 };
}

int
vw_plot_profile_hit (const VwPlotProfileLayout *layout, double x, double y)
{
  if (x < 0 || x >= layout->width || y < layout->top
      || y >= layout->top + layout->n_classes * layout->row_height)
    return -1;
  return (int) ((y - layout->top) / layout->row_height);
}

static void
paint_weight (cairo_t *cr, const VwPlotPalette *palette, const cairo_rectangle_t *bar,
              double weight)
{
  if (weight > 0)
    vw_plot_fill_rounded (cr, bar, 2, palette->favour);
  else if (bar->width > 0)
    vw_plot_hollow (cr, bar, palette->against);
}

static void
paint_row (cairo_t *cr, const VwPlotProfile *model, const VwPlotProfileLayout *layout,
           const VwPlotStyle *style, guint index)
{
  const VwPlotPalette *palette = &style->palette;
  double y = layout->top + (index + .5) * layout->row_height;
  double high = layout->bar_height, reach = model->weights[index] * layout->weight_scale;
  cairo_rectangle_t share
      = { layout->share_left, y - high / 2, model->shares[index] * layout->share_scale, high };
  cairo_rectangle_t average
      = { layout->share_left + model->averages[index] * layout->share_scale - .75, y - high / 2 - 2,
          1.5, high + 4 };
  cairo_rectangle_t weight = { layout->zero + MIN (reach, 0), y - high / 2, fabs (reach), high };

  vw_plot_fill_rounded (cr, &share, 2,
                        (int) index == model->leader ? palette->favour : palette->bar);
  if (vw_plot_contains (&share, average.x, y)) /* the line stays to be seen on the bar */
    {
      cairo_rectangle_t casing = vw_plot_grow (&average, 1);

      vw_plot_fill (cr, &casing, palette->background);
    }
  vw_plot_fill (cr, &average, palette->text);
  paint_weight (cr, palette, &weight, model->weights[index]);
}

void
vw_plot_profile_paint (cairo_t *cr, const VwPlotProfile *model, const VwPlotProfileLayout *layout,
                       const VwPlotStyle *style, int pointed)
{
  double rows = layout->n_classes * layout->row_height;
  cairo_rectangle_t row
      = { 0, layout->top + pointed * layout->row_height, layout->width, layout->row_height };

  cairo_save (cr);
  if (pointed >= 0)
    vw_plot_fill_rounded (cr, &row, 3, vw_plot_color_with_alpha (style->palette.text, .07));
  for (guint i = 0; i < model->n_classes; i++)
    paint_row (cr, model, layout, style, i);
  vw_plot_fill (cr, &(cairo_rectangle_t){ layout->share_left - 1, layout->top, 1, rows },
                style->palette.axis);
  vw_plot_fill (cr, &(cairo_rectangle_t){ layout->zero, layout->top, 1, rows },
                style->palette.axis);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

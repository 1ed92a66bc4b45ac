/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/dumbbells.h"

#include "plot/scale.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 11.5
#define GAP 10.0
#define RING 4.0
#define DISC 4.5
#define LONGEST_NAME .3 /* of the width */

static char *
format_change (const VwPlotDumbbells *model, guint index)
{
  return vw_plot_format_decimal (model->numbers,
                                 (model->after[index] - model->before[index]) * 100, 1, TRUE);
}

static double
place (const VwPlotDumbbellsLayout *layout, double share)
{
  return layout->left + (share - layout->least) * layout->scale;
}

/* The scale starts at a tick below the lowest share and ends at the one above the highest. */
static void
choose_scale (const VwPlotDumbbells *model, VwPlotDumbbellsLayout *out, guint intervals)
{
  double least = 1, most = 0;

  for (guint i = 0; i < model->n_classes; i++)
    {
      least = MIN (least, MIN (model->before[i], model->after[i]));
      most = MAX (most, MAX (model->before[i], model->after[i]));
    }
  out->tick_step = vw_plot_nice_step (MAX (most - least, .04), intervals, .01);
  out->least = floor (least / out->tick_step + 1e-9) * out->tick_step;
  out->ticks = (guint) ceil ((most - out->least) / out->tick_step - 1e-9);
  out->ticks = MAX (out->ticks, 1);
  out->scale = (out->right - out->left) / (out->ticks * out->tick_step);
}

static void
add_rows (const VwPlotDumbbells *model, const VwPlotStyle *style, VwPlotDumbbellsLayout *out,
          double names)
{
  VwPlotLabel label = { .size = MIN (FONT * style->text_scale, .8 * out->row_height) };

  for (guint i = 0; i < model->n_classes; i++)
    {
      g_autofree char *change = format_change (model, i);

      label.y = out->top + (i + .5) * out->row_height;
      label.string = model->classes[i];
      label.x = 0;
      label.align = VW_PLOT_START;
      label.max_width = names;
      label.color = style->palette.dim;
      vw_plot_texts_add (out->texts, &label);
      label.string = change;
      label.x = out->width - 1;
      label.align = VW_PLOT_END;
      label.max_width = 0;
      label.color = style->palette.text;
      vw_plot_texts_add (out->texts, &label);
    }
}

/* Every tick has its line; its figure only where the one before leaves room. */
static void
add_ticks (const VwPlotDumbbells *model, const VwPlotStyle *style, VwPlotDumbbellsLayout *out)
{
  double size = FONT * style->text_scale;
  double end = 0;

  for (guint i = 0; i <= out->ticks; i++)
    {
      double share = out->least + i * out->tick_step;
      g_autofree char *string = vw_plot_format_percent (model->numbers, share, 0, FALSE);
      double half = vw_plot_texts_measure (out->texts, string, size, FALSE) / 2;
      double x = CLAMP (place (out, share), half, MAX (out->width - half - 1, half));

      if (x - half < end)
        continue;
      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = string, .x = x, .y = out->height - out->row_height / 2,
        .align = VW_PLOT_CENTER, .size = MIN (size, .8 * out->row_height),
        .color = style->palette.dim });
      end = x + half + 6;
    }
}

void
vw_plot_dumbbells_layout (const VwPlotDumbbells *model, double width, double height,
                          const VwPlotStyle *style, VwPlotDumbbellsLayout *out)
{
  double size = FONT * style->text_scale;
  double names = 0, changes = 0, line, tick;
  guint rows = model->n_classes + 1;

  vw_plot_dumbbells_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->n_classes = model->n_classes;
  line = vw_plot_texts_line_height (out->texts, size);
  out->row_height = height > 0 ? MAX (floor (height / rows), 6) : ceil (line) + 3;
  out->height = height > 0 ? height : rows * out->row_height;
  for (guint i = 0; i < model->n_classes; i++)
    {
      g_autofree char *change = format_change (model, i);

      names = MAX (names, vw_plot_texts_measure (out->texts, model->classes[i], size, FALSE));
      changes = MAX (changes, vw_plot_texts_measure (out->texts, change, size, FALSE));
    }
  names = MIN (names + 1, LONGEST_NAME * width);
  out->left = names + GAP + DISC;
  out->right = MAX (width - changes - GAP - DISC, out->left + 1);
  tick = vw_plot_texts_measure (out->texts, "100 %", size, FALSE) * 1.5;
  choose_scale (model, out, CLAMP ((guint) ((out->right - out->left) / tick), 1, 4));
  add_rows (model, style, out, names);
  add_ticks (model, style, out);
}

void
vw_plot_dumbbells_layout_clear (VwPlotDumbbellsLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotDumbbellsLayout) { 0 };
}

int
vw_plot_dumbbells_hit (const VwPlotDumbbellsLayout *layout, double x, double y)
{
  if (x < 0 || x >= layout->width || y < layout->top
      || y >= layout->top + layout->n_classes * layout->row_height)
    return -1;
  return (int) ((y - layout->top) / layout->row_height);
}

static void
paint_dumbbell (cairo_t *cr, const VwPlotDumbbells *model, const VwPlotDumbbellsLayout *layout,
                const VwPlotStyle *style, guint index)
{
  double y = layout->top + (index + .5) * layout->row_height;
  double from = place (layout, model->before[index]);
  double to = place (layout, model->after[index]);
  VwPlotColor color = to < from ? style->palette.against : style->palette.accent;
  cairo_rectangle_t bar = { MIN (from, to), y - 1.5, fabs (to - from), 3 };

  vw_plot_fill (cr, &bar, vw_plot_color_with_alpha (color, .35));
  cairo_new_sub_path (cr);
  cairo_arc (cr, from, y, RING, 0, 2 * G_PI);
  vw_plot_color_set (cr, style->palette.background);
  cairo_fill_preserve (cr);
  vw_plot_color_set (cr, style->palette.dim);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, to, y, DISC, 0, 2 * G_PI);
  vw_plot_color_set (cr, color);
  cairo_fill (cr);
}

void
vw_plot_dumbbells_paint (cairo_t *cr, const VwPlotDumbbells *model,
                         const VwPlotDumbbellsLayout *layout, const VwPlotStyle *style,
                         int pointed)
{
  double height = layout->n_classes * layout->row_height;
  cairo_rectangle_t row = { 0, layout->top + pointed * layout->row_height, layout->width,
                            layout->row_height };

  cairo_save (cr);
  if (pointed >= 0)
    vw_plot_fill_rounded (cr, &row, 3, vw_plot_color_with_alpha (style->palette.text, .07));
  for (guint i = 0; i <= layout->ticks; i++)
    {
      double x = floor (place (layout, layout->least + i * layout->tick_step));
      cairo_rectangle_t line = { x, layout->top, 1, height };

      vw_plot_fill (cr, &line, style->palette.grid);
    }
  for (guint i = 0; i < model->n_classes; i++)
    paint_dumbbell (cr, model, layout, style, i);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/curve.h"

#include "plot/scale.h"

#include <math.h>

#define FONT 10.5
#define TITLE_FONT 11.5
#define GAP 6.0
#define INSET 10.0 /* from the ends of the x axis to the first and the last value */
#define FIRST_SHARE .6 /* of the height, for the first of two panels */

static double
value_of (const VwPlotCurve *model, guint point, guint panel)
{
  return model->points[point].values[panel];
}

static void
find_range (const VwPlotCurve *model, guint panel, double *least, double *most)
{
  *least = INFINITY;
  *most = -INFINITY;
  for (guint i = 0; i < model->n_points; i++)
    if (!isnan (value_of (model, i, panel)))
      {
        *least = fmin (*least, value_of (model, i, panel));
        *most = fmax (*most, value_of (model, i, panel));
      }
  if (panel == 0 && !isnan (model->mean))
    {
      *least = fmin (*least, model->mean - model->deviation);
      *most = fmax (*most, model->mean + model->deviation);
    }
  if (*least > *most)
    {
      *least = 0;
      *most = 1;
    }
}

/* Shares are told apart only on an axis that is fitted to them; amounts begin at nothing. */
static void
fit_axis (const VwPlotCurve *model, guint panel, guint intervals, VwPlotCurveAxis *axis)
{
  double least, most;

  find_range (model, panel, &least, &most);
  if (model->panels[panel].share)
    {
      double middle = (least + most) / 2, half = fmax ((most - least) / 2, .005);

      least = fmax (0, middle - half);
      most = fmin (1, middle + half);
      axis->tick_step = vw_plot_nice_step (most - least, intervals, 0);
      axis->bottom = floor (least / axis->tick_step + 1e-9) * axis->tick_step;
    }
  else
    axis->tick_step = vw_plot_nice_step (fmax (most, 1), intervals, 0);
  axis->ticks = (guint) fmax (ceil ((most - axis->bottom) / axis->tick_step - 1e-9), 1);
  axis->top = axis->bottom + axis->ticks * axis->tick_step;
}

/* As many decimals as multiples of @step have. */
static int
digits_of (double step)
{
  int digits = 0;

  while (digits < 4 && fabs (step - round (step)) > 1e-6)
    {
      step *= 10;
      digits++;
    }
  return digits;
}

static char *
tick_text (const VwPlotCurve *model, guint panel, const VwPlotCurveAxis *axis, guint tick)
{
  double value = axis->bottom + tick * axis->tick_step;

  if (model->panels[panel].share)
    return vw_plot_format_percent (model->numbers, value, digits_of (axis->tick_step * 100), FALSE);
  return vw_plot_format_decimal (model->numbers, value, digits_of (axis->tick_step), FALSE);
}

static double
widest_tick (const VwPlotCurve *model, VwPlotCurveLayout *out, double size)
{
  double widest = 0;

  for (guint panel = 0; panel < model->n_panels; panel++)
    for (guint i = 0; i <= out->axes[panel].ticks; i++)
      {
        g_autofree char *text = tick_text (model, panel, &out->axes[panel], i);

        widest = fmax (widest, vw_plot_texts_measure (out->texts, text, size, FALSE));
      }
  return widest;
}

static char *
x_text (const VwPlotCurve *model, double x)
{
  if (model->categories != NULL)
    return g_strdup (model->categories[(guint) x]);
  return vw_plot_format_decimal (model->numbers, x, digits_of (x), FALSE);
}

static double
widest_value (const VwPlotCurve *model, VwPlotCurveLayout *out, double size)
{
  g_autofree char *least = x_text (model, model->least), *most = x_text (model, model->most);

  return fmax (vw_plot_texts_measure (out->texts, least, size, FALSE),
               vw_plot_texts_measure (out->texts, most, size, FALSE));
}

static void
add_panel_texts (const VwPlotCurve *model, guint panel, const VwPlotStyle *style,
                 VwPlotCurveLayout *out)
{
  const VwPlotCurveAxis *axis = &out->axes[panel];
  double size = FONT * style->text_scale, title = TITLE_FONT * style->text_scale;

  vw_plot_texts_add (out->texts, &(VwPlotLabel) {
    .string = model->panels[panel].title, .bold = TRUE, .size = title,
    .y = axis->area.y - 1.5 * GAP - vw_plot_texts_line_height (out->texts, title) / 2,
    .max_width = out->width, .color = style->palette.text });
  for (guint i = 0; i <= axis->ticks; i++)
    {
      g_autofree char *text = tick_text (model, panel, axis, i);

      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = text, .x = axis->area.x - GAP, .align = VW_PLOT_END, .size = size,
        .y = axis->area.y + axis->area.height - i * axis->tick_step * axis->scale,
        .color = style->palette.dim });
    }
}

/* Whole steps from the first multiple on, where the values are not @least alone. */
static GArray *
difference_ticks (const VwPlotCurve *model, guint n)
{
  double span = model->most - model->least, step = 1, first = model->least;
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof first);

  if (model->categories == NULL && span > 0)
    step = vw_plot_nice_step (span, n, model->x_step);
  if (span > 0)
    first = ceil (model->least / step - 1e-9) * step;
  for (double x = first; x <= model->most + step * 1e-9; x += step)
    g_array_append_val (ticks, x);
  return ticks;
}

/* Names of choices that have no room end in an ellipsis. */
static void
add_x_texts (const VwPlotCurve *model, const VwPlotStyle *style, VwPlotCurveLayout *out)
{
  const cairo_rectangle_t *area = &out->axes[model->n_panels - 1].area;
  double size = FONT * style->text_scale, slot = out->scale > 0 ? out->scale - 4 : area->width;
  double line = vw_plot_texts_line_height (out->texts, size);
  guint n = (guint) fmax (area->width / (1.6 * widest_value (model, out, size)), 1);
  g_autoptr (GArray) ticks = model->ratios && model->most > model->least
                                 ? vw_plot_ratio_ticks (model->least, model->most, n)
                                 : difference_ticks (model, n);

  for (guint i = 0; i < ticks->len; i++)
    {
      double x = g_array_index (ticks, double, i);
      g_autofree char *text = x_text (model, x);

      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = text, .x = vw_plot_curve_across (out, x),
        .y = area->y + area->height + GAP + line / 2, .align = VW_PLOT_CENTER, .size = size,
        .max_width = model->categories != NULL ? slot : 0, .color = style->palette.dim });
    }
  vw_plot_texts_add (out->texts, &(VwPlotLabel) {
    .string = model->x_title, .x = area->x + area->width / 2, .align = VW_PLOT_CENTER,
    .y = area->y + area->height + 1.6 * GAP + 1.5 * line, .size = size, .max_width = area->width,
    .color = style->palette.text });
}

static int
compare_points (gconstpointer a, gconstpointer b, gpointer data)
{
  const VwPlotCurve *model = data;
  double first = model->points[*(const guint *) a].x, second = model->points[*(const guint *) b].x;

  return first < second ? -1 : first > second;
}

static void
sort_points (const VwPlotCurve *model, VwPlotCurveLayout *out)
{
  out->n_points = model->n_points;
  out->order = g_new (guint, model->n_points);
  for (guint i = 0; i < model->n_points; i++)
    out->order[i] = i;
  g_qsort_with_data (out->order, model->n_points, sizeof *out->order, compare_points,
                     (gpointer) model);
}

/* Each panel has its title above; the last one the x axis below. */
static void
place_panels (const VwPlotCurve *model, const VwPlotStyle *style, VwPlotCurveLayout *out)
{
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (out->texts, size);
  double title = vw_plot_texts_line_height (out->texts, TITLE_FONT * style->text_scale) + 3 * GAP;
  double room = fmax (out->height - 2 * line - 3 * GAP - model->n_panels * title, model->n_panels);
  double y = 0;

  for (guint panel = 0; panel < model->n_panels; panel++)
    {
      VwPlotCurveAxis *axis = &out->axes[panel];
      double share = model->n_panels == 1 ? 1 : panel == 0 ? FIRST_SHARE : 1 - FIRST_SHARE;

      axis->area.y = y + title;
      axis->area.height = floor (room * share);
      fit_axis (model, panel, CLAMP ((guint) (axis->area.height / (2 * line)), 1, 6), axis);
      axis->scale = axis->area.height / (axis->top - axis->bottom);
      y = axis->area.y + axis->area.height;
    }
}

static double
on_axis (gboolean ratios, double x)
{
  return ratios ? log10 (x) : x;
}

/* Choices have a slot each; a single value stands in the middle. */
static void
place_values (const VwPlotCurve *model, const VwPlotStyle *style, VwPlotCurveLayout *out)
{
  double span = on_axis (model->ratios, model->most) - on_axis (model->ratios, model->least);
  double size = FONT * style->text_scale;
  double names = ceil (widest_tick (model, out, size)) + GAP;
  double room = fmax (out->width - names - 1, 1);
  double inset = fmax (INSET, widest_value (model, out, size) / 2 + 2);

  if (model->categories != NULL)
    inset = room / (span + 1) / 2;
  else if (span <= 0 || room < 3 * inset)
    inset = room / 2;
  out->ratios = model->ratios;
  out->least = on_axis (model->ratios, model->least);
  out->left = names + inset;
  out->scale = span > 0 ? (room - 2 * inset) / span : 0;
  for (guint panel = 0; panel < model->n_panels; panel++)
    {
      out->axes[panel].area.x = names;
      out->axes[panel].area.width = room;
    }
}

void
vw_plot_curve_layout (const VwPlotCurve *model, double width, double height,
                      const VwPlotStyle *style, VwPlotCurveLayout *out)
{
  vw_plot_curve_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  out->n_panels = model->n_panels;
  sort_points (model, out);
  place_panels (model, style, out);
  place_values (model, style, out);
  for (guint panel = 0; panel < model->n_panels; panel++)
    add_panel_texts (model, panel, style, out);
  add_x_texts (model, style, out);
}

void
vw_plot_curve_layout_clear (VwPlotCurveLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  g_free (layout->order);
  *layout = (VwPlotCurveLayout) { 0 };
}

int
vw_plot_curve_hit (const VwPlotCurve *model, const VwPlotCurveLayout *layout, double x, double y)
{
  const VwPlotCurveAxis *first = &layout->axes[0], *last = &layout->axes[layout->n_panels - 1];
  double nearest = INFINITY;
  int found = -1;

  if (x < first->area.x || x > first->area.x + first->area.width || y < first->area.y
      || y > last->area.y + last->area.height)
    return -1;
  for (guint i = 0; i < model->n_points; i++)
    {
      double away = fabs (vw_plot_curve_across (layout, model->points[i].x) - x);

      if (away < nearest)
        {
          nearest = away;
          found = i;
        }
    }
  return found;
}

double
vw_plot_curve_across (const VwPlotCurveLayout *layout, double x)
{
  return layout->left + (on_axis (layout->ratios, x) - layout->least) * layout->scale;
}

void
vw_plot_curve_place (const VwPlotCurveLayout *layout, const VwPlotCurvePoint *point, guint panel,
                     double *x, double *y)
{
  const VwPlotCurveAxis *axis = &layout->axes[panel];

  *x = vw_plot_curve_across (layout, point->x);
  *y = axis->area.y + axis->area.height - (point->values[panel] - axis->bottom) * axis->scale;
}

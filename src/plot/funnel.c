/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/funnel.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 11.5
#define HEAD_FONT 10.5
#define BULLET 3.0
#define GAP 12.0
#define LEAST_BAR 30.0

/* One column of figures, right-aligned at @right. */
typedef struct {
  const char *head;
  double right;
} Column;

typedef enum { COLUMN_SIDE, COLUMN_FAST, COLUMN_QUOTA, COLUMN_KEPT, N_COLUMNS } ColumnKind;

static gboolean
quota_binds (const VwPlotFunnel *model)
{
  for (guint i = 0; i < model->n_levels; i++)
    if (model->levels[i].border > model->levels[i].kept)
      return TRUE;
  return FALSE;
}

/* All levels together, as a row of its own. */
static VwLevelCounts
sum_levels (const VwPlotFunnel *model)
{
  VwLevelCounts sum = { 0 };

  for (guint i = 0; i < model->n_levels; i++)
    {
      sum.fast += model->levels[i].fast;
      sum.suppressed += model->levels[i].suppressed;
      sum.border += model->levels[i].border;
      sum.kept += model->levels[i].kept;
    }
  return sum;
}

static char *
format_column (const VwPlotFunnel *model, const VwLevelCounts *row, ColumnKind kind)
{
  g_autofree char *side = NULL;

  switch (kind)
    {
    case COLUMN_FAST:
      return vw_plot_format_count (model->numbers, row->fast, FALSE);
    case COLUMN_QUOTA:
      return vw_plot_format_count (model->numbers, row->border, FALSE);
    case COLUMN_KEPT:
      return vw_plot_format_count (model->numbers, row->kept, FALSE);
    default:
      if (row->width == 0)
        return g_strdup (model->text->all);
      side = vw_plot_format_count (model->numbers, MAX (row->width, row->height), FALSE);
      return vw_plot_compose (model->text->pixels, "count", side, NULL);
    }
}

static double
column_width (const VwPlotFunnel *model, VwPlotTexts *texts, double scale, ColumnKind kind,
              const char *head)
{
  double width = vw_plot_texts_measure (texts, head, HEAD_FONT * scale, FALSE);

  for (guint i = 0; i <= model->n_levels; i++)
    {
      VwLevelCounts sum = sum_levels (model);
      g_autofree char *string
          = format_column (model, i < model->n_levels ? &model->levels[i] : &sum, kind);

      width = MAX (width, vw_plot_texts_measure (texts, string, FONT * scale, TRUE));
    }
  return width;
}

/* Places the columns round the bars, FAST's only when bars still have room. */
static void
place_columns (const VwPlotFunnel *model, double width, const VwPlotStyle *style,
               VwPlotFunnelLayout *out, Column *columns)
{
  const VwPlotFunnelText *text = model->text;
  const char *heads[] = { text->level, text->fast, text->quota, text->kept };
  double scale = style->text_scale, widths[N_COLUMNS];
  VwLevelCounts sum = sum_levels (model);
  g_autofree char *most = vw_plot_format_count (model->numbers, sum.suppressed, FALSE);
  double count = vw_plot_texts_measure (out->texts, most, FONT * scale, TRUE) + 5;
  double left, right = width - 1, fast;

  for (guint i = 0; i < N_COLUMNS; i++)
    widths[i] = column_width (model, out->texts, scale, i, heads[i]);
  out->bullet_x = BULLET + 1;
  left = 4 * BULLET + widths[COLUMN_SIDE];
  columns[COLUMN_SIDE] = (Column) { heads[COLUMN_SIDE], left };
  columns[COLUMN_KEPT] = (Column) { heads[COLUMN_KEPT], right };
  right -= widths[COLUMN_KEPT] + GAP;
  if (quota_binds (model))
    {
      columns[COLUMN_QUOTA] = (Column) { heads[COLUMN_QUOTA], right };
      right -= widths[COLUMN_QUOTA] + GAP;
    }
  fast = widths[COLUMN_FAST] + GAP;
  if (right - left - fast - GAP - count >= LEAST_BAR)
    {
      left += fast;
      columns[COLUMN_FAST] = (Column) { heads[COLUMN_FAST], left };
    }
  out->bar_left = left + GAP;
  out->bar_scale = MAX (right - out->bar_left - count, 0);
}

/* Turns the room for bars into units a corner. */
static void
scale_bars (const VwPlotFunnel *model, VwPlotFunnelLayout *out)
{
  guint most = 1;

  for (guint i = 0; i < model->n_levels; i++)
    most = MAX (most, model->levels[i].suppressed);
  out->bar_scale /= most;
}

static void
add_row (const VwPlotFunnel *model, VwPlotFunnelLayout *out, const VwPlotStyle *style,
         const Column *columns, const VwLevelCounts *row, double y)
{
  gboolean is_sum = row->width == 0;
  gboolean strong = is_sum || row->kept > 0;
  const VwPlotPalette *palette = &style->palette;
  double bar = is_sum ? 0 : row->suppressed * out->bar_scale + 5;
  g_autofree char *suppressed = vw_plot_format_count (model->numbers, row->suppressed, FALSE);
  VwPlotLabel label = { .y = y, .size = FONT * style->text_scale, .align = VW_PLOT_END };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *string = format_column (model, row, i);

      label.string = string;
      label.x = columns[i].right;
      label.bold = is_sum || (i == COLUMN_KEPT && strong);
      label.color = is_sum || (strong && i != COLUMN_FAST) ? palette->text : palette->dim;
      if (columns[i].head != NULL)
        vw_plot_texts_add (out->texts, &label);
    }
  label = (VwPlotLabel) { .string = suppressed, .x = out->bar_left + bar, .y = y, .bold = is_sum,
                          .size = FONT * style->text_scale,
                          .color = is_sum ? palette->text : palette->dim };
  vw_plot_texts_add (out->texts, &label);
}

static void
add_heads (const VwPlotFunnel *model, VwPlotFunnelLayout *out, const VwPlotStyle *style,
           const Column *columns, double y)
{
  double size = HEAD_FONT * style->text_scale;
  double bars = vw_plot_texts_measure (out->texts, model->text->suppressed, size, FALSE);
  double end = columns[COLUMN_KEPT].right
               - vw_plot_texts_measure (out->texts, model->text->kept, size, FALSE) - 6;
  VwPlotLabel label = { .y = y, .size = size, .color = style->palette.dim, .align = VW_PLOT_END };

  if (columns[COLUMN_QUOTA].head != NULL)
    end = columns[COLUMN_QUOTA].right
          - vw_plot_texts_measure (out->texts, model->text->quota, size, FALSE) - 6;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      label.string = columns[i].head;
      label.x = columns[i].right;
      vw_plot_texts_add (out->texts, &label);
    }
  label.string = out->bar_left + bars <= end ? model->text->suppressed : NULL;
  label.x = out->bar_left;
  label.align = VW_PLOT_START;
  vw_plot_texts_add (out->texts, &label);
}

void
vw_plot_funnel_layout (const VwPlotFunnel *model, double width, double height,
                       const VwPlotStyle *style, VwPlotFunnelLayout *out)
{
  Column columns[N_COLUMNS] = { 0 };
  VwLevelCounts sum = sum_levels (model);
  double line;

  vw_plot_funnel_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  line = ceil (vw_plot_texts_line_height (out->texts, FONT * style->text_scale));
  out->width = width;
  out->n_levels = model->n_levels;
  out->row_height = line + 3;
  if (height > 0)
    out->row_height = CLAMP (floor ((height - 6) / (model->n_levels + 2)), line, line + 9);
  out->height = height > 0 ? height : (model->n_levels + 2) * out->row_height + 6;
  out->top = out->row_height;
  out->bar_height = MIN (10 * style->text_scale, line - 4);
  out->rule_y = out->top + model->n_levels * out->row_height + 2;
  place_columns (model, width, style, out, columns);
  scale_bars (model, out);
  add_heads (model, out, style, columns, out->row_height / 2);
  for (guint i = 0; i < model->n_levels; i++)
    add_row (model, out, style, columns, &model->levels[i], out->top + (i + .5) * out->row_height);
  add_row (model, out, style, columns, &sum, out->rule_y + 2 + out->row_height / 2);
}

void
vw_plot_funnel_layout_clear (VwPlotFunnelLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotFunnelLayout) { 0 };
}

int
vw_plot_funnel_hit (const VwPlotFunnelLayout *layout, double x, double y)
{
  if (x < 0 || x >= layout->width || y < layout->top
      || y >= layout->top + layout->n_levels * layout->row_height)
    return -1;
  return (int) ((y - layout->top) / layout->row_height);
}

static void
paint_bullet (cairo_t *cr, VwPlotColor color, double x, double y, gboolean filled)
{
  vw_plot_color_set (cr, color);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, filled ? BULLET : BULLET - .6, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.2);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
paint_row (cairo_t *cr, const VwPlotFunnelLayout *layout, const VwPlotStyle *style, guint level,
           const VwLevelCounts *row)
{
  const VwPlotPalette *palette = &style->palette;
  double y = layout->top + (level + .5) * layout->row_height;
  VwPlotColor color = vw_plot_style_level (style, level);
  cairo_rectangle_t kept = { layout->bar_left, y - layout->bar_height / 2,
                             row->kept * layout->bar_scale, layout->bar_height };
  cairo_rectangle_t lost = kept;

  lost.x += kept.width;
  lost.width = MAX (row->suppressed, row->kept) * layout->bar_scale - kept.width;
  paint_bullet (cr, row->kept > 0 ? color : palette->dim, layout->bullet_x, y, row->kept > 0);
  if (lost.width > 0)
    {
      vw_plot_fill (cr, &lost, vw_plot_color_with_alpha (palette->dropped, .16));
      vw_plot_hatch (cr, &lost, vw_plot_color_with_alpha (palette->dropped, .35), 4);
    }
  vw_plot_fill_rounded (cr, &kept, 2, color);
}

void
vw_plot_funnel_paint (cairo_t *cr, const VwPlotFunnel *model, const VwPlotFunnelLayout *layout,
                      const VwPlotStyle *style, int pointed)
{
  cairo_rectangle_t row = { 0, layout->top + pointed * layout->row_height, layout->width,
                            layout->row_height };
  cairo_rectangle_t rule = { 0, layout->rule_y, layout->width, 1 };

  cairo_save (cr);
  if (pointed >= 0)
    vw_plot_fill_rounded (cr, &row, 3, vw_plot_color_with_alpha (style->palette.text, .07));
  vw_plot_fill (cr, &rule, style->palette.grid);
  for (guint i = 0; i < model->n_levels; i++)
    paint_row (cr, layout, style, i, &model->levels[i]);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

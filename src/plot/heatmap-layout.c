/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/heatmap-plan.h"

#include <math.h>

#define PAD 6.0
#define GAP 8.0
#define BAR_WIDTH 12.0
#define TICK_GAP 6.0
#define AXIS_FONT 12.0
#define WORD_FONT 10.5
#define LEGIBLE 7.0 /* smallest font drawn, times the text scale */
#define MIN_CELL 4.0
#define LONGEST_NAME 0.28 /* of the width or height */

/* One way to draw it: what is shown and in which sizes. */
typedef struct {
  guint parts;
  double cell;
  double count_font, percent_font, margin_font, name_font;
  gboolean short_precision;
  gboolean names_upwards;
  double name_length;      /* of column names across their row, when upwards */
  double row_names_width;
} Option;

/* How good a cell size is; a unit matters most while figures become legible. */
static double
worth_of_cell (double cell)
{
  double poor = MIN (cell, 24);
  double fair = CLAMP (cell - 24, 0, 16);

  return 3 * poor + 0.6 * fair + 0.02 * cell;
}

static double
worth_of_parts (guint parts, gboolean counts)
{
  return (counts ? 10 : 0) + (parts & VW_PLOT_PART_AXES ? 3 : 0) + (parts & VW_PLOT_PART_MARGINS ? 8 : 0)
         + (parts & VW_PLOT_PART_BAR ? 5 : 0) + (parts & VW_PLOT_PART_BAR_TITLE ? 1.5 : 0);
}

/* The largest font up to @wanted in which a text of that unit width fits into @room; else 0. */
static double
fitting_font (double wanted, double unit_width, double room, double least)
{
  double font = unit_width > 0 ? MIN (wanted, room / unit_width) : wanted;

  return font >= least ? font : 0;
}

static void
choose_cell_fonts (const VwPlotHeatmapPlan *plan, Option *option)
{
  double scale = plan->style->text_scale;
  double wanted = CLAMP (.30 * option->cell, 8 * scale, 15 * scale);
  double small = CLAMP (.215 * option->cell, 7 * scale, 11 * scale);

  option->count_font = fitting_font (wanted, plan->count_width, option->cell - 4, LEGIBLE * scale);
  option->percent_font = 0;
  if (option->cell >= 39 * scale && option->count_font > 0 && *plan->percents != NULL)
    option->percent_font
        = fitting_font (small, plan->percent_width, option->cell - 4, 7 * scale);
}

/* Returns: whether the margins fit. */
static gboolean
choose_margin_font (const VwPlotHeatmapPlan *plan, Option *option)
{
  double scale = plan->style->text_scale;
  double wanted = CLAMP (.265 * option->cell, 8 * scale, 13 * scale);
  double room = option->cell - 6;
  double font = fitting_font (wanted, MAX (plan->column_total_width, plan->precision_width), room,
                              LEGIBLE * scale);

  option->short_precision = font <= 0;
  if (font <= 0)
    font = fitting_font (wanted, MAX (plan->column_total_width, plan->short_precision_width), room,
                         LEGIBLE * scale);
  option->margin_font = font;
  return font > 0;
}

static void
choose_names (const VwPlotHeatmapPlan *plan, Option *option, double width, double height)
{
  double scale = plan->style->text_scale;
  double line = vw_plot_texts_line_height (plan->texts, 1);
  double tallest = (option->cell - 1) / vw_plot_texts_figure_height (plan->texts, 1) / 1.4;

  option->name_font = fitting_font (AXIS_FONT * scale, 0, 0, 0);
  option->name_font = MIN (option->name_font, tallest);
  if (option->name_font < LEGIBLE * scale)
    option->name_font = 0;
  option->names_upwards = plan->name_width * option->name_font > option->cell - 4;
  option->name_length = option->names_upwards
                            ? MIN (plan->name_width * option->name_font,
                                   LONGEST_NAME * (height > 0 ? MIN (width, height) : width))
                            : line * option->name_font;
  option->row_names_width = MIN (plan->name_width * option->name_font, LONGEST_NAME * width);
}

/* Lays the columns out from left to right. Returns: the right end. */
static double
place_columns (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  double scale = plan->style->text_scale;
  double word = WORD_FONT * scale;
  double line = vw_plot_texts_line_height (plan->texts, 1);
  gboolean margins = option->parts & VW_PLOT_PART_MARGINS;
  double names = option->row_names_width;
  double x = PAD, slot;

  if (option->parts & VW_PLOT_PART_AXES)
    x += line * AXIS_FONT * scale + 4;
  if (margins)
    names = MAX (names, word * MAX (plan->total_word_width, plan->precision_word_width));
  out->header_left = x;
  out->left = ceil (x + names + GAP);
  x = out->left + plan->n * option->cell + GAP;
  slot = MAX (option->cell, option->name_font > 0 ? plan->no_keypoints_width * word : 0);
  out->none_left = floor (x + (slot - option->cell) / 2);
  x += slot;
  if (margins)
    {
      double accuracy = plan->accuracy_word_width * word - slot;

      out->total_left = x + GAP;
      out->total_width = MAX (MAX (plan->total_word_width * word, accuracy),
                              plan->row_total_width * option->margin_font);
      out->recall_left = out->total_left + out->total_width + GAP;
      out->recall_width = MAX (MAX (plan->recall_word_width * word, .9 * option->cell),
                               plan->recall_width * option->margin_font);
      x = out->recall_left + out->recall_width;
    }
  if (option->parts & VW_PLOT_PART_BAR)
    {
      out->bar.x = ceil (x + 18);
      out->bar.width = BAR_WIDTH;
      x = out->bar.x + BAR_WIDTH + TICK_GAP + plan->tick_width * word;
    }
  if (option->parts & VW_PLOT_PART_BAR_TITLE)
    x += 4 + line * word;
  return ceil (x + PAD);
}

/* The same from top to bottom. Returns: the lower end. */
static double
place_rows (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  double scale = plan->style->text_scale;
  double line = vw_plot_texts_line_height (plan->texts, 1);
  double word = line * WORD_FONT * scale;
  double y = PAD, header = option->name_length;

  if (option->parts & VW_PLOT_PART_AXES)
    y += line * AXIS_FONT * scale + 2;
  if (option->name_font > 0)
    header = MAX (header, 2 * word);
  out->header_top = y;
  out->top = ceil (y + header + 3);
  y = out->top + plan->n * option->cell;
  out->bar.y = out->top;
  out->bar.height = out->bar.width > 0 ? plan->n * option->cell - 1 : 0;
  if (option->parts & VW_PLOT_PART_MARGINS)
    {
      out->margin_height = MAX (.65 * option->cell, line * option->margin_font + 3);
      out->total_top = y + GAP;
      out->precision_top = out->total_top + out->margin_height;
      y = out->precision_top + out->margin_height;
    }
  return ceil (y + PAD);
}

/* Whether everything the option shows has its room inside the matrix's sides. */
static gboolean
is_drawable (const VwPlotHeatmapPlan *plan, Option *option)
{
  double scale = plan->style->text_scale;
  double side = plan->n * option->cell;
  double line = vw_plot_texts_line_height (plan->texts, WORD_FONT * scale);

  if (option->parts & VW_PLOT_PART_AXES
      && MAX (plan->truth_width, plan->prediction_width) * AXIS_FONT * scale > side)
    return FALSE;
  if (option->parts & VW_PLOT_PART_BAR && plan->n_ticks * line > side)
    return FALSE;
  if (option->parts & VW_PLOT_PART_BAR_TITLE && plan->scale_width * WORD_FONT * scale > side)
    return FALSE;
  return !(option->parts & VW_PLOT_PART_MARGINS) || choose_margin_font (plan, option);
}

static gboolean
fits (const VwPlotHeatmapPlan *plan, Option *option, double width, double height)
{
  VwPlotHeatmapLayout trial = { 0 };

  choose_cell_fonts (plan, option);
  choose_names (plan, option, width, height);
  return is_drawable (plan, option) && place_columns (plan, option, &trial) <= width
         && (height <= 0 || place_rows (plan, option, &trial) <= height);
}

/* Returns: %FALSE when there is none. */
static gboolean
find_largest_cell (const VwPlotHeatmapPlan *plan, Option *option, double width, double height)
{
  double step = plan->style->whole_pixels ? 1 : 0.25;

  option->cell = floor ((height > 0 ? MIN (width, height) : width) / plan->n);
  for (; option->cell >= MIN_CELL; option->cell -= step)
    if (fits (plan, option, width, height))
      return TRUE;
  return FALSE;
}

static Option
choose_option (const VwPlotHeatmapPlan *plan, double width, double height)
{
  Option best = { .cell = MIN_CELL };
  double best_worth = -1;

  for (int parts = VW_PLOT_PARTS_END - 1; parts >= 0; parts--)
    {
      Option option = { .parts = parts };
      gboolean orphan = parts & VW_PLOT_PART_BAR_TITLE && !(parts & VW_PLOT_PART_BAR);
      gboolean no_totals = parts & VW_PLOT_PART_MARGINS && plan->model->baseline != NULL;
      double worth;

      if (orphan || no_totals || !find_largest_cell (plan, &option, width, height))
        continue;
      worth = worth_of_cell (option.cell / plan->style->text_scale) + worth_of_parts (parts, option.count_font > 0);
      if (worth > best_worth)
        {
          best_worth = worth;
          best = option;
        }
    }
  return best;
}

static void
add_row_text (VwPlotHeatmapLayout *out, VwPlotLabel label, double row)
{
  label.y = out->top + (row + .5) * out->cell;
  vw_plot_texts_add (out->texts, &label);
}

static void
add_names (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  VwPlotLabel label = { .size = option->name_font, .color = plan->style->palette.dim };
  double middle = vw_plot_texts_line_height (plan->texts, option->name_font) / 2;

  for (guint i = 0; option->name_font > 0 && i < plan->n; i++)
    {
      label.string = plan->model->classes[i];
      label.align = VW_PLOT_END;
      label.x = out->left - GAP;
      label.tag = VW_PLOT_ROW_TAG (i);
      label.turn = VW_PLOT_ACROSS;
      label.max_width = option->row_names_width;
      add_row_text (out, label, i);
      label.tag = VW_PLOT_COLUMN_TAG (i);
      label.x = out->left + (i + .5) * out->cell;
      label.y = out->top - 3;
      label.turn = option->names_upwards ? VW_PLOT_UPWARDS : VW_PLOT_ACROSS;
      label.align = option->names_upwards ? VW_PLOT_START : VW_PLOT_CENTER;
      label.y -= option->names_upwards ? 1 : middle;
      label.max_width = option->names_upwards ? option->name_length : 0;
      vw_plot_texts_add (out->texts, &label);
    }
}

static void
add_axes (const VwPlotHeatmapPlan *plan, VwPlotHeatmapLayout *out, guint parts)
{
  double size = AXIS_FONT * plan->style->text_scale;
  double middle = vw_plot_texts_line_height (plan->texts, size) / 2;
  VwPlotLabel label = { .size = size, .align = VW_PLOT_CENTER, .color = plan->style->palette.dim };

  if (!(parts & VW_PLOT_PART_AXES))
    return;
  label.string = plan->model->text->prediction;
  label.x = out->left + plan->n * out->cell / 2;
  label.y = out->header_top - 2 - middle;
  vw_plot_texts_add (out->texts, &label);
  label.string = plan->model->text->truth;
  label.turn = VW_PLOT_UPWARDS;
  label.x = out->header_left - 4 - middle;
  label.y = out->top + plan->n * out->cell / 2;
  vw_plot_texts_add (out->texts, &label);
}

static void
add_column_heads (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  double size = WORD_FONT * plan->style->text_scale;
  double line = vw_plot_texts_line_height (plan->texts, size);
  VwPlotLabel label = { .size = size, .color = plan->style->palette.dim, .align = VW_PLOT_CENTER };
  double slot = MAX (out->cell, plan->no_keypoints_width * size);
  guint lines = vw_plot_texts_count_lines (plan->texts, plan->model->text->no_keypoints, size, slot);

  if (option->name_font <= 0)
    return;
  label.string = plan->model->text->no_keypoints;
  label.x = out->none_left + out->cell / 2;
  label.y = out->top - 3 - line * (lines - .5);
  vw_plot_texts_add_lines (out->texts, &label, slot);
  if (!(option->parts & VW_PLOT_PART_MARGINS))
    return;
  label.y = out->top - 3 - line / 2;
  label.align = VW_PLOT_END;
  label.string = plan->model->text->total;
  label.x = out->total_left + out->total_width;
  vw_plot_texts_add (out->texts, &label);
  label.string = plan->model->text->recall;
  label.x = out->recall_left + out->recall_width;
  vw_plot_texts_add (out->texts, &label);
}

static void
add_row_margins (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  const VwPlotPalette *palette = &plan->style->palette;
  VwPlotLabel label = { .size = option->margin_font, .align = VW_PLOT_END };

  for (guint i = 0; i < plan->n; i++)
    {
      label.string = plan->row_totals[i];
      label.x = out->total_left + out->total_width;
      label.color = palette->dim;
      add_row_text (out, label, i);
      label.string = plan->recalls[i];
      label.x = out->recall_left + out->recall_width;
      label.color = palette->text;
      add_row_text (out, label, i - VW_PLOT_MARGIN_RAISE);
    }
}

static void
add_column_margins (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  const VwPlotPalette *palette = &plan->style->palette;
  double first = out->total_top + out->margin_height / 2;
  double second = out->precision_top + out->margin_height / 2 - 1;
  VwPlotLabel label = { .size = option->margin_font, .align = VW_PLOT_CENTER, .y = first,
                        .color = palette->dim };

  for (guint i = 0; i <= plan->n; i++)
    {
      label.x = (i < plan->n ? out->left + i * out->cell : out->none_left) + out->cell / 2;
      label.string = plan->column_totals[i];
      vw_plot_texts_add (out->texts, &label);
    }
  label.y = second;
  label.color = palette->text;
  for (guint i = 0; i < plan->n; i++)
    {
      label.x = out->left + (i + .5) * out->cell;
      label.string = option->short_precision ? plan->short_precisions[i] : plan->precisions[i];
      vw_plot_texts_add (out->texts, &label);
    }
}

static void
add_overall (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  const VwPlotHeatmapText *text = plan->model->text;
  const VwPlotPalette *palette = &plan->style->palette;
  double first = out->total_top + out->margin_height / 2;
  double second = out->precision_top + out->margin_height / 2 - 1;
  double total_end = out->total_left + out->total_width;
  double word = WORD_FONT * plan->style->text_scale;
  VwPlotLabel labels[] = {
    { text->total, out->left - GAP, first, .size = word, .color = palette->dim },
    { text->precision, out->left - GAP, second, .size = word, .color = palette->dim },
    { plan->grand_total, total_end, first, .size = option->margin_font, .bold = TRUE,
      .color = palette->text },
    { text->accuracy, total_end, second, .size = word, .color = palette->dim },
    { plan->accuracy, out->recall_left + out->recall_width, second, .size = option->margin_font,
      .bold = TRUE, .color = palette->text },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      labels[i].align = VW_PLOT_END;
      vw_plot_texts_add (out->texts, &labels[i]);
    }
}

static void
add_scale (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  double size = WORD_FONT * plan->style->text_scale;
  double half = vw_plot_texts_figure_height (plan->texts, size) / 2;
  double tick_left = out->bar.x + BAR_WIDTH + TICK_GAP;
  double line = vw_plot_texts_line_height (plan->texts, size);
  double bottom = out->bar.y + out->bar.height;
  VwPlotLabel label = { .size = size, .color = plan->style->palette.dim, .x = tick_left };

  if (out->bar.width <= 0)
    return;
  for (guint i = 0; i < plan->n_ticks; i++)
    {
      double y = vw_plot_heatmap_bar_y (out, plan->ticks[i]);

      label.string = plan->tick_strings[i];
      label.y = CLAMP (y, out->bar.y + half, bottom - half);
      vw_plot_texts_add (out->texts, &label);
    }
  if (!(option->parts & VW_PLOT_PART_BAR_TITLE))
    return;
  label.string = plan->scale_title;
  label.turn = VW_PLOT_DOWNWARDS;
  label.align = VW_PLOT_CENTER;
  label.x = tick_left + plan->tick_width * size + 4 + line / 2;
  label.y = out->bar.y + out->bar.height / 2;
  vw_plot_texts_add (out->texts, &label);
}

/* The colour of the figures in a cell; a zero steps back. */
static VwPlotColor
cell_ink (const VwPlotHeatmapPlan *plan, const VwPlotHeatmapLayout *out, guint row, guint column)
{
  const VwPlotStyle *style = plan->style;
  const VwPlotHeatmap *model = plan->model;
  double value = vw_plot_heatmap_value (model, row, column);
  VwPlotColor fill = column < plan->n || model->baseline != NULL
                         ? vw_plot_heatmap_color (model, out, style, value)
                         : vw_plot_heatmap_plain (style);
  VwPlotColor ink = vw_plot_color_on (fill, style->dark);

  return value == 0 ? vw_plot_color_soften (ink, fill, .35) : ink;
}

static void
add_cells (const VwPlotHeatmapPlan *plan, const Option *option, VwPlotHeatmapLayout *out)
{
  VwPlotLabel label = { .align = VW_PLOT_CENTER };

  for (guint i = 0; option->count_font > 0 && i < plan->n * (plan->n + 1); i++)
    {
      guint row = i / (plan->n + 1), column = i % (plan->n + 1);
      gboolean inside = column < plan->n;
      double value = vw_plot_heatmap_value (plan->model, row, column);
      gboolean two_lines = option->percent_font > 0 && inside && value != 0;

      if (row == column && plan->model->hide_diagonal)
        continue;
      label.color = cell_ink (plan, out, row, column);
      label.bold = row == column;
      label.size = option->count_font;
      label.string = plan->counts[i];
      label.x = (inside ? out->left + column * out->cell : out->none_left) + (out->cell - 1) / 2;
      add_row_text (out, label, row - (two_lines ? .16 : 0));
      label.bold = FALSE;
      label.size = option->percent_font;
      label.string = two_lines ? plan->percents[row * plan->n + column] : NULL;
      add_row_text (out, label, row + .2);
    }
}

/* Moves everything by whole units, to stand in the middle of the place. */
static void
center (VwPlotHeatmapLayout *out, double right, double bottom)
{
  double x = floor (MAX (out->width - right, 0) / 2);
  double y = floor (MAX (out->height - bottom, 0) / 2);

  out->left += x;
  out->header_left += x;
  out->none_left += x;
  out->total_left += x;
  out->recall_left += x;
  out->bar.x += x;
  out->top += y;
  out->header_top += y;
  out->total_top += y;
  out->precision_top += y;
  out->bar.y += y;
}

void
vw_plot_heatmap_layout (const VwPlotHeatmap *model, double width, double height,
                        const VwPlotStyle *style, VwPlotHeatmapLayout *out)
{
  VwPlotTexts *texts = vw_plot_texts_new (style);
  g_auto (VwPlotHeatmapPlan) plan = { 0 };
  Option option;
  double right, bottom;

  vw_plot_heatmap_layout_clear (out);
  vw_plot_heatmap_plan_init (&plan, model, style, texts);
  option = choose_option (&plan, width, height);
  *out = (VwPlotHeatmapLayout) { .width = width, .n = plan.n, .cell = option.cell,
                                 .least = plan.least, .most = plan.most,
                                 .font = option.count_font, .texts = texts,
                                 .percents = option.percent_font > 0 };
  right = place_columns (&plan, &option, out);
  bottom = place_rows (&plan, &option, out);
  out->height = height > 0 ? height : bottom;
  center (out, right, bottom);
  add_axes (&plan, out, option.parts);
  add_names (&plan, &option, out);
  add_column_heads (&plan, &option, out);
  add_cells (&plan, &option, out);
  add_scale (&plan, &option, out);
  if (!(option.parts & VW_PLOT_PART_MARGINS))
    return;
  add_row_margins (&plan, &option, out);
  add_column_margins (&plan, &option, out);
  add_overall (&plan, &option, out);
}

void
vw_plot_heatmap_layout_clear (VwPlotHeatmapLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotHeatmapLayout) { 0 };
}

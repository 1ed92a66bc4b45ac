/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for the best way to draw a matrix in a given place. */
#include "plot/heatmap-plan.h"

#include <math.h>

#define PAD 6.0
#define LEGIBLE 7.0 /* smallest font drawn, times the text scale */
#define MIN_CELL 4.0
#define LAST_CELL 0.5 /* where not even the cells alone fit otherwise */
#define LONGEST_NAME 0.28 /* of the width or height */

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
  return (counts ? 10 : 0) + (parts & VW_PLOT_PART_AXES ? 3 : 0)
         + (parts & VW_PLOT_PART_MARGINS ? 8 : 0)
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
choose_cell_fonts (const VwPlotHeatmapPlan *plan, VwPlotFit *option)
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
choose_margin_font (const VwPlotHeatmapPlan *plan, VwPlotFit *option)
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
choose_names (const VwPlotHeatmapPlan *plan, VwPlotFit *option, double width, double height)
{
  double scale = plan->style->text_scale;
  double line = vw_plot_texts_line_height (plan->texts, 1);
  double tallest = (option->cell - 1) / vw_plot_texts_figure_height (plan->texts, 1) / 1.4;

  option->name_font = MIN (VW_PLOT_AXIS_FONT * scale, tallest);
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
place_columns (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
{
  double scale = plan->style->text_scale;
  double word = VW_PLOT_WORD_FONT * scale;
  double line = vw_plot_texts_line_height (plan->texts, 1);
  gboolean margins = option->parts & VW_PLOT_PART_MARGINS;
  double names = option->row_names_width;
  double x = PAD, slot;

  if (option->parts & VW_PLOT_PART_AXES)
    x += line * VW_PLOT_AXIS_FONT * scale + 4;
  if (margins)
    names = MAX (names, word * MAX (plan->total_word_width, plan->precision_word_width));
  out->header_left = x;
  out->left = ceil (x + names + VW_PLOT_GAP);
  x = out->left + plan->n * option->cell + VW_PLOT_GAP;
  slot = MAX (option->cell, option->name_font > 0 ? plan->no_keypoints_width * word : 0);
  out->none_left = floor (x + (slot - option->cell) / 2);
  x += slot;
  if (margins)
    {
      double accuracy = plan->accuracy_word_width * word - slot;

      out->total_left = x + VW_PLOT_GAP;
      out->total_width = MAX (MAX (plan->total_word_width * word, accuracy),
                              plan->row_total_width * option->margin_font);
      out->recall_left = out->total_left + out->total_width + VW_PLOT_GAP;
      out->recall_width = MAX (MAX (plan->recall_word_width * word, .9 * option->cell),
                               plan->recall_width * option->margin_font);
      x = out->recall_left + out->recall_width;
    }
  if (option->parts & VW_PLOT_PART_BAR)
    {
      out->bar.x = ceil (x + 18);
      out->bar.width = VW_PLOT_BAR_WIDTH;
      x = out->bar.x + VW_PLOT_BAR_WIDTH + VW_PLOT_TICK_GAP + plan->tick_width * word;
    }
  if (option->parts & VW_PLOT_PART_BAR_TITLE)
    x += 4 + line * word;
  return ceil (x + PAD);
}

/* The same from top to bottom. Returns: the lower end. */
static double
place_rows (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
{
  double scale = plan->style->text_scale;
  double line = vw_plot_texts_line_height (plan->texts, 1);
  double word = line * VW_PLOT_WORD_FONT * scale;
  double y = PAD, header = option->name_length;

  if (option->parts & VW_PLOT_PART_AXES)
    y += line * VW_PLOT_AXIS_FONT * scale + 2;
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
      out->total_top = y + VW_PLOT_GAP;
      out->precision_top = out->total_top + out->margin_height;
      y = out->precision_top + out->margin_height;
    }
  return ceil (y + PAD);
}

/* Whether everything the option shows has its room inside the matrix's sides. */
static gboolean
is_drawable (const VwPlotHeatmapPlan *plan, VwPlotFit *option)
{
  double scale = plan->style->text_scale;
  double side = plan->n * option->cell;
  double line = vw_plot_texts_line_height (plan->texts, VW_PLOT_WORD_FONT * scale);

  if (option->parts & VW_PLOT_PART_AXES
      && MAX (plan->truth_width, plan->prediction_width) * VW_PLOT_AXIS_FONT * scale > side)
    return FALSE;
  if (option->parts & VW_PLOT_PART_BAR && plan->n_ticks * line > side)
    return FALSE;
  if (option->parts & VW_PLOT_PART_BAR_TITLE
      && plan->scale_width * VW_PLOT_WORD_FONT * scale > side)
    return FALSE;
  return !(option->parts & VW_PLOT_PART_MARGINS) || choose_margin_font (plan, option);
}

static gboolean
fits (const VwPlotHeatmapPlan *plan, VwPlotFit *option, double width, double height)
{
  VwPlotHeatmapLayout trial = { 0 };

  choose_cell_fonts (plan, option);
  choose_names (plan, option, width, height);
  return is_drawable (plan, option) && place_columns (plan, option, &trial) <= width
         && (height <= 0 || place_rows (plan, option, &trial) <= height);
}

/* Returns: %FALSE when there is none of at least @least. */
static gboolean
find_largest_cell (const VwPlotHeatmapPlan *plan, VwPlotFit *option, double least, double width,
                   double height)
{
  double step = plan->style->whole_pixels ? 1 : 0.25;

  option->cell = (height > 0 ? MIN (width, height) : width) / plan->n;
  option->cell = floor (option->cell / step) * step;
  for (; option->cell >= least; option->cell -= step)
    if (fits (plan, option, width, height))
      return TRUE;
  return FALSE;
}

VwPlotFit
vw_plot_heatmap_choose (const VwPlotHeatmapPlan *plan, double width, double height)
{
  VwPlotFit best = { .cell = MIN_CELL };
  double best_worth = -1;

  for (int parts = VW_PLOT_PARTS_END - 1; parts >= 0; parts--)
    {
      VwPlotFit option = { .parts = parts };
      gboolean orphan = parts & VW_PLOT_PART_BAR_TITLE && !(parts & VW_PLOT_PART_BAR);
      gboolean no_totals = parts & VW_PLOT_PART_MARGINS && plan->model->baseline != NULL;
      double worth;

      if (orphan || no_totals || !find_largest_cell (plan, &option, MIN_CELL, width, height))
        continue;
      worth = worth_of_cell (option.cell / plan->style->text_scale)
              + worth_of_parts (parts, option.count_font > 0);
      if (worth > best_worth)
        {
          best_worth = worth;
          best = option;
        }
    }
  if (best_worth < 0 && !find_largest_cell (plan, &best, LAST_CELL, width, height))
    best.cell = MIN_CELL;
  return best;
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
vw_plot_heatmap_place (const VwPlotHeatmapPlan *plan, const VwPlotFit *option,
                       VwPlotHeatmapLayout *out)
{
  double right = place_columns (plan, option, out);
  double bottom = place_rows (plan, option, out);

  if (out->height <= 0)
    out->height = bottom;
  center (out, right, bottom);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/heatmap-plan.h"

static void
add_row_text (VwPlotHeatmapLayout *out, VwPlotLabel label, double row)
{
  label.y = out->top + (row + .5) * out->cell;
  vw_plot_texts_add (out->texts, &label);
}

static void
add_names (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
{
  VwPlotLabel label = { .size = option->name_font, .color = plan->style->palette.dim };
  double middle = vw_plot_texts_line_height (plan->texts, option->name_font) / 2;

  for (guint i = 0; option->name_font > 0 && i < plan->n; i++)
    {
      label.string = plan->model->classes[i];
      label.align = VW_PLOT_END;
      label.x = out->left - VW_PLOT_GAP;
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
  double size = VW_PLOT_AXIS_FONT * plan->style->text_scale;
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
add_column_heads (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
{
  double size = VW_PLOT_WORD_FONT * plan->style->text_scale;
  double line = vw_plot_texts_line_height (plan->texts, size);
  VwPlotLabel label = { .size = size, .color = plan->style->palette.dim, .align = VW_PLOT_CENTER };
  double slot = MAX (out->cell, plan->no_keypoints_width * size);
  const char *phrase = plan->model->text->no_keypoints;
  gboolean one_line = vw_plot_texts_measure (plan->texts, phrase, size, FALSE) <= slot;
  double width = one_line ? slot : plan->no_keypoints_width * size; /* the two alike */
  guint lines = vw_plot_texts_count_lines (plan->texts, phrase, size, width);

  if (option->name_font <= 0)
    return;
  label.string = phrase;
  label.x = out->none_left + out->cell / 2;
  label.y = out->top - 3 - line * (lines - .5);
  vw_plot_texts_add_lines (out->texts, &label, width);
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
add_row_margins (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
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
add_column_margins (const VwPlotHeatmapPlan *plan, const VwPlotFit *option,
                    VwPlotHeatmapLayout *out)
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
add_overall (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
{
  const VwPlotHeatmapText *text = plan->model->text;
  const VwPlotPalette *palette = &plan->style->palette;
  double first = out->total_top + out->margin_height / 2;
  double second = out->precision_top + out->margin_height / 2 - 1;
  double total_end = out->total_left + out->total_width;
  double word = VW_PLOT_WORD_FONT * plan->style->text_scale;
  VwPlotLabel labels[] = {
    { text->total, out->left - VW_PLOT_GAP, first, .size = word, .color = palette->dim },
    { text->precision, out->left - VW_PLOT_GAP, second, .size = word, .color = palette->dim },
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
add_scale (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
{
  double size = VW_PLOT_WORD_FONT * plan->style->text_scale;
  double half = vw_plot_texts_figure_height (plan->texts, size) / 2;
  double tick_left = out->bar.x + VW_PLOT_BAR_WIDTH + VW_PLOT_TICK_GAP;
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
add_cells (const VwPlotHeatmapPlan *plan, const VwPlotFit *option, VwPlotHeatmapLayout *out)
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

void
vw_plot_heatmap_layout (const VwPlotHeatmap *model, double width, double height,
                        const VwPlotStyle *style, VwPlotHeatmapLayout *out)
{
  VwPlotTexts *texts = vw_plot_texts_new (style);
  g_auto (VwPlotHeatmapPlan) plan = { 0 };
  VwPlotFit option;

  vw_plot_heatmap_layout_clear (out);
  vw_plot_heatmap_plan_init (&plan, model, style, texts);
  option = vw_plot_heatmap_choose (&plan, width, height);
  *out = (VwPlotHeatmapLayout) { .width = width, .height = height, .n = plan.n, .cell = option.cell,
                                 .least = plan.least, .most = plan.most,
                                 .font = option.count_font, .texts = texts,
                                 .percents = option.percent_font > 0 };
  vw_plot_heatmap_place (&plan, &option, out);
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

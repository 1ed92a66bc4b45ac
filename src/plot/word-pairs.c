/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/word-pairs.h"

#include "plot/numbers.h"
#include "plot/patch.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 14.0
#define SIDE 40.0
#define LEAST_SIDE 28.0
#define GAP 12.0
#define ARROW 20.0

static double
widest_number (const VwPlotWordPairs *model, VwPlotTexts *texts, double size)
{
  double widest = 0;

  for (guint i = 0; i < model->n_pairs; i++)
    widest = MAX (widest, vw_plot_texts_measure (texts, model->pairs[i].text, size, TRUE));
  return widest;
}

/* As many columns as there is room for; a smaller side when that shows more. */
static void
place_columns (const VwPlotWordPairs *model, double size, double height, VwPlotWordPairsLayout *out)
{
  double numbers = widest_number (model, out->texts, size);

  for (out->side = SIDE; out->side >= LEAST_SIDE; out->side -= 4)
    {
      double pair = out->side * (out->has_means ? 2 : 1) + out->arrow + 6 + numbers;
      guint rows;

      out->row_height = out->side + GAP;
      out->columns = MAX ((guint) ((out->width + GAP) / (pair + GAP)), 1);
      out->column_width = floor ((out->width + GAP) / out->columns);
      rows = MAX ((guint) ((height + GAP) / out->row_height), 1);
      out->n_shown = MIN (rows * out->columns, model->n_pairs);
      if (out->n_shown == model->n_pairs)
        break;
    }
  out->side = MAX (out->side, LEAST_SIDE);
}

static void
add_texts (const VwPlotWordPairs *model, const VwPlotStyle *style, double size,
           VwPlotWordPairsLayout *out)
{
  for (guint i = 0; i < out->n_shown; i++)
    {
      double x = i % out->columns * out->column_width, y = i / out->columns * out->row_height;
      double before = out->side * (out->has_means ? 2 : 1) + out->arrow + 6;

      vw_plot_texts_add (out->texts, &(VwPlotLabel){ .string = model->pairs[i].text,
                                                     .x = x + before,
                                                     .y = y + out->side / 2,
                                                     .size = size,
                                                     .color = style->palette.text,
                                                     .tag = i + 1 });
    }
}

/* "and 180 more", in the last place. */
static void
add_more (const VwPlotWordPairs *model, const VwPlotStyle *style, double size,
          VwPlotWordPairsLayout *out)
{
  g_autofree char *count = NULL, *text = NULL;

  if (out->n_shown == model->n_pairs || model->more == NULL)
    return;
  if (out->n_shown > 1)
    out->n_shown--;
  count = g_strdup_printf ("%u", model->n_pairs - out->n_shown);
  text = vw_plot_compose (model->more, "count", count, NULL);
  vw_plot_texts_add (
      out->texts,
      &(VwPlotLabel){ .string = text,
                      .x = out->n_shown % out->columns * out->column_width,
                      .y = out->n_shown / out->columns * out->row_height + out->side / 2,
                      .size = size,
                      .max_width = out->column_width - GAP,
                      .color = style->palette.dim });
}

void
vw_plot_word_pairs_layout (const VwPlotWordPairs *model, double width, double height,
                           const VwPlotStyle *style, VwPlotWordPairsLayout *out)
{
  double size = FONT * style->text_scale;
  guint places;

  vw_plot_word_pairs_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->arrow = ARROW;
  for (guint i = 0; i < model->n_pairs; i++)
    out->has_means |= model->pairs[i].mean != NULL;
  place_columns (model, size, height, out);
  places = out->n_shown;
  add_more (model, style, size, out);
  add_texts (model, style, size, out);
  out->height = ceil ((double) places / out->columns) * out->row_height - GAP;
}

void
vw_plot_word_pairs_layout_clear (VwPlotWordPairsLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotWordPairsLayout){ 0 };
}

int
vw_plot_word_pairs_hit (const VwPlotWordPairsLayout *layout, double x, double y)
{
  guint column, row, index;

  if (x < 0 || y < 0 || layout->columns == 0)
    return -1;
  column = (guint) (x / layout->column_width);
  row = (guint) (y / layout->row_height);
  index = row * layout->columns + column;
  return column < layout->columns && index < layout->n_shown ? (int) index : -1;
}

static void
paint_arrow (cairo_t *cr, const VwPlotStyle *style, double x, double y, double length)
{
  cairo_move_to (cr, x + 4, y);
  cairo_line_to (cr, x + length - 4, y);
  cairo_move_to (cr, x + length - 8.5, y - 3.5);
  cairo_line_to (cr, x + length - 4, y);
  cairo_line_to (cr, x + length - 8.5, y + 3.5);
  vw_plot_color_set (cr, style->palette.dim);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
}

static gboolean
is_among (const guint *indices, guint n, guint index)
{
  for (guint i = 0; i < n; i++)
    if (indices[i] == index)
      return TRUE;
  return FALSE;
}

static void
paint_pair (cairo_t *cr, const VwPlotWordPairs *model, const VwPlotWordPairsLayout *layout,
            const VwPlotStyle *style, guint index, gboolean pointed)
{
  const VwPlotWordPair *pair = &model->pairs[index];
  cairo_rectangle_t area
      = { floor (index % layout->columns * layout->column_width),
          floor (index / layout->columns * layout->row_height), layout->side, layout->side };

  vw_plot_patch_paint (cr, style, pair->patch, model->patch_side, &area);
  vw_plot_frame (cr, &area,
                 pointed ? style->palette.highlight : vw_plot_style_level (style, pair->level), 2);
  paint_arrow (cr, style, area.x + layout->side, area.y + layout->side / 2, layout->arrow);
  if (pair->mean == NULL)
    return;
  area.x += layout->side + layout->arrow;
  vw_plot_patch_paint (cr, style, pair->mean, model->word_side, &area);
  vw_plot_frame (cr, &area,
                 pointed ? style->palette.highlight
                         : vw_plot_color_with_alpha (style->palette.axis, .55),
                 pointed ? 2 : 1);
}

void
vw_plot_word_pairs_paint (cairo_t *cr, const VwPlotWordPairs *model,
                          const VwPlotWordPairsLayout *layout, const VwPlotStyle *style,
                          const guint *related, guint n_related)
{
  g_autofree guint *tags = g_new (guint, n_related + 1);
  VwPlotEmphasis emphasis = { tags, n_related, style->palette.highlight };

  cairo_save (cr);
  for (guint i = 0; i < n_related; i++)
    tags[i] = related[i] + 1;
  for (guint i = 0; i < layout->n_shown; i++)
    paint_pair (cr, model, layout, style, i, is_among (related, n_related, i));
  vw_plot_texts_paint (layout->texts, cr, &emphasis);
  cairo_restore (cr);
}

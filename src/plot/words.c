/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/words.h"

#include "plot/patch.h"
#include "plot/scale.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 10.5
#define WIDE_SLOT 20.0 /* from here on a word has room for its patch and number */
#define WIDEST_SLOT 44.0
#define MOST_PATCH 34.0
#define EVIDENCE_ROOM 26.0
#define TAG_PATCH 34.0
#define TAG_PAD 5.0

static double
largest_value (const VwPlotWords *model)
{
  double most = 0;

  for (guint i = 0; i < model->n_words; i++)
    most = MAX (most, model->words[i].value);
  return most;
}

static double
largest_evidence (const VwPlotWords *model)
{
  double most = 0;

  for (guint i = 0; i < model->n_words; i++)
    most = MAX (most, fabs (model->words[i].evidence));
  return most;
}

static double
widest_number (const VwPlotWords *model, VwPlotTexts *texts, double size)
{
  double widest = 0;

  for (guint i = 0; i < model->n_words; i++)
    {
      g_autofree char *number
          = vw_plot_format_count (model->numbers, model->words[i].word, FALSE);

      widest = MAX (widest, vw_plot_texts_measure (texts, number, size, TRUE));
    }
  return widest;
}

/* From the bottom up: evidence, numbers, patches, and bars in what is left. */
static void
place_rows (const VwPlotWords *model, const VwPlotStyle *style, VwPlotWordsLayout *out)
{
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (out->texts, size);
  double y = out->height - 1, evidence = largest_evidence (model);
  gboolean wide = out->slot >= WIDE_SLOT * style->text_scale
                  && widest_number (model, out->texts, size) < out->slot - 2;

  if (model->has_evidence && out->height > 3 * EVIDENCE_ROOM + line)
    {
      out->evidence_y = floor (y - EVIDENCE_ROOM / 2);
      out->evidence_scale = evidence > 0 ? (EVIDENCE_ROOM / 2 - 2) / evidence : 0;
      y -= EVIDENCE_ROOM;
    }
  if (wide)
    y -= line;
  if (wide && model->patch_side > 0 && y - 2 * MOST_PATCH > 0)
    {
      out->patch_side = floor (MIN (out->slot - 4, MOST_PATCH));
      out->patch_top = floor (y - out->patch_side - 2);
      y = out->patch_top;
    }
  out->base = floor (y - 4);
  out->top = ceil (line / 2 + 1);
  out->bar_width = wide ? .62 * MIN (out->slot, WIDEST_SLOT) : MAX (out->slot - 1, 1);
}

static void
add_scale (const VwPlotWords *model, const VwPlotStyle *style, VwPlotWordsLayout *out)
{
  double size = FONT * style->text_scale;
  int digits = out->tick_step < .1 ? 2 : out->tick_step == floor (out->tick_step) ? 0 : 2;

  for (guint i = 1; i <= out->ticks; i++)
    {
      g_autofree char *string
          = vw_plot_format_decimal (model->numbers, i * out->tick_step, digits, FALSE);

      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = string, .x = out->left - 6, .y = out->base - i * out->tick_step * out->scale,
        .align = VW_PLOT_END, .size = size, .color = style->palette.dim });
    }
  if (out->evidence_y <= 0)
    return;
  vw_plot_texts_add (out->texts, &(VwPlotLabel) {
    .string = "+", .x = out->left - 6, .y = out->evidence_y - 7, .align = VW_PLOT_END,
    .size = size, .bold = TRUE, .color = style->palette.favour });
  vw_plot_texts_add (out->texts, &(VwPlotLabel) {
    .string = model->numbers->minus, .x = out->left - 6, .y = out->evidence_y + 7,
    .align = VW_PLOT_END, .size = size, .bold = TRUE, .color = style->palette.against });
}

static void
add_numbers (const VwPlotWords *model, const VwPlotStyle *style, VwPlotWordsLayout *out)
{
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (out->texts, size);
  double top = out->patch_side > 0 ? out->patch_top + out->patch_side : out->base;

  if (out->slot < WIDE_SLOT * style->text_scale
      || widest_number (model, out->texts, size) >= out->slot - 2)
    return;
  for (guint i = 0; i < model->n_words; i++)
    {
      g_autofree char *string = vw_plot_format_count (model->numbers, model->words[i].word, FALSE);

      vw_plot_texts_add (out->texts, &(VwPlotLabel) {
        .string = string, .x = out->left + (i + .5) * out->slot, .y = top + 2 + line / 2,
        .align = VW_PLOT_CENTER, .size = size, .color = style->palette.dim, .tag = i + 1 });
    }
}

void
vw_plot_words_layout (const VwPlotWords *model, double width, double height,
                      const VwPlotStyle *style, VwPlotWordsLayout *out)
{
  double most = MAX (largest_value (model), 1e-6);
  double line, room;

  vw_plot_words_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->height = height;
  out->n_words = model->n_words;
  line = vw_plot_texts_line_height (out->texts, FONT * style->text_scale);
  out->left = ceil (vw_plot_texts_measure (out->texts, "0.00", FONT * style->text_scale, FALSE));
  out->left += 8;
  room = width - out->left - 2;
  out->slot = model->n_words > 0 ? MIN (room / model->n_words, WIDEST_SLOT * 1.5) : room;
  place_rows (model, style, out);
  room = MAX (out->base - out->top, 1);
  out->tick_step = vw_plot_nice_step (most, CLAMP ((guint) (room / (2 * line)), 1, 4),
                                      model->whole ? 1 : 0);
  out->ticks = (guint) ceil (most / out->tick_step - 1e-9);
  out->scale = room / (out->ticks * out->tick_step);
  add_scale (model, style, out);
  add_numbers (model, style, out);
}

void
vw_plot_words_layout_clear (VwPlotWordsLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotWordsLayout) { 0 };
}

int
vw_plot_words_hit (const VwPlotWordsLayout *layout, double x, double y)
{
  if (x < layout->left || x >= layout->left + layout->n_words * layout->slot || y < 0
      || y >= layout->height)
    return -1;
  return MIN ((int) ((x - layout->left) / layout->slot), (int) layout->n_words - 1);
}

static void
paint_bar (cairo_t *cr, const VwPlotWordsLayout *layout, const VwPlotStyle *style,
           const VwPlotWord *word, double middle, gboolean pointed)
{
  guint n = MAX (word->n_keypoints, 1);
  double height = word->value * layout->scale / n;
  double gap = height > 4 ? 1 : height > 2 ? .5 : 0;
  double radius = layout->bar_width > 6 ? 2 : 0.01;

  for (guint i = 0; i < n; i++)
    {
      cairo_rectangle_t area = { middle - layout->bar_width / 2, layout->base - (i + 1) * height,
                                 layout->bar_width, height - gap };
      VwPlotColor color = i < word->n_keypoints ? vw_plot_style_level (style, word->levels[i])
                                                : style->palette.bar;

      vw_plot_fill_rounded (cr, &area, radius, pointed ? style->palette.highlight : color);
    }
}

static void
paint_evidence (cairo_t *cr, const VwPlotWordsLayout *layout, const VwPlotStyle *style,
                double evidence, double middle)
{
  double height = fabs (evidence) * layout->evidence_scale;
  cairo_rectangle_t area = { middle - layout->bar_width / 2, layout->evidence_y,
                             layout->bar_width, height };

  if (evidence > 0)
    {
      area.y -= height;
      vw_plot_fill (cr, &area, style->palette.favour);
    }
  else if (evidence < 0)
    vw_plot_hollow (cr, &area, style->palette.against);
}

static void
paint_word (cairo_t *cr, const VwPlotWords *model, const VwPlotWordsLayout *layout,
            const VwPlotStyle *style, guint index, gboolean pointed)
{
  const VwPlotWord *word = &model->words[index];
  double middle = layout->left + (index + .5) * layout->slot;
  cairo_rectangle_t patch = { floor (middle - layout->patch_side / 2), layout->patch_top,
                              layout->patch_side, layout->patch_side };
  cairo_rectangle_t column = { layout->left + index * layout->slot, 0, layout->slot,
                               layout->height };

  if (pointed)
    vw_plot_fill (cr, &column, vw_plot_color_with_alpha (style->palette.highlight, .10));
  paint_bar (cr, layout, style, word, middle, pointed);
  if (layout->patch_side > 0 && word->patch != NULL)
    {
      vw_plot_patch_paint (cr, style, word->patch, model->patch_side, &patch);
      vw_plot_frame (cr, &patch,
                     pointed ? style->palette.highlight
                             : vw_plot_color_with_alpha (style->palette.axis, .55),
                     pointed ? 2 : 1);
    }
  if (layout->evidence_y > 0)
    paint_evidence (cr, layout, style, word->evidence, middle);
}

/* Where bars are too thin for a patch each, that of the pointed one stands beside it. */
static void
paint_tag (cairo_t *cr, const VwPlotWords *model, const VwPlotWordsLayout *layout,
           const VwPlotStyle *style, guint index)
{
  double size = FONT * style->text_scale;
  double middle = layout->left + (index + .5) * layout->slot;
  g_autoptr (VwPlotTexts) texts = vw_plot_texts_new (style);
  g_autofree char *number = vw_plot_format_count (model->numbers, model->words[index].word, FALSE);
  double width = TAG_PATCH + vw_plot_texts_measure (texts, number, size, TRUE) + 4 * TAG_PAD;
  double right = middle + layout->slot + 4;
  cairo_rectangle_t tag = { right + width < layout->width ? right : middle - layout->slot - width,
                            1, width, TAG_PATCH + 2 * TAG_PAD };
  cairo_rectangle_t patch = { tag.x + TAG_PAD, tag.y + TAG_PAD, TAG_PATCH, TAG_PATCH };

  vw_plot_fill_rounded (cr, &tag, 4, style->palette.highlight);
  tag = vw_plot_grow (&tag, -1.5);
  vw_plot_fill_rounded (cr, &tag, 3, style->palette.paper);
  vw_plot_patch_paint (cr, style, model->words[index].patch, model->patch_side, &patch);
  vw_plot_texts_add (texts, &(VwPlotLabel) {
    .string = number, .x = patch.x + TAG_PATCH + TAG_PAD, .y = tag.y + tag.height / 2,
    .size = size, .bold = TRUE, .color = style->palette.highlight });
  vw_plot_texts_paint (texts, cr, NULL);
}

void
vw_plot_words_paint (cairo_t *cr, const VwPlotWords *model, const VwPlotWordsLayout *layout,
                     const VwPlotStyle *style, int pointed)
{
  guint tag = pointed + 1;
  VwPlotEmphasis emphasis = { &tag, 1, style->palette.highlight };
  double right = layout->left + layout->n_words * layout->slot;

  cairo_save (cr);
  for (guint i = 1; i <= layout->ticks; i++)
    {
      double y = floor (layout->base - i * layout->tick_step * layout->scale);
      cairo_rectangle_t line = { layout->left, y, right - layout->left, 1 };

      vw_plot_fill (cr, &line, style->palette.grid);
    }
  for (guint i = 0; i < model->n_words; i++)
    paint_word (cr, model, layout, style, i, (int) i == pointed);
  vw_plot_fill (cr, &(cairo_rectangle_t) { layout->left, layout->base, right - layout->left, 1 },
                style->palette.axis);
  if (layout->evidence_y > 0)
    vw_plot_fill (cr, &(cairo_rectangle_t) { layout->left, layout->evidence_y - .5,
                                             right - layout->left, 1 },
                  style->palette.axis);
  vw_plot_texts_paint (layout->texts, cr, &emphasis);
  if (pointed >= 0 && layout->patch_side <= 0 && model->words[pointed].patch != NULL)
    paint_tag (cr, model, layout, style, (guint) pointed);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/scores.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 11.5
#define GAP 8.0
#define LONGEST_NAME .4 /* of the width */
#define IMPOSSIBLE -1e30 /* and below: a class that nothing was learnt of, out of every scale */

char *
vw_plot_scores_format (const VwPlotNumbers *numbers, double score)
{
  return score > IMPOSSIBLE ? vw_plot_format_decimal (numbers, score, 1, TRUE) : g_strdup ("–");
}

/* Places zero so that bars on both sides have the same scale and fill the room. */
static void
place_bars (const VwPlotScores *model, VwPlotScoresLayout *out, double left, double right)
{
  double least = 0, most = 0, room = MAX (right - left, 1);

  for (guint i = 0; i < model->n_classes; i++)
    if (model->scores[i] > IMPOSSIBLE)
      {
        least = MIN (least, model->scores[i]);
        most = MAX (most, model->scores[i]);
      }
  out->scale = most > least ? room / (most - least) : 0;
  out->zero = round (left - least * out->scale);
}

static void
add_texts (const VwPlotScores *model, const VwPlotStyle *style, VwPlotScoresLayout *out,
           double longest_name)
{
  VwPlotLabel label = { .size = MIN (FONT * style->text_scale, .8 * out->row_height) };

  for (guint i = 0; i < model->n_classes; i++)
    {
      g_autofree char *score = vw_plot_scores_format (model->numbers, model->scores[i]);

      label.y = out->top + (i + .5) * out->row_height;
      label.bold = (int) i == model->predicted;
      label.color = label.bold ? style->palette.text : style->palette.dim;
      label.string = model->classes[i];
      label.x = 0;
      label.align = VW_PLOT_START;
      label.max_width = longest_name;
      vw_plot_texts_add (out->texts, &label);
      label.string = score;
      label.x = out->width - 1;
      label.align = VW_PLOT_END;
      label.max_width = 0;
      vw_plot_texts_add (out->texts, &label);
    }
}

void
vw_plot_scores_layout (const VwPlotScores *model, double width, double height,
                       const VwPlotStyle *style, VwPlotScoresLayout *out)
{
  double size = FONT * style->text_scale;
  double names = 0, scores = 0, line;

  vw_plot_scores_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->n_classes = model->n_classes;
  line = vw_plot_texts_line_height (out->texts, size);
  out->row_height = height > 0 && model->n_classes > 0
                        ? CLAMP (floor (height / model->n_classes), 6, line + 9)
                        : ceil (line);
  out->height = height > 0 ? height : model->n_classes * out->row_height;
  out->bar_height = MIN (10 * style->text_scale, .7 * out->row_height);
  for (guint i = 0; i < model->n_classes; i++)
    {
      g_autofree char *score = vw_plot_scores_format (model->numbers, model->scores[i]);

      names = MAX (names, vw_plot_texts_measure (out->texts, model->classes[i], size, TRUE));
      scores = MAX (scores, vw_plot_texts_measure (out->texts, score, size, TRUE));
    }
  names = MIN (names + 1, LONGEST_NAME * width);
  place_bars (model, out, names + GAP, width - scores - GAP);
  add_texts (model, style, out, names);
}

void
vw_plot_scores_layout_clear (VwPlotScoresLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotScoresLayout) { 0 };
}

int
vw_plot_scores_hit (const VwPlotScoresLayout *layout, double x, double y)
{
  if (x < 0 || x >= layout->width || y < layout->top
      || y >= layout->top + layout->n_classes * layout->row_height)
    return -1;
  return (int) ((y - layout->top) / layout->row_height);
}

void
vw_plot_scores_paint (cairo_t *cr, const VwPlotScores *model, const VwPlotScoresLayout *layout,
                      const VwPlotStyle *style, int pointed)
{
  const VwPlotPalette *palette = &style->palette;
  cairo_rectangle_t row = { 0, layout->top + pointed * layout->row_height, layout->width,
                            layout->row_height };
  cairo_rectangle_t zero = { layout->zero, layout->top, 1,
                             layout->n_classes * layout->row_height };

  cairo_save (cr);
  if (pointed >= 0)
    vw_plot_fill_rounded (cr, &row, 3, vw_plot_color_with_alpha (palette->text, .07));
  for (guint i = 0; i < model->n_classes; i++)
    {
      double reach = model->scores[i] > IMPOSSIBLE ? model->scores[i] * layout->scale : 0;
      double y = layout->top + (i + .5) * layout->row_height;
      cairo_rectangle_t bar = { MIN (layout->zero, layout->zero + reach),
                                y - layout->bar_height / 2, fabs (reach), layout->bar_height };

      vw_plot_fill_rounded (cr, &bar, 2, (int) i == model->predicted ? palette->favour
                                                                     : palette->bar);
    }
  vw_plot_fill (cr, &zero, palette->axis);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

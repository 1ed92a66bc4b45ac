/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/overlay.h"

#include "plot/shapes.h"

#include <math.h>

#define FONT 10.0
#define DIRECTIONS 16
#define DISTANCES 3
#define MOST_TAGS 60 /* more of them would hide the digit */

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
is_inside (const cairo_rectangle_t *box, const cairo_rectangle_t *clip)
{
  return box->x >= clip->x + 2 && box->y >= clip->y + 2
         && box->x + box->width <= clip->x + clip->width - 2
         && box->y + box->height <= clip->y + clip->height - 2;
}

static gboolean
covers_mark (const VwPlotDigitLayout *digit, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < digit->n_marks; i++)
    {
      const VwPlotMark *mark = &digit->marks[i];
      double x = CLAMP (mark->x, box->x, box->x + box->width);
      double y = CLAMP (mark->y, box->y, box->y + box->height);

      if (hypot (mark->x - x, mark->y - y) < mark->radius)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const VwPlotDigitLayout *digit, const VwPlotTags *tags, const cairo_rectangle_t *box)
{
  if (!is_inside (box, &digit->clip))
    return FALSE;
  for (guint i = 0; i < tags->n_tags; i++)
    if (overlap (box, &tags->tags[i].box))
      return FALSE;
  return !covers_mark (digit, box);
}

/* Opposite to where the mark points first, then round and round, ever further away. */
static gboolean
find_place (const VwPlotDigitLayout *digit, const VwPlotTags *tags, const VwPlotMark *mark,
            cairo_rectangle_t *box)
{
  for (guint distance = 0; distance < DISTANCES; distance++)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        int turn = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
        double angle = mark->angle + G_PI + turn * 2 * G_PI / DIRECTIONS;
        double reach = mark->radius + 3 + distance * box->height;

        box->x = mark->x + cos (angle) * (reach + box->width / 2) - box->width / 2;
        box->y = mark->y + sin (angle) * (reach + box->height / 2) - box->height / 2;
        if (is_free (digit, tags, box))
          return TRUE;
      }
  return FALSE;
}

static void
add_tag (const VwPlotDigitLayout *digit, const char *text, const VwPlotMark *mark,
         const VwPlotStyle *style, VwPlotTags *out)
{
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (out->texts, size);
  cairo_rectangle_t box
      = { .width = vw_plot_texts_measure (out->texts, text, size, TRUE) + 8, .height = line + 1 };

  if (!find_place (digit, out, mark, &box))
    return;
  out->tags[out->n_tags++] = (VwPlotTag){ box, mark->keypoint };
  vw_plot_texts_add (out->texts, &(VwPlotLabel){ .string = text,
                                                 .x = box.x + box.width / 2,
                                                 .y = box.y + box.height / 2,
                                                 .align = VW_PLOT_CENTER,
                                                 .size = size,
                                                 .bold = TRUE,
                                                 .color = style->palette.text,
                                                 .tag = mark->keypoint + 1 });
}

void
vw_plot_tags_layout (const VwPlotDigitLayout *digit, const char *const *texts,
                     const VwPlotStyle *style, VwPlotTags *out)
{
  vw_plot_tags_clear (out);
  if (digit->n_marks > MOST_TAGS)
    return;
  out->texts = vw_plot_texts_new (style);
  out->tags = g_new (VwPlotTag, digit->n_marks);
  for (guint i = 0; i < digit->n_marks; i++)
    add_tag (digit, texts[digit->marks[i].keypoint], &digit->marks[i], style, out);
}

void
vw_plot_tags_clear (VwPlotTags *self)
{
  g_clear_pointer (&self->tags, g_free);
  g_clear_pointer (&self->texts, vw_plot_texts_free);
  self->n_tags = 0;
}

static gboolean
is_pointed (const VwPlotDigitState *state, guint keypoint)
{
  if (state == NULL)
    return FALSE;
  for (guint i = 0; i < state->n_related; i++)
    if (state->related[i] == keypoint)
      return TRUE;
  return state->pointed == (int) keypoint;
}

static guint
level_of (const VwPlotDigitLayout *digit, guint keypoint)
{
  for (guint i = 0; i < digit->n_marks; i++)
    if (digit->marks[i].keypoint == keypoint)
      return digit->marks[i].level;
  return 0;
}

void
vw_plot_tags_paint (cairo_t *cr, const VwPlotTags *self, const VwPlotDigitLayout *digit,
                    const VwPlotStyle *style, const VwPlotDigitState *state)
{
  g_autofree guint *tags = g_new (guint, self->n_tags + 1);
  VwPlotEmphasis emphasis = { tags, 0, style->palette.paper };

  if (self->texts == NULL)
    return;
  cairo_save (cr);
  for (guint i = 0; i < self->n_tags; i++)
    {
      const VwPlotTag *tag = &self->tags[i];
      cairo_rectangle_t inside = vw_plot_grow (&tag->box, -1);
      gboolean pointed = is_pointed (state, tag->keypoint);
      VwPlotColor color = pointed ? style->palette.highlight
                                  : vw_plot_style_level (style, level_of (digit, tag->keypoint));

      vw_plot_fill_rounded (cr, &tag->box, tag->box.height / 2, color);
      if (pointed)
        tags[emphasis.n_tags++] = tag->keypoint + 1;
      else
        vw_plot_fill_rounded (cr, &inside, inside.height / 2, style->palette.paper);
    }
  vw_plot_texts_paint (self->texts, cr, &emphasis);
  cairo_restore (cr);
}

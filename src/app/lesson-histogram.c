/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "app/strings.h"
#include "plot/word-bars.h"

#include <glib/gi18n.h>

#define FONT 14.0
#define GAP 16.0
#define ZOOM 1.3 /* of the chart, whose letters are made for the page */

/* The words' counts, and below them what the classifier gets. */
typedef struct {
  VwPlotWordBars bars;
  VwPlotWord *counts;
  VwPlotWords counted, normalised;
  VwPlotWordsLayout counted_layout, normalised_layout;
  double head, half;
  int pointed;
  VwPlotTexts *titles;
} Picture;

static const char *
norm_title (int norm)
{
  return norm == VW_NORM_L2   ? _("Divided by the root of the sum of squares: L2 norm")
         : norm == VW_NORM_L1 ? _("Divided by the sum: L1 norm")
                              : _("Divided by the sum, then the root: Hellinger norm");
}

static void
add_titles (Picture *self, const VwInspection *seen, double width, const VwPlotStyle *style)
{
  const char *const titles[]
      = { _("How often each word occurs"), norm_title (seen->model->parameters.norm) };

  for (guint i = 0; i < 2; i++)
    vw_plot_texts_add (self->titles, &(VwPlotLabel){ .string = titles[i],
                                                     .y = i * (self->half + GAP) + self->head / 2,
                                                     .size = FONT * style->text_scale,
                                                     .max_width = width,
                                                     .color = style->palette.dim });
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  Picture *self = g_new0 (Picture, 1);

  vw_plot_word_bars_init (&self->bars, scene->seen, -1);
  self->counts = g_memdup2 (self->bars.words, self->bars.n * sizeof *self->counts);
  for (guint i = 0; i < self->bars.n; i++)
    self->counts[i].value = self->counts[i].n_keypoints;
  self->counted = (VwPlotWords){
    .n_words = self->bars.n, .words = self->counts, .whole = TRUE, .numbers = vw_strings_numbers ()
  };
  self->normalised = self->counted;
  self->normalised.words = self->bars.words;
  self->normalised.whole = FALSE;
  self->pointed = vw_plot_word_bars_find (&self->bars, scene->seen->words[scene->keypoint]);
  self->titles = vw_plot_texts_new (style);
  self->head = 1.3 * vw_plot_texts_line_height (self->titles, FONT * style->text_scale);
  self->half = (height - GAP) / 2;
  add_titles (self, scene->seen, width, style);
  vw_plot_words_layout (&self->counted, width / ZOOM, (self->half - self->head) / ZOOM, style,
                        &self->counted_layout);
  vw_plot_words_layout (&self->normalised, width / ZOOM, (self->half - self->head) / ZOOM, style,
                        &self->normalised_layout);
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  vw_plot_texts_paint (self->titles, cr, NULL);
  cairo_translate (cr, 0, self->head);
  cairo_scale (cr, ZOOM, ZOOM);
  vw_plot_words_paint (cr, &self->counted, &self->counted_layout, style, self->pointed);
  cairo_translate (cr, 0, (self->half + GAP) / ZOOM);
  vw_plot_words_paint (cr, &self->normalised, &self->normalised_layout, style, self->pointed);
}

static void
point (gpointer picture, double x, double y, VwInspector *inspector, gboolean pin)
{
  Picture *self = picture;
  double top = self->head + (y > self->half + GAP ? self->half + GAP : 0);
  int at = vw_plot_words_hit (&self->counted_layout, x / ZOOM, (y - top) / ZOOM);
  g_autoptr (GArray) keypoints = NULL;

  if (!pin)
    {
      vw_inspector_point_word (inspector, at >= 0 ? (int) self->bars.words[at].word : -1);
      return;
    }
  if (at < 0)
    return;
  keypoints = vw_inspection_with_word (vw_inspector_get_inspection (inspector),
                                       self->bars.words[at].word);
  if (keypoints->len > 0)
    vw_inspector_pin (inspector, g_array_index (keypoints, guint, 0));
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  vw_plot_word_bars_clear (&self->bars);
  g_free (self->counts);
  vw_plot_words_layout_clear (&self->counted_layout);
  vw_plot_words_layout_clear (&self->normalised_layout);
  vw_plot_texts_free (self->titles);
  g_free (self);
}

const VwLessonPicture vw_lesson_histogram = { make, paint, point, picture_free };

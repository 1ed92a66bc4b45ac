/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "app/strings.h"
#include "core/patch.h"
#include "plot/rows.h"
#include "plot/word-pairs.h"

#include <glib/gi18n.h>

#define N_NEAREST 5
#define GAP 18.0
#define LEAST_PAIRS 40.0 /* height */

/* Each patch with its word; below, the words nearest to the keypoint that is pointed at. */
typedef struct {
  guint n;
  guint8 *patches;
  char **numbers;
  VwPlotWordPair *pairs;
  GArray *related; /* of guint */
  VwPlotWordPairs model;
  VwPlotWordPairsLayout layout;
  guint n_nearest;
  char *texts[2 * N_NEAREST];
  char *title;
  VwPlotRow rows[N_NEAREST];
  VwPlotRows nearest;
  VwPlotRowsLayout nearest_layout;
  double nearest_y;
} Picture;

static void
cut_patches (Picture *self, const VwInspection *seen)
{
  /* The keypoints were found with these settings, so they are possible. */
  g_autoptr (VwPatchCutter) cutter
      = vw_patch_cutter_new (&seen->parameters, seen->width, seen->height, NULL);

  self->patches = g_malloc ((gsize) self->n * VW_PATCH_PIXELS);
  vw_patch_cutter_load (cutter, seen->pixels);
  for (guint i = 0; i < self->n; i++)
    vw_patch_cutter_cut (cutter, &seen->frame.keypoints[i], VW_PATCH_SIDE,
                         self->patches + (gsize) i * VW_PATCH_PIXELS);
}

static const guint8 *
mean_of (const VwLessonScene *scene, guint word)
{
  return scene->gallery != NULL ? vw_word_gallery_mean (scene->gallery, word) : NULL;
}

static void
fill_pairs (Picture *self, const VwLessonScene *scene)
{
  const VwInspection *seen = scene->seen;

  cut_patches (self, seen);
  self->numbers = g_new0 (char *, self->n + 1);
  self->pairs = g_new0 (VwPlotWordPair, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->numbers[i] = g_strdup_printf ("%u", seen->words[i]);
      self->pairs[i] = (VwPlotWordPair){ .patch = self->patches + (gsize) i * VW_PATCH_PIXELS,
                                         .mean = mean_of (scene, seen->words[i]),
                                         .level = seen->frame.keypoints[i].octave,
                                         .text = self->numbers[i] };
    }
  self->model = (VwPlotWordPairs){ self->n, self->pairs, VW_PATCH_SIDE, VW_PATCH_SIDE,
                                   "+{count}" };
}

/* The nearest words, nearest first; of equals the lower one, as vw_vocabulary_assign() has it. */
static guint
find_nearest (const VwInspection *seen, int keypoint, guint words[N_NEAREST],
              double distances[N_NEAREST])
{
  const VwVocabulary *vocabulary = seen->model->vocabulary;
  const guint8 *descriptor = seen->frame.descriptors + (gsize) keypoint * VW_DESCRIPTOR_BYTES;
  guint n = 0;

  for (guint word = 0; word < vw_vocabulary_get_words (vocabulary); word++)
    {
      double distance = vw_vocabulary_distance (vocabulary, descriptor, word);
      guint at = MIN (n, N_NEAREST);

      for (; at > 0 && distances[at - 1] > distance; at--)
        if (at < N_NEAREST)
          {
            distances[at] = distances[at - 1];
            words[at] = words[at - 1];
          }
      if (at < N_NEAREST)
        {
          distances[at] = distance;
          words[at] = word;
        }
      n = MIN (n + 1, N_NEAREST);
    }
  return n;
}

static void
fill_nearest (Picture *self, const VwLessonScene *scene)
{
  guint words[N_NEAREST];
  double distances[N_NEAREST];

  self->n_nearest = find_nearest (scene->seen, scene->keypoint, words, distances);
  self->title = g_strdup_printf (_("Words nearest to keypoint %d, with their distance"),
                                 scene->keypoint + 1);
  for (guint i = 0; i < self->n_nearest; i++)
    {
      self->texts[2 * i] = g_strdup_printf (_("word %u"), words[i]);
      self->texts[2 * i + 1] = vw_strings_decimal (distances[i], 0);
      self->rows[i] = (VwPlotRow){ .label = self->texts[2 * i],
                                   .to = distances[i],
                                   .lost = distances[i],
                                   .kind = i == 0 ? VW_PLOT_BAR_POINTED : VW_PLOT_BAR_NEUTRAL,
                                   .figure = self->texts[2 * i + 1],
                                   .bold = i == 0 };
    }
  self->nearest = (VwPlotRows){ self->title, self->n_nearest, self->rows, 0 };
}

/* The rows below take what they need, the pairs what is left. */
static void
place (Picture *self, double width, double height, const VwPlotStyle *style)
{
  double rows = (self->n_nearest + 1) * 24 * style->text_scale;
  double pairs = MAX (height - rows - GAP, LEAST_PAIRS);

  vw_plot_word_pairs_layout (&self->model, width, pairs, style, &self->layout);
  self->nearest_y = self->layout.height + GAP;
  vw_plot_rows_layout (&self->nearest, width, MIN (height - self->nearest_y, 1.3 * rows), style,
                       &self->nearest_layout);
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  Picture *self = g_new0 (Picture, 1);

  self->n = scene->seen->frame.n_keypoints;
  self->related = vw_inspection_with_word (scene->seen, scene->seen->words[scene->keypoint]);
  fill_pairs (self, scene);
  fill_nearest (self, scene);
  place (self, width, height, style);
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  vw_plot_word_pairs_paint (cr, &self->model, &self->layout, style,
                            (const guint *) self->related->data, self->related->len);
  cairo_translate (cr, 0, self->nearest_y);
  vw_plot_rows_paint (cr, &self->nearest, &self->nearest_layout, style);
}

static void
point (gpointer picture, double x, double y, VwInspector *inspector, gboolean pin)
{
  int keypoint = vw_plot_word_pairs_hit (&((Picture *) picture)->layout, x, y);

  if (!pin)
    vw_inspector_point (inspector, keypoint);
  else if (keypoint >= 0)
    vw_inspector_pin (inspector, keypoint);
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  g_free (self->patches);
  g_strfreev (self->numbers);
  g_free (self->pairs);
  g_array_unref (self->related);
  vw_plot_word_pairs_layout_clear (&self->layout);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_free (self->title);
  vw_plot_rows_layout_clear (&self->nearest_layout);
  g_free (self);
}

const VwLessonPicture vw_lesson_words = { make, paint, point, picture_free };

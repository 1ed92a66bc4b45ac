/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/word-figure.h"

#include "core/model-json.h"
#include "core/word-facts.h"
#include "plot/patch.h"
#include "plot/patches.h"
#include "plot/profile.h"
#include "plot/shapes.h"

#include <math.h>

#define MEAN_SIDE 168.0
#define NARROW_MEAN .245 /* of the chart, where that is less */
#define GAP 18.0
#define NEAREST_COLUMNS 8
#define LEAST_TILE 14.0 /* with its gap: a patch that can still be told from others */

/* All that a chart is painted from. */
typedef struct {
  VwPlotWordFigure figure;
  double width;
  const VwPlotStyle *style;
  GPtrArray *strings;
  GArray *tiles; /* of VwPlotTile */
  VwPlotPatches patches;
  VwPlotPatchesLayout patches_layout;
  double mean; /* side */
  double *shares, *averages, *weights;
  VwPlotProfile profile;
  VwPlotProfileLayout profile_layout;
} Chart;

static void
chart_free (gpointer data)
{
  Chart *self = data;

  vw_plot_patches_layout_clear (&self->patches_layout);
  vw_plot_profile_layout_clear (&self->profile_layout);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->tiles);
  g_free (self->shares);
  g_free (self->averages);
  g_free (self->weights);
  g_free (self);
}

static Chart *
chart_new (const VwPlotWordFigure *figure, const VwPlotStyle *style)
{
  Chart *self = g_new0 (Chart, 1);
  guint n = figure->gallery->n_classes;

  self->figure = *figure;
  self->width = figure->width - 2 * VW_PLOT_FIGURE_SIDE;
  self->style = style;
  self->mean = MIN (MEAN_SIDE, NARROW_MEAN * self->width);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->tiles = g_array_new (FALSE, FALSE, sizeof (VwPlotTile));
  self->shares = g_new0 (double, n);
  self->averages = g_new0 (double, n);
  self->weights = g_new0 (double, n);
  return self;
}

static guint
count_shown (const VwPlotWordFigure *self)
{
  return self->shown != NULL ? self->shown->len : self->gallery->n_words;
}

static const char *
keep (Chart *self, char *string)
{
  g_ptr_array_add (self->strings, string);
  return string;
}

/* As many as make the sheet about as high as a page is, but no more than can be told apart. */
static guint
count_columns (const Chart *self, guint n)
{
  guint most = MAX ((guint) (self->width / LEAST_TILE), NEAREST_COLUMNS);

  return CLAMP ((guint) ceil (sqrt (1.1 * n)), NEAREST_COLUMNS, most);
}

static void
add_word (Chart *self, guint word, guint64 most)
{
  const VwPlotWordFigure *figure = &self->figure;
  int owner = vw_word_owner (figure->gallery, word);
  VwPlotTile tile
      = { vw_word_gallery_mean (figure->gallery, word), keep (self, g_strdup_printf ("%u", word)),
          owner >= 0 ? figure->model->class_names[owner] : NULL,
          figure->gallery->patches[word] / (double) MAX (most, 1) };

  g_array_append_val (self->tiles, tile);
}

static void
add_words (Chart *self)
{
  const VwWordGallery *gallery = self->figure.gallery;
  const GArray *shown = self->figure.shown;
  guint n = count_shown (&self->figure);
  guint64 most = 0;

  for (guint w = 0; w < gallery->n_words; w++)
    most = MAX (most, gallery->patches[w]);
  for (guint i = 0; i < n; i++)
    add_word (self, shown != NULL ? g_array_index (shown, guint, i) : i, most);
  self->patches.columns = count_columns (self, n);
}

static void
add_nearest (Chart *self)
{
  const VwPlotWordFigure *figure = &self->figure;
  guint word = (guint) figure->word;
  const VwWordPatch *nearest = vw_word_gallery_nearest (figure->gallery, word);

  for (guint i = 0; i < figure->gallery->kept[word]; i++)
    {
      VwPlotTile tile = { vw_word_gallery_pixels (figure->gallery, word, i),
                          figure->model->class_names[figure->labels[nearest[i].image]], NULL, -1 };

      g_array_append_val (self->tiles, tile);
    }
  self->patches.columns = NEAREST_COLUMNS;
}

static void
fill_profile (Chart *self)
{
  const VwPlotWordFigure *figure = &self->figure;
  guint word = (guint) figure->word;

  for (guint c = 0; c < figure->gallery->n_classes; c++)
    {
      self->shares[c] = vw_word_share (figure->gallery, word, c);
      self->averages[c] = vw_word_average_share (figure->gallery, c);
      self->weights[c] = vw_word_weight (figure->model, word, c);
    }
  self->profile = (VwPlotProfile){
    .n_classes = figure->gallery->n_classes,
    .classes = (const char *const *) figure->model->class_names,
    .shares = self->shares,
    .averages = self->averages,
    .weights = self->weights,
    .leader = vw_word_owner (figure->gallery, word),
    .share_title = figure->words->text.share,
    .weight_title = figure->words->text.weight,
    .numbers = figure->words->numbers,
  };
}

static void
paint_sheet (cairo_t *cr, gconstpointer data)
{
  const Chart *self = data;

  vw_plot_patches_paint (cr, &self->patches, &self->patches_layout, self->style);
}

static double
upper_height (const Chart *self)
{
  return MAX (self->mean, self->patches_layout.height);
}

static void
paint_word (cairo_t *cr, gconstpointer data)
{
  const Chart *self = data;
  cairo_rectangle_t mean = { 0, 0, self->mean, self->mean };
  const guint8 *pixels = vw_word_gallery_mean (self->figure.gallery, (guint) self->figure.word);

  vw_plot_patch_paint (cr, self->style, pixels, VW_PATCH_SIDE, &mean);
  vw_plot_frame (cr, &mean, self->style->palette.axis, 1);
  cairo_save (cr);
  cairo_translate (cr, self->mean + GAP, 0);
  vw_plot_patches_paint (cr, &self->patches, &self->patches_layout, self->style);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, 0, upper_height (self) + GAP);
  vw_plot_profile_paint (cr, &self->profile, &self->profile_layout, self->style, -1);
  cairo_restore (cr);
}

static VwPlotDrawing
lay_out (Chart *self)
{
  gboolean single = self->figure.word != VW_PLOT_ALL_WORDS;

  if (single)
    add_nearest (self);
  else
    add_words (self);
  self->patches.n_tiles = self->tiles->len;
  self->patches.tiles = (const VwPlotTile *) (void *) self->tiles->data;
  self->patches.side = VW_PATCH_SIDE;
  vw_plot_patches_layout (&self->patches, self->width - (single ? self->mean + GAP : 0),
                          self->style, &self->patches_layout);
  if (!single)
    return (VwPlotDrawing){ self->width, self->patches_layout.height, paint_sheet, self };
  fill_profile (self);
  vw_plot_profile_layout (&self->profile, self->width, 0, self->style, &self->profile_layout);
  return (VwPlotDrawing){ self->width, upper_height (self) + GAP + self->profile_layout.height,
                          paint_word, self };
}

/* What the marks mean, then the user's own words. */
static char *
format_caption (const VwPlotWordFigure *self)
{
  g_autofree char *marks = vw_plot_gallery_words_marks (self->words, self->gallery, self->word);

  return self->caption != NULL ? g_strconcat (marks, "\n", self->caption, NULL)
                               : g_steal_pointer (&marks);
}

VwPlotFigure *
vw_plot_word_figure_new (const VwPlotWordFigure *self)
{
  g_autofree char *facts
      = vw_plot_gallery_words_facts (self->words, self->gallery, self->word, count_shown (self));
  g_autofree char *caption = format_caption (self);
  const VwPlotFigureText text = { self->title, facts, caption };
  VwPlotFigure *figure = vw_plot_figure_new (&text, self->words->language, self->font_family);
  Chart *chart = chart_new (self, vw_plot_figure_get_style (figure));
  VwPlotDrawing drawing;

  vw_plot_figure_keep (figure, chart, chart_free);
  vw_plot_figure_set_width (figure, self->width);
  drawing = lay_out (chart);
  vw_plot_figure_set_chart (figure, &drawing, 0);
  return figure;
}

char *
vw_plot_word_figure_parameters (const VwPlotWordFigure *self)
{
  g_autoptr (JsonObject) facts = vw_model_to_json (self->model);

  return vw_json_format (facts);
}

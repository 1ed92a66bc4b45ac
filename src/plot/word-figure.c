/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/word-figure.h"

#include "config.h"
#include "core/error.h"
#include "core/model-json.h"
#include "core/word-facts.h"
#include "plot/patch.h"
#include "plot/patches.h"
#include "plot/profile.h"
#include "plot/shapes.h"

#include <math.h>

#define WIDTH (VW_PLOT_FIGURE_WIDTH - 36)
#define MEAN_SIDE 168.0
#define GAP 18.0
#define NEAREST_COLUMNS 8
#define MOST_COLUMNS 48

/* All that a chart is painted from. */
typedef struct {
  const VwPlotWordFigure *figure;
  const VwPlotStyle *style;
  const VwPlotNumbers *numbers;
  GPtrArray *strings;
  GArray *tiles; /* of VwPlotTile */
  VwPlotPatches patches;
  VwPlotPatchesLayout patches_layout;
  double *shares, *averages, *weights;
  VwPlotProfile profile;
  VwPlotProfileLayout profile_layout;
} Chart;

static void
chart_clear (Chart *self)
{
  vw_plot_patches_layout_clear (&self->patches_layout);
  vw_plot_profile_layout_clear (&self->profile_layout);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->tiles);
  g_free (self->shares);
  g_free (self->averages);
  g_free (self->weights);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

static void
chart_init (Chart *self, const VwPlotWordFigure *figure)
{
  guint n = figure->gallery->n_classes;

  self->figure = figure;
  self->numbers = vw_plot_numbers_for (figure->language);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->tiles = g_array_new (FALSE, FALSE, sizeof (VwPlotTile));
  self->shares = g_new0 (double, n);
  self->averages = g_new0 (double, n);
  self->weights = g_new0 (double, n);
}

static const char *
keep (Chart *self, char *string)
{
  g_ptr_array_add (self->strings, string);
  return string;
}

/* As many as make the sheet about as high as a page is. */
static guint
columns_for (guint n)
{
  return CLAMP ((guint) ceil (sqrt (1.1 * n)), NEAREST_COLUMNS, MOST_COLUMNS);
}

static void
add_word (Chart *self, guint word, guint64 most)
{
  const VwPlotWordFigure *figure = self->figure;
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
  const VwWordGallery *gallery = self->figure->gallery;
  const GArray *words = self->figure->words;
  guint n = words != NULL ? words->len : gallery->n_words;
  guint64 most = 0;

  for (guint w = 0; w < gallery->n_words; w++)
    most = MAX (most, gallery->patches[w]);
  for (guint i = 0; i < n; i++)
    add_word (self, words != NULL ? g_array_index (words, guint, i) : i, most);
  self->patches.columns = columns_for (n);
}

static void
add_nearest (Chart *self)
{
  const VwPlotWordFigure *figure = self->figure;
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
  const VwPlotWordFigure *figure = self->figure;
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
    .share_title = figure->translate (N_ ("Share of its patches")),
    .weight_title = figure->translate (N_ ("SVM weight")),
    .numbers = self->numbers,
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
  return MAX (MEAN_SIDE, self->patches_layout.height);
}

static void
paint_word (cairo_t *cr, gconstpointer data)
{
  const Chart *self = data;
  cairo_rectangle_t mean = { 0, 0, MEAN_SIDE, MEAN_SIDE };
  const guint8 *pixels = vw_word_gallery_mean (self->figure->gallery, (guint) self->figure->word);

  vw_plot_patch_paint (cr, self->style, pixels, VW_PATCH_SIDE, &mean);
  vw_plot_frame (cr, &mean, self->style->palette.axis, 1);
  cairo_save (cr);
  cairo_translate (cr, MEAN_SIDE + GAP, 0);
  vw_plot_patches_paint (cr, &self->patches, &self->patches_layout, self->style);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, 0, upper_height (self) + GAP);
  vw_plot_profile_paint (cr, &self->profile, &self->profile_layout, self->style, -1);
  cairo_restore (cr);
}

static VwPlotDrawing
lay_out (Chart *self, const VwPlotStyle *style)
{
  gboolean single = self->figure->word >= 0;

  self->style = style;
  if (single)
    add_nearest (self);
  else
    add_words (self);
  self->patches.n_tiles = self->tiles->len;
  self->patches.tiles = (const VwPlotTile *) (void *) self->tiles->data;
  self->patches.side = VW_PATCH_SIDE;
  vw_plot_patches_layout (&self->patches, single ? WIDTH - MEAN_SIDE - GAP : WIDTH, style,
                          &self->patches_layout);
  if (!single)
    return (VwPlotDrawing){ WIDTH, self->patches_layout.height, paint_sheet, self };
  fill_profile (self);
  vw_plot_profile_layout (&self->profile, WIDTH, 0, style, &self->profile_layout);
  return (VwPlotDrawing){ WIDTH, upper_height (self) + GAP + self->profile_layout.height,
                          paint_word, self };
}

static char *
format_title (const Chart *self)
{
  g_autofree char *word = g_strdup_printf ("%d", self->figure->word);

  if (self->figure->title != NULL)
    return g_strdup (self->figure->title);
  if (self->figure->word < 0)
    return g_strdup (self->figure->translate (N_ ("Visual words – ORB + BoVW + SVM")));
  return vw_plot_compose (self->figure->translate (N_ ("Word {word}")), "word", word, NULL);
}

static char *
format_facts (const Chart *self)
{
  const VwWordGallery *gallery = self->figure->gallery;
  int word = self->figure->word;
  g_autofree guint *ranks = vw_word_ranks (gallery);
  guint n_images = word < 0 ? gallery->n_images : gallery->images[word];
  g_autofree char *words = vw_plot_format_count (self->numbers, gallery->n_words, FALSE);
  g_autofree char *images = vw_plot_format_count (self->numbers, n_images, FALSE);
  g_autofree char *patches = vw_plot_format_count (
      self->numbers, (gint64) (word < 0 ? gallery->n_patches : gallery->patches[word]), FALSE);
  g_autofree char *share = vw_plot_format_percent (
      self->numbers, n_images / (double) MAX (gallery->n_images, 1), 0, FALSE);
  g_autofree char *rank = vw_plot_format_count (self->numbers, word < 0 ? 0 : ranks[word], FALSE);
  const char *pattern
      = word < 0 ? N_ ("{words} words · {patches} patches of {images} images")
                 : N_ ("patches: {patches} · images: {images} ({share}) · rank {rank} of {words}");

  return vw_plot_compose (self->figure->translate (pattern), "words", words, "patches", patches,
                          "images", images, "share", share, "rank", rank, NULL);
}

/* What the marks mean, then the user's own words. */
static char *
format_caption (const Chart *self)
{
  const VwPlotWordFigure *figure = self->figure;
  g_autofree char *share = vw_plot_format_percent (
      self->numbers, vw_word_owner_share (figure->gallery->n_classes), 0, FALSE);
  const char *pattern = figure->word < 0
                            ? N_ ("Bar below a word: how often it occurs · blue: the class that "
                                  "has over {share} of it")
                            : N_ ("Upright line: what an average word would have · hollow bars "
                                  "speak against the class");
  g_autofree char *marks = vw_plot_compose (figure->translate (pattern), "share", share, NULL);

  return figure->caption != NULL ? g_strconcat (marks, "\n", figure->caption, NULL)
                                 : g_steal_pointer (&marks);
}

GBytes *
vw_plot_word_figure_render (const VwPlotWordFigure *self, const VwPlotExport *options,
                            GError **error)
{
  g_auto (Chart) chart = { 0 };
  g_autofree char *title = NULL, *facts = NULL, *caption = NULL, *parameters = NULL;
  g_autoptr (JsonObject) made_from = vw_model_to_json (self->model);
  g_autoptr (VwPlotFigure) figure = NULL;
  VwPlotExport complete = *options;
  VwPlotDrawing drawing;

  chart_init (&chart, self);
  title = format_title (&chart);
  facts = format_facts (&chart);
  caption = format_caption (&chart);
  parameters = vw_json_format (made_from);
  figure = vw_plot_figure_new (&(VwPlotFigureText){ title, facts, caption }, self->language,
                               self->font_family);
  drawing = lay_out (&chart, vw_plot_figure_get_style (figure));
  vw_plot_figure_set_chart (figure, &drawing, 0);
  drawing = vw_plot_figure_get_drawing (figure);
  complete.title = title;
  complete.description = facts;
  complete.software = "Visual Words " VW_VERSION;
  complete.parameters = parameters;
  return vw_plot_export_render (&drawing, &complete, error);
}

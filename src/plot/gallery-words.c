/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/gallery-words.h"

#include "core/error.h"
#include "core/word-facts.h"

static const VwPlotGalleryText english = {
  .sheet_title = N_ ("Visual words – ORB + BoVW + SVM"),
  .word_title = N_ ("Word {word}"),
  .sheet_facts = N_ ("{words} words · {patches} patches of {images} images"),
  .part_facts = N_ ("{shown} of {words} words · {patches} patches of {images} images in all"),
  .word_facts = N_ ("patches: {patches} · images: {images} ({share}) · rank {rank} of {words}"),
  .sheet_marks = N_ ("Bar below a word: how often it occurs · blue: the class that "
                     "has over {share} of it"),
  .word_marks = N_ ("Upright line: what an average word would have · hollow bars "
                    "speak against the class"),
  .share = N_ ("Share of its patches"),
  .weight = N_ ("SVM weight"),
};

void
vw_plot_gallery_words_init (VwPlotGalleryWords *self,
                            const char *language,
                            VwPlotTranslate translate)
{
  self->language = language;
  self->translate = translate;
  self->numbers = vw_plot_numbers_for (language);
  self->text = english;
  vw_plot_translate_all ((const char **) &self->text, sizeof self->text, translate);
}

char *
vw_plot_gallery_words_title (const VwPlotGalleryWords *self, int word)
{
  g_autofree char *number = g_strdup_printf ("%d", word);

  if (word == VW_PLOT_ALL_WORDS)
    return g_strdup (self->text.sheet_title);
  return vw_plot_compose (self->text.word_title, "word", number, NULL);
}

static char *
format_word_facts (const VwPlotGalleryWords *self, const VwWordGallery *gallery, guint word)
{
  g_autofree guint *ranks = vw_word_ranks (gallery);
  guint n_images = gallery->images[word];
  g_autofree char *words = vw_plot_format_count (self->numbers, gallery->n_words, FALSE);
  g_autofree char *images = vw_plot_format_count (self->numbers, n_images, FALSE);
  g_autofree char *patches
      = vw_plot_format_count (self->numbers, (gint64) gallery->patches[word], FALSE);
  g_autofree char *share = vw_plot_format_percent (
      self->numbers, n_images / (double) MAX (gallery->n_images, 1), 0, FALSE);
  g_autofree char *rank = vw_plot_format_count (self->numbers, ranks[word], FALSE);

  return vw_plot_compose (self->text.word_facts, "words", words, "patches", patches, "images",
                          images, "share", share, "rank", rank, NULL);
}

char *
vw_plot_gallery_words_facts (const VwPlotGalleryWords *self,
                             const VwWordGallery *gallery,
                             int word,
                             guint n_shown)
{
  g_autofree char *shown = vw_plot_format_count (self->numbers, n_shown, FALSE);
  g_autofree char *words = vw_plot_format_count (self->numbers, gallery->n_words, FALSE);
  g_autofree char *images = vw_plot_format_count (self->numbers, gallery->n_images, FALSE);
  g_autofree char *patches
      = vw_plot_format_count (self->numbers, (gint64) gallery->n_patches, FALSE);
  const char *pattern = n_shown < gallery->n_words ? self->text.part_facts : self->text.sheet_facts;

  if (word != VW_PLOT_ALL_WORDS)
    return format_word_facts (self, gallery, (guint) word);
  return vw_plot_compose (pattern, "shown", shown, "words", words, "patches", patches, "images",
                          images, NULL);
}

char *
vw_plot_gallery_words_marks (const VwPlotGalleryWords *self, const VwWordGallery *gallery, int word)
{
  g_autofree char *share
      = vw_plot_format_percent (self->numbers, vw_word_owner_share (gallery->n_classes), 0, FALSE);

  if (word != VW_PLOT_ALL_WORDS)
    return g_strdup (self->text.word_marks);
  return vw_plot_compose (self->text.sheet_marks, "share", share, NULL);
}

char *
vw_plot_gallery_words_made_from (const VwPlotGalleryWords *self, const VwModel *model)
{
  const VwPlotOrigin origin = vw_plot_origin_of_model (model);

  return vw_plot_origin_describe (&origin, self->translate, self->numbers);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/word-gallery.h"
#include "plot/origin.h"

G_BEGIN_DECLS

/* In place of a word's number: all words, or those of a choice. */
#define VW_PLOT_ALL_WORDS (-1)

/**
 * VwPlotGalleryText:
 * @sheet_title, @word_title: the latter a pattern of {word}
 * @sheet_facts: pattern of {words}, {patches}, {images}
 * @part_facts: the same where not all words are shown, with {shown}
 * @word_facts: pattern of {patches}, {images}, {share}, {rank}, {words}
 * @sheet_marks, @word_marks: what the marks mean; the former a pattern of {share}
 * @share, @weight: head the two columns of bars
 */
typedef struct {
  const char *sheet_title, *word_title;
  const char *sheet_facts, *part_facts, *word_facts;
  const char *sheet_marks, *word_marks;
  const char *share, *weight;
} VwPlotGalleryText;

/**
 * VwPlotGalleryWords:
 * @language: (nullable): as in "fr"
 * @translate: into that language
 *
 * All that is said of visual words on paper, in one language.
 */
typedef struct {
  const char *language;
  VwPlotTranslate translate;
  const VwPlotNumbers *numbers;
  VwPlotGalleryText text;
} VwPlotGalleryWords;

/* @language: (nullable): borrowed */
void vw_plot_gallery_words_init (VwPlotGalleryWords *self, const char *language,
                                 VwPlotTranslate translate);

/* @word: or %VW_PLOT_ALL_WORDS. Returns: (transfer full): the title of a figure. */
char *vw_plot_gallery_words_title (const VwPlotGalleryWords *self, int word);

/**
 * vw_plot_gallery_words_facts:
 * @word: or %VW_PLOT_ALL_WORDS
 * @n_shown: how many words there are to see, when it is not one
 *
 * Returns: (transfer full): how often the word occurs, or what the words were seen in
 */
char *vw_plot_gallery_words_facts (const VwPlotGalleryWords *self, const VwWordGallery *gallery,
                                   int word, guint n_shown);

/* @word: or %VW_PLOT_ALL_WORDS. Returns: (transfer full): what the figure's marks mean. */
char *vw_plot_gallery_words_marks (const VwPlotGalleryWords *self, const VwWordGallery *gallery,
                                   int word);

/* Returns: (transfer full): program, preset, every parameter and the data's hash, in a line. */
char *vw_plot_gallery_words_made_from (const VwPlotGalleryWords *self, const VwModel *model);

G_END_DECLS

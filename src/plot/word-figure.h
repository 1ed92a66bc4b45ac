/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/word-gallery.h"
#include "plot/figure.h"
#include "plot/matrix-words.h"

G_BEGIN_DECLS

/**
 * VwPlotWordFigure:
 * @words: (nullable): of guint: which words a sheet shows, in that order; %NULL for all
 * @word: the word that is shown closely, with its nearest patches and what it says about the
 *   classes; −1 for a sheet of @words
 * @labels: of the split's images, for the nearest patches
 * @language: (nullable): of the texts, as in "fr"
 * @translate: into that language
 * @title, @caption: (nullable): above, in place of the usual one, and below
 * @font_family: (nullable): %NULL for the system's sans serif
 *
 * Visual words on paper; all borrowed. Safe from any thread if @translate is.
 */
typedef struct {
  const VwModel *model;
  const VwWordGallery *gallery;
  const GArray *words;
  int word;
  const guint8 *labels;
  const char *language;
  VwPlotTranslate translate;
  const char *title, *caption;
  const char *font_family;
} VwPlotWordFigure;

/**
 * vw_plot_word_figure_render:
 * @options: format and size; the metadata are the figure's own
 *
 * Returns: (transfer full): the file, or %NULL as vw_plot_export_render()
 */
GBytes *vw_plot_word_figure_render (const VwPlotWordFigure *self, const VwPlotExport *options,
                                    GError **error);

G_END_DECLS

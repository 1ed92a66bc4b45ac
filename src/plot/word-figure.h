/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/figure.h"
#include "plot/gallery-words.h"

G_BEGIN_DECLS

/**
 * VwPlotWordFigure:
 * @shown: (nullable): of guint: which words a sheet shows, in that order; %NULL for all
 * @word: the word that is shown closely, with its nearest patches and what it says about the
 *   classes; %VW_PLOT_ALL_WORDS for a sheet of @shown
 * @labels: of the split's images, for the nearest patches
 * @title, @caption: (nullable): above, and below what the marks mean
 * @font_family: (nullable): %NULL for the system's sans serif
 * @width: of the figure, in units
 *
 * Visual words on paper; all borrowed. Safe from any thread.
 */
typedef struct {
  const VwModel *model;
  const VwWordGallery *gallery;
  const GArray *shown;
  int word;
  const guint8 *labels;
  const VwPlotGalleryWords *words;
  const char *title, *caption;
  const char *font_family;
  double width;
} VwPlotWordFigure;

/* Returns: (transfer full): the figure, to be drawn as long as what @self points at lives. */
VwPlotFigure *vw_plot_word_figure_new (const VwPlotWordFigure *self);

/* Returns: (transfer full): JSON of the model, for the file's metadata. */
char *vw_plot_word_figure_parameters (const VwPlotWordFigure *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/digit-words.h"
#include "plot/digit.h"
#include "plot/figure.h"

G_BEGIN_DECLS

/**
 * VwPlotDigitChoices:
 * @layers: #VwPlotLayers
 * @level: the level that is shown alone, −1 for all
 * @pointed: the keypoint that %VW_PLOT_LAYER_PATCH marks, −1 for none
 *
 * How a digit is looked at.
 */
typedef struct {
  guint layers;
  int level;
  VwPlotView view;
  int pointed;
} VwPlotDigitChoices;

/* All layers, the whole digit, nothing marked. */
#define VW_PLOT_DIGIT_CHOICES_INIT { VW_PLOT_LAYERS_DEFAULT, -1, VW_PLOT_WHOLE_VIEW, -1 }

/**
 * VwPlotDigitFigure:
 * @content: %VW_PLOT_DIGIT_WORDS only of a digit that was seen with a model
 * @choices: for %VW_PLOT_DIGIT_KEYPOINTS
 * @title, @subtitle, @caption: (nullable):
 * @font_family: (nullable): %NULL for the system's sans serif
 * @width: of the figure, in its units
 *
 * Something of one digit on paper, with the legend that it needs there; all borrowed. Safe from
 * any thread.
 */
typedef struct {
  const VwInspection *seen;
  VwPlotDigitContent content;
  VwPlotDigitChoices choices;
  const VwPlotDigitWords *words;
  const char *title, *subtitle, *caption;
  const char *font_family;
  double width;
} VwPlotDigitFigure;

/* Returns: (transfer full): the figure, to be drawn as long as what @self points at lives. */
VwPlotFigure *vw_plot_digit_figure_new (const VwPlotDigitFigure *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/inspection.h"
#include "plot/funnel.h"
#include "plot/origin.h"

G_BEGIN_DECLS

/* What of a digit a figure is about. */
typedef enum {
  VW_PLOT_DIGIT_KEYPOINTS,
  VW_PLOT_DIGIT_FUNNEL,
  VW_PLOT_DIGIT_WORDS,
  VW_PLOT_N_DIGIT_CONTENTS,
} VwPlotDigitContent;

/* The words of a legend; @first_level, @level and @border are patterns of {size}. */
typedef struct {
  const char *first_level, *level;
  const char *dropped, *beaten, *tied, *quota, *scores;
  const char *border, *windows, *patch, *pairs;
} VwPlotLegendText;

/**
 * VwPlotDigitText:
 * @titles: patterns of {index} and {label}
 * @guest_titles, @guest: the same for a digit that belongs to no data set
 * @images: which image it is, by split: patterns of {index}
 * @summary: pattern of {n}, {total}, {class}: words, vocabulary, prediction
 * @values: heads the bars, by norm
 * @evidence: the same when evidence stands below: pattern of {value}, {class}
 * @scores: heads the scores
 * @no_words: stands in their place
 */
typedef struct {
  const char *titles[VW_PLOT_N_DIGIT_CONTENTS];
  const char *guest_titles[VW_PLOT_N_DIGIT_CONTENTS];
  const char *guest;
  const char *images[VW_N_SPLITS];
  const char *summary;
  const char *values[3];
  const char *evidence;
  const char *scores;
  const char *no_words;
} VwPlotDigitText;

/**
 * VwPlotDigitWords:
 * @language: (nullable): as in "fr"
 * @translate: into that language
 *
 * All the words of a digit on paper, in one language.
 */
typedef struct {
  const char *language;
  VwPlotTranslate translate;
  const VwPlotNumbers *numbers;
  VwPlotFunnelText funnel;
  VwPlotLegendText legend;
  VwPlotDigitText text;
} VwPlotDigitWords;

/* @language: (nullable): borrowed */
void vw_plot_digit_words_init (VwPlotDigitWords *self, const char *language,
                               VwPlotTranslate translate);

/* Returns: (transfer full): the title of a figure. */
char *vw_plot_digit_words_title (const VwPlotDigitWords *self, const VwInspection *seen,
                                 VwPlotDigitContent content);

/* Returns: (transfer full): how many words it has, and what they make of it. @seen: with a model */
char *vw_plot_digit_words_summary (const VwPlotDigitWords *self, const VwInspection *seen);

/* Returns: (transfer full): what heads the bars. @seen: with a prediction */
char *vw_plot_digit_words_bars (const VwPlotDigitWords *self, const VwInspection *seen);

/* Returns: (transfer full): vw_plot_origin_describe() of that content. */
char *vw_plot_digit_words_made_from (const VwPlotDigitWords *self, const VwInspection *seen,
                                     VwPlotDigitContent content);

G_END_DECLS

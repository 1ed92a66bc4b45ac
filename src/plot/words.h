/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotWord:
 * @word: number of the visual word
 * @value: what the classifier sees of it, above 0
 * @n_keypoints, @levels: its keypoints, and the pyramid level of each
 * @evidence: what it adds to the class's score
 * @patch: (nullable): side × side bytes, the mean of the word's patches
 */
typedef struct {
  guint word;
  double value;
  guint n_keypoints;
  const guint8 *levels;
  double evidence;
  const guint8 *patch;
} VwPlotWord;

/**
 * VwPlotWords:
 * @words: the words that are present, by number
 * @patch_side: of all patches
 * @has_evidence: whether there is a row of it below
 * @whole: values are counts
 *
 * The histogram of one digit: only words it has, one segment a keypoint in the colour of its
 * level. Borrowed.
 */
typedef struct {
  guint n_words;
  const VwPlotWord *words;
  guint patch_side;
  gboolean has_evidence;
  gboolean whole;
  const VwPlotNumbers *numbers;
} VwPlotWords;

/**
 * VwPlotWordsLayout:
 * @left, @slot: word i stands in left + i × slot … + slot
 * @base, @scale: value v reaches up to base − v × scale
 * @bar_width: of a bar, in the middle of its slot
 * @patch_top, @patch_side: of the row of patches; 0 when slots are too narrow for it
 * @evidence_y, @evidence_scale: zero line of the evidence, and units of one; 0 without
 * @ticks, @tick_step: lines of the grid at multiples of the step
 *
 * Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  guint n_words;
  double left, slot, top;
  double base, scale, bar_width;
  double patch_top, patch_side;
  double evidence_y, evidence_scale;
  guint ticks;
  double tick_step;
  VwPlotTexts *texts;
} VwPlotWordsLayout;

void vw_plot_words_layout (const VwPlotWords *model, double width, double height,
                           const VwPlotStyle *style, VwPlotWordsLayout *out);
void vw_plot_words_layout_clear (VwPlotWordsLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotWordsLayout, vw_plot_words_layout_clear)

/* Returns: index of the word in that column, or −1. */
int vw_plot_words_hit (const VwPlotWordsLayout *layout, double x, double y);

/* @pointed: index of a word, or −1 */
void vw_plot_words_paint (cairo_t *cr, const VwPlotWords *model, const VwPlotWordsLayout *layout,
                          const VwPlotStyle *style, int pointed);

G_END_DECLS

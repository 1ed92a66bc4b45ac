/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotWordPair:
 * @patch: patch_side² bytes, upright
 * @mean: (nullable): word_side² bytes, the mean of the word's patches
 * @level: of the keypoint
 * @text: the word's number
 */
typedef struct {
  const guint8 *patch, *mean;
  guint level;
  const char *text;
} VwPlotWordPair;

/**
 * VwPlotWordPairs:
 * @more: (nullable): pattern of {count}, for how many have no room
 *
 * Each patch with the word it is replaced by. Borrowed.
 */
typedef struct {
  guint n_pairs;
  const VwPlotWordPair *pairs;
  guint patch_side, word_side;
  const char *more;
} VwPlotWordPairs;

/**
 * VwPlotWordPairsLayout:
 * @n_shown: pairs that there is room for
 * @columns, @column_width, @row_height: pair i stands in column i % columns
 * @side: of a patch
 * @height: what the shown ones take
 *
 * Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  guint n_shown, columns;
  double column_width, row_height, side, arrow;
  gboolean has_means;
  VwPlotTexts *texts;
} VwPlotWordPairsLayout;

void vw_plot_word_pairs_layout (const VwPlotWordPairs *model, double width, double height,
                                const VwPlotStyle *style, VwPlotWordPairsLayout *out);
void vw_plot_word_pairs_layout_clear (VwPlotWordPairsLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotWordPairsLayout, vw_plot_word_pairs_layout_clear)

/* Returns: the pair there, −1 for none. */
int vw_plot_word_pairs_hit (const VwPlotWordPairsLayout *layout, double x, double y);

/**
 * vw_plot_word_pairs_paint:
 * @related: pairs of the word that is pointed at
 */
void vw_plot_word_pairs_paint (cairo_t *cr, const VwPlotWordPairs *model,
                               const VwPlotWordPairsLayout *layout, const VwPlotStyle *style,
                               const guint *related, guint n_related);

G_END_DECLS

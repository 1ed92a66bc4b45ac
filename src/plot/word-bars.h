/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/inspection.h"
#include "plot/words.h"

G_BEGIN_DECLS

/**
 * VwPlotWordBars:
 * @n: how many different words the digit has
 * @words: by number; borrow from @levels
 *
 * The histogram of a digit as the plot layer wants it. With a spatial pyramid the value is that of
 * the whole image's cell, with directions their sum; the evidence is always over all cells.
 */
typedef struct {
  guint n;
  VwPlotWord *words;
  guint8 *levels;
} VwPlotWordBars;

/* @inspection: with a model; @class_index: whose evidence, −1 for none */
void vw_plot_word_bars_init (VwPlotWordBars *self, const VwInspection *inspection,
                             int class_index);
void vw_plot_word_bars_clear (VwPlotWordBars *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotWordBars, vw_plot_word_bars_clear)

/* Returns: the place of @word among them, −1 when the digit does not have it. */
int vw_plot_word_bars_find (const VwPlotWordBars *self, int word);

G_END_DECLS

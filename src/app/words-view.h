/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_WORDS_VIEW (vw_words_view_get_type ())
G_DECLARE_FINAL_TYPE (VwWordsView, vw_words_view, VW, WORDS_VIEW, VwChart)

/**
 * VwWordsView:
 *
 * The histogram of the digit: the words it has, the value the classifier sees of each, and what
 * each adds to the score of the chosen class, with the mean of the word's patches below each as soon
 * as the session has a gallery. Pointing at a bar points at its keypoints; a click or the arrow keys
 * keep it; a double click or Enter shows the word on Vocabulary.
 */
void vw_words_view_set_inspector (VwWordsView *self, VwInspector *inspector);

/* Returns: how many different words the digit has. */
guint vw_words_view_get_n_words (VwWordsView *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/comparison-words.h"
#include "plot/digit-words.h"
#include "plot/matrix-words.h"
#include "plot/outcome-words.h"

G_BEGIN_DECLS

/**
 * vw_words_init:
 *
 * The words of matrices and tables in the window's language. Main thread.
 */
void vw_words_init (VwPlotMatrixWords *self);

/* The same for what is seen of a digit. */
void vw_words_init_digit (VwPlotDigitWords *self);

/* The same for what came of an experiment that varies @info. */
void vw_words_init_outcome (VwPlotOutcomeWords *self, const VwParameterInfo *info);

/* The same for two runs side by side. */
void vw_words_init_comparison (VwPlotComparisonWords *self);

typedef void (*VwWordsFunc) (VwPlotTranslate translate, gpointer data);

/* Calls @func while gettext() speaks @language. Main thread. */
void vw_words_speak (const char *language, VwWordsFunc func, gpointer data);

G_END_DECLS

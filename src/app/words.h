/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/matrix-words.h"

G_BEGIN_DECLS

/* Returns: (transfer none): of the window, as in "fr_FR"; "en" without a translation. */
const char *vw_words_language (void);

/**
 * vw_words_init:
 * @language: (nullable): borrowed; %NULL for the window's
 *
 * The words of matrices and tables in a language that need not be the window's. Main thread.
 */
void vw_words_init (VwPlotMatrixWords *self, const char *language);

/* Returns: (transfer full): vw_plot_matrix_words_made_from() in the language of @self. Main thread. */
char *vw_words_made_from (const VwPlotMatrixWords *self, const VwModel *model);

G_END_DECLS

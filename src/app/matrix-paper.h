/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/matrix-choices.h"
#include "plot/matrix-figure.h"

G_BEGIN_DECLS

/**
 * VwMatrixPaper:
 * @words: in the language of the figure, with the user's axis titles
 * @caption: (nullable): what the model was made from
 *
 * A confusion matrix as it is to be exported; owns all it needs, so a thread can have it.
 */
typedef struct {
  VwModel *model;
  VwMatrixChoices choices;
  VwPlotMatrixWords words;
  char *language;
  char *title, *truth, *prediction;
  char *caption;
} VwMatrixPaper;

/**
 * vw_matrix_paper_new:
 * @language: (nullable): %NULL for the window's
 *
 * Returns: (transfer full): with the usual texts and the caption. Main thread.
 */
VwMatrixPaper *vw_matrix_paper_new (VwModel *model, const VwMatrixChoices *choices,
                                    const char *language);
void vw_matrix_paper_free (VwMatrixPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwMatrixPaper, vw_matrix_paper_free)

/* Replaces title and axis titles. */
void vw_matrix_paper_set_titles (VwMatrixPaper *self, const char *title, const char *truth,
                                 const char *prediction);

/* Returns: the figure; borrows from @self. Any thread, like the next two. */
VwPlotMatrixFigure vw_matrix_paper_get_figure (const VwMatrixPaper *self);

/* Returns: (transfer full): the file of a picture, or %NULL with @error. */
GBytes *vw_matrix_paper_render (const VwMatrixPaper *self, const VwPlotExport *options,
                                GError **error);

/* Returns: (transfer full): the file of a table. */
char *vw_matrix_paper_format_table (const VwMatrixPaper *self, VwTableFormat format);

G_END_DECLS

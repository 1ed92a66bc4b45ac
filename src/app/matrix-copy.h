/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/job.h"
#include "app/matrix-paper.h"

G_BEGIN_DECLS

/**
 * vw_matrix_copy:
 * @job: that draws the picture; to be cancelled when @widget goes
 * @paper: (transfer full)
 *
 * Puts the figure on the clipboard, and the table for programs that take text.
 */
void vw_matrix_copy (GtkWidget *widget, VwJob *job, VwMatrixPaper *paper);

/* Puts @text alone there. */
void vw_matrix_copy_text (GtkWidget *widget, const char *text);

G_END_DECLS

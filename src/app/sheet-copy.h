/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/job.h"
#include "app/sheet.h"

G_BEGIN_DECLS

/**
 * vw_sheet_copy:
 * @widget: in whose window it is said how it went
 * @job: that draws the picture; to be cancelled when @widget goes
 * @sheet: (transfer full)
 *
 * Puts the figure on the clipboard, and the table for programs that take text.
 */
void vw_sheet_copy (GtkWidget *widget, VwJob *job, VwSheet *sheet);

/* Puts @text, a table, alone there. */
void vw_copy_text (GtkWidget *widget, const char *text);

G_END_DECLS

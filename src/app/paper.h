/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sheet.h"

G_BEGIN_DECLS

#define VW_TYPE_PAPER (vw_paper_get_type ())
G_DECLARE_FINAL_TYPE (VwPaper, vw_paper, VW, PAPER, GObject)

/* Returns: (transfer full): one of the contents of @source, not in words yet. It owns what it
   needs of @source. */
typedef VwSheet *(*VwPaperFunc) (gconstpointer source, guint content);

/**
 * VwPaper:
 *
 * Something that can be exported and copied: the dialog asks for what there is, then for sheets.
 * It keeps what it is about and does not change once its contents are added. Main thread.
 */

/**
 * vw_paper_new:
 * @heading: what the dialog that exports it is called
 * @source: (transfer full): what it is about, freed with @free_source
 */
VwPaper *vw_paper_new (const char *heading, VwPaperFunc make_sheet, gpointer source,
                       GDestroyNotify free_source);

/**
 * vw_paper_add:
 * @name: in the user's language
 * @file_name: for a file of it, without its ending
 *
 * Adds a content; they are numbered as they are added, and there is at least one.
 */
void vw_paper_add (VwPaper *self, const char *name, const char *file_name);

const char *vw_paper_get_heading (VwPaper *self);

/* Returns: (transfer none): the contents' names, ended by %NULL */
const char *const *vw_paper_list (VwPaper *self);

/* Returns: (transfer none): a name for a file, without its ending */
const char *vw_paper_suggest_name (VwPaper *self, guint content);

/* Returns: (transfer full): a content in the words of @language, %NULL for the window's. */
VwSheet *vw_paper_make_sheet (VwPaper *self, guint content, const char *language);

G_END_DECLS

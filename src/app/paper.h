/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sheet.h"

G_BEGIN_DECLS

#define VW_TYPE_PAPER (vw_paper_get_type ())
G_DECLARE_INTERFACE (VwPaper, vw_paper, VW, PAPER, GObject)

/**
 * VwPaperInterface:
 * @get_heading: (transfer full): what the dialog that exports it is called
 * @list: the names of what can be exported, in the user's language; at least one, owned by @self
 *   and ended by %NULL
 * @suggest_name: (transfer full): a name for the file of one of them, without its ending
 * @make_sheet: (transfer full): one of them, in the words of a language, %NULL for the window's
 *
 * Something that can be exported and copied: the dialog asks for what there is, then for sheets.
 * It keeps what it is about and does not change. Main thread.
 */
struct _VwPaperInterface {
  GTypeInterface parent;

  char *(*get_heading) (VwPaper *self);
  const char *const *(*list) (VwPaper *self);
  char *(*suggest_name) (VwPaper *self, guint content);
  VwSheet *(*make_sheet) (VwPaper *self, guint content, const char *language);
};

char *vw_paper_get_heading (VwPaper *self);
const char *const *vw_paper_list (VwPaper *self);
char *vw_paper_suggest_name (VwPaper *self, guint content);
VwSheet *vw_paper_make_sheet (VwPaper *self, guint content, const char *language);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/table.h"
#include "plot/figure.h"
#include "plot/origin.h"

G_BEGIN_DECLS

#define VW_TYPE_SHEET (vw_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (VwSheet, vw_sheet, VW, SHEET, GObject)

/**
 * VwSheetTexts:
 * @title: of the figure
 * @across, @down: (nullable): titles of its axes, if it has any
 * @caption: (nullable): what it was made from
 *
 * What of a sheet's words the user can change.
 */
typedef struct {
  char *title, *across, *down, *caption;
} VwSheetTexts;

/**
 * VwSheetClass:
 * @say: sets the texts, and whatever other words the figure has; @language lives as long as @self
 * @make_figure: the figure, as wide as it is best drawn for that width on paper; it may borrow
 *   from the sheet
 * @make_parameters: (nullable): JSON of what it was made from
 * @make_table: the same content as a table
 *
 * One figure with its table, in the words of one language, as it is to be exported. Made on the
 * main thread; it owns all it needs and does not change any more once it is drawn, so the class's
 * functions can be called from any thread.
 */
struct _VwSheetClass {
  GObjectClass parent_class;

  void (*say) (VwSheet *self, const char *language, VwPlotTranslate translate);
  VwPlotFigure *(*make_figure) (VwSheet *self, double millimetres);
  char *(*make_parameters) (VwSheet *self);
  VwTable *(*make_table) (VwSheet *self);
};

/**
 * vw_sheet_speak:
 * @language: (nullable): as in "fr"; %NULL for the window's
 *
 * Puts a fresh sheet into the words of a language. Main thread.
 */
void vw_sheet_speak (VwSheet *self, const char *language);

/* Returns: (transfer none): */
const VwSheetTexts *vw_sheet_get_texts (VwSheet *self);

/* Replaces the texts by copies; for a fresh sheet. */
void vw_sheet_set_texts (VwSheet *self, const VwSheetTexts *texts);

/* Returns: (transfer full): the figure for a width on paper, good as long as @self. */
VwPlotFigure *vw_sheet_make_figure (VwSheet *self, double millimetres);

/* Returns: (transfer full): the file of a picture, or %NULL with @error. */
GBytes *vw_sheet_render (VwSheet *self, const VwPlotExport *options, GError **error);

/* Returns: (transfer full): the file of a table. */
char *vw_sheet_format_table (VwSheet *self, VwTableFormat format);

G_END_DECLS

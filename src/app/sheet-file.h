/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/job.h"
#include "app/sheet.h"

G_BEGIN_DECLS

/* What a sheet can be written as. */
typedef enum {
  VW_SHEET_PNG,
  VW_SHEET_SVG,
  VW_SHEET_PDF,
  VW_SHEET_CSV,
  VW_SHEET_MARKDOWN,
  VW_SHEET_LATEX,
  VW_N_SHEET_FORMATS,
} VwSheetFormat;

/* Returns: the ending of such a file, with its dot. */
const char *vw_sheet_format_ending (VwSheetFormat format);

gboolean vw_sheet_format_is_table (VwSheetFormat format);

/* @format: one that is a table. Returns: (transfer full): what its file holds. */
char *vw_sheet_format_text (VwSheet *sheet, VwSheetFormat format);

/**
 * VwSheetFile:
 * @format: unless the name of @path ends as another's does, which is then meant
 * @options: of a picture, but for its format
 *
 * What is to be written, and where.
 */
typedef struct {
  VwSheet *sheet;
  VwSheetFormat format;
  VwPlotExport options;
  const char *path;
} VwSheetFile;

/**
 * vw_sheet_write:
 * @job: that writes; to be cancelled when @data goes
 * @done: its result is the path, to be freed
 *
 * Writes the file, whole or not at all, in a thread. What @file points at is copied.
 */
void vw_sheet_write (VwJob *job, const VwSheetFile *file, VwJobDoneFunc done, gpointer data);

G_END_DECLS

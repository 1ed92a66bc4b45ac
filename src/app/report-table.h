/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/metrics.h"

G_BEGIN_DECLS

#define VW_TYPE_REPORT_TABLE (vw_report_table_get_type ())
G_DECLARE_FINAL_TYPE (VwReportTable, vw_report_table, VW, REPORT_TABLE, AdwBin)

/**
 * VwReportTable:
 *
 * The scores of each class and their means, one a row: its name and the columns that
 * its owner wants. Signal "row-activated" (guint) for a class; a mean leads nowhere.
 */

/* A class or a mean, in one run or, with @before, in two. */
typedef struct {
  const char *name;
  VwScores scores, before;
} VwReportLine;

/**
 * VwReportColumn:
 * @title: marked for translation
 * @text: of a cell, (transfer full)
 * @bar: (nullable): a share that a bar shows beside the text
 */
typedef struct {
  const char *title;
  char *(*text) (const VwReportLine *line, gpointer data);
  double (*bar) (const VwReportLine *line);
} VwReportColumn;

/* Once. @columns: static; @data: for their functions, which outlives the table */
void vw_report_table_set_columns (VwReportTable *self,
                                  const VwReportColumn *columns,
                                  guint n,
                                  gpointer data);

/* @lines: of #VwReportLine, the classes first; borrowed for the call */
void vw_report_table_show (VwReportTable *self, const GArray *lines, guint n_classes);

/* Without bars, and without the column at @without, when there is no room: from the next show on.
 */
void vw_report_table_set_narrow (VwReportTable *self, gboolean narrow, guint without);

G_END_DECLS

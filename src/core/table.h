/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { VW_TABLE_CSV, VW_TABLE_MARKDOWN, VW_TABLE_LATEX } VwTableFormat;

/**
 * VwTable:
 * @n_columns: the first holds names, the others numbers
 * @n_summary: so many of the last rows are set off from those above
 * @cells: row by row, the first row the header; valid UTF-8
 *
 * A table of text to be written in one of several formats.
 */
typedef struct {
  guint n_columns;
  guint n_summary;
  GPtrArray *cells;
} VwTable;

VwTable *vw_table_new (guint n_columns);
void vw_table_free (VwTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwTable, vw_table_free)

/* Adds the next cell, a copy of the text. */
void vw_table_add (VwTable *self, const char *text);
void vw_table_add_count (VwTable *self, guint count);

/* With all its digits and a point. */
void vw_table_add_number (VwTable *self, double number);

/* With 4 decimals and a point, as sklearn.metrics prints with digits=4. */
void vw_table_add_share (VwTable *self, double share);

/* Returns: whether the file's name ends as one of the formats does, in any case. */
gboolean vw_table_format_find (const char *file_name, VwTableFormat *format);

/**
 * vw_table_format:
 *
 * CSV as RFC 4180 quotes it, with line feeds; a Markdown table as GitHub reads it; or a LaTeX
 * tabular that needs no package. Whatever has a meaning in the format is escaped.
 *
 * Returns: (transfer full): UTF-8 that ends in a line feed.
 */
char *vw_table_format (const VwTable *self, VwTableFormat format);

G_END_DECLS

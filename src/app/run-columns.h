/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/past-run.h"

G_BEGIN_DECLS

/**
 * VwRunColumn:
 * @title, @tip: (nullable): English, marked for translation; @tip says more of the title
 * @is_wide: shown only where there is room
 * @is_title: the run's title, which may change; all other columns are short
 * @is_figure: stands at the right
 * @text: (transfer full): what it shows of a run
 * @value: what it is sorted by; %NULL for by its text
 *
 * A column of the table of past runs.
 */
typedef struct {
  const char *title, *tip;
  gboolean is_wide, is_title, is_figure;
  char *(*text) (VwPastRun *past);
  double (*value) (const VwRun *run);
} VwRunColumn;

/* Returns: (transfer none): the columns, @n of them; the last says when. */
const VwRunColumn *vw_run_column_table (guint *n);

/* Returns: (transfer full): to sort VwPastRun by @column; of equals the earlier run is less. */
GtkSorter *vw_run_column_sorter (const VwRunColumn *column);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/history.h"

G_BEGIN_DECLS

#define VW_TYPE_RUNS_TABLE (vw_runs_table_get_type ())
G_DECLARE_FINAL_TYPE (VwRunsTable, vw_runs_table, VW, RUNS_TABLE, AdwBin)

/**
 * VwRunsTable:
 *
 * The history as a table to sort, with what can be done with one run or several. Signal "compare"
 * (VwPastRun earlier, VwPastRun later): wished for two runs; offered only while somebody listens.
 */
GtkWidget *vw_runs_table_new (VwHistory *history, VwSession *session);

/* Whether there is room for few columns only. */
void vw_runs_table_set_narrow (VwRunsTable *self, gboolean narrow);

G_END_DECLS

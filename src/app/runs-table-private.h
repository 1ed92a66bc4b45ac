/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/runs-table.h"

#define VW_RUNS_MOST_COLUMNS 9

struct _VwRunsTable {
  AdwBin parent_instance;

  VwHistory *history;
  VwSession *session;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown; /* the first of them, as many as there are rows yet */
  guint more;               /* source that makes the next row, 0 for none */
  GtkSelectionModel *selection;
  GtkColumnViewColumn *columns[VW_RUNS_MOST_COLUMNS]; /* the view's; as in the table of columns */
  GtkWidget *popover;

  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkWidget *compare_button;
  GtkWidget *empty;
  GtkLabel *differences;
  GMenuModel *menu;
};

/* Returns: (transfer full): the selected VwPastRun, in the table's order. */
GPtrArray *vw_runs_table_get_selected (VwRunsTable *self);

/* Fills the view with its columns. */
void vw_runs_table_add_columns (VwRunsTable *self);

/* Installs the run.* actions, which are about the selected runs, and their keys. */
void vw_runs_table_class_install_actions (GtkWidgetClass *class);
void vw_runs_table_update_actions (VwRunsTable *self);

/* Wishes for comparing two runs, the earlier one first. */
void vw_runs_table_compare (VwRunsTable *self, VwPastRun *a, VwPastRun *b);
gboolean vw_runs_table_can_compare (VwRunsTable *self);

/* The menu of the selected runs, at a place in the table. */
void vw_runs_table_popup (VwRunsTable *self, double x, double y);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run-store.h"

G_BEGIN_DECLS

/**
 * VwHistoryWork:
 * @runs: to work on; what did not work out is taken from their end
 * @model: of the run to add, or of the run that was loaded
 * @path: to save to
 * @problems: files that are no runs
 * @error: why it ended early
 *
 * One thing to do with the folder of runs. The functions run on the queue's thread.
 */
typedef struct {
  char *folder;
  GPtrArray *runs;
  VwModel *model;
  char *path;
  GPtrArray *problems;
  GError *error;
} VwHistoryWork;

/* Without runs, model and path. */
void vw_history_work_init (VwHistoryWork *self, const char *folder);
void vw_history_work_clear (VwHistoryWork *self);

/* Deletes what was removed before, and reads the runs. */
void vw_history_work_list (VwHistoryWork *self);

/* The run is replaced by the one that has an id. */
void vw_history_work_add (VwHistoryWork *self);

void vw_history_work_update (VwHistoryWork *self);
void vw_history_work_remove (VwHistoryWork *self);
void vw_history_work_restore (VwHistoryWork *self);
void vw_history_work_load (VwHistoryWork *self);
void vw_history_work_save_model (VwHistoryWork *self);

G_END_DECLS

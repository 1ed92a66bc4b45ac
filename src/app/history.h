/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/past-run.h"
#include "app/training-job.h"

G_BEGIN_DECLS

#define VW_TYPE_HISTORY (vw_history_get_type ())
G_DECLARE_FINAL_TYPE (VwHistory, vw_history, VW, HISTORY, GObject)

/**
 * VwHistory:
 *
 * The runs that are kept in a folder, each finished training among them. All that it does with
 * files happens off the main thread, in the order asked for, and shows when it is done. Properties,
 * with notify: "current" (VwPastRun, nullable: the run whose model the session has), "busy"
 * (boolean: something is still to be done). Signals:
 *   "renamed": a run has another title
 *   "removed" (GPtrArray of VwRun): vw_history_restore() brings them back
 *   "saved" (string path): a run's model was saved there
 *   "problems" (GPtrArray of GError): these files in the folder are no runs; they are left alone
 *   "failed" (string, GError): what did not happen, as a heading in the user's language
 * Main thread only.
 */
VwHistory *vw_history_new (VwSession *session, VwTrainingJob *training, const char *folder);

/* Returns: (transfer full): the folder of the user's runs. */
char *vw_history_folder (void);

/* Returns: (transfer none): of VwPastRun, oldest first; it changes with the history. */
GListModel *vw_history_get_runs (VwHistory *self);

/* Returns: (transfer none) (nullable) */
VwPastRun *vw_history_get_current (VwHistory *self);

gboolean vw_history_is_busy (VwHistory *self);

/* Gives the session the run's model, and its predictions when they are of the session's data. */
void vw_history_make_current (VwHistory *self, VwRun *run);

/* @name: (nullable): NULL for none of its own */
void vw_history_rename (VwHistory *self, VwRun *run, const char *name);

/* @runs: of VwRun; removed ones are gone for good when the folder is read the next time. */
void vw_history_remove (VwHistory *self, GPtrArray *runs);
void vw_history_restore (VwHistory *self, GPtrArray *runs);

void vw_history_save_model (VwHistory *self, VwRun *run, const char *path);

G_END_DECLS

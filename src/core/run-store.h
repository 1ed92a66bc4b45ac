/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run.h"

G_BEGIN_DECLS

/*
 * Runs kept in a folder, each in two files: ID.vwm, its model, and ID.json, what else is remembered
 * of it. The model is written first, so a run is there from the moment that its record appears;
 * what is left of a save that was interrupted is no run, and is cleared away after a day. Removing
 * takes the record's name first, so that it can be given back.
 * All functions are synchronous and safe from any thread as long as one store is used by one at a
 * time; errors name the file.
 */

/* Returns: (transfer full): the path of the model of a run whose record is at @record. */
char *vw_run_store_model_beside (const char *record);

/**
 * vw_run_store_list:
 * @problems: (out caller-allocates): gets a #GError for each run that is damaged, or whose model
 *   is missing; these are left out and their files left alone
 *
 * Returns: (transfer full): the runs, oldest first; none when there is no folder. %NULL with GIO's
 *   error when the folder cannot be read.
 */
GPtrArray *vw_run_store_list (const char *folder, GPtrArray *problems, GError **error);

/**
 * vw_run_store_add:
 * @run: without an id
 * @model: what it has trained
 *
 * Keeps a run; the folder is made when it is not there.
 *
 * Returns: (transfer full): the run with its id, or %NULL when nothing was kept.
 */
VwRun *
vw_run_store_add (const char *folder, const VwRun *run, const VwModel *model, GError **error);

/* Writes the run's record anew, under another name for example. */
gboolean vw_run_store_update (const char *folder, const VwRun *run, GError **error);

/* Takes a run out of the list; vw_run_store_restore() takes it back in. */
gboolean vw_run_store_remove (const char *folder, const VwRun *run, GError **error);
gboolean vw_run_store_restore (const char *folder, const VwRun *run, GError **error);

/* Deletes what was removed, and what interrupted saves have left a day ago or earlier. */
void vw_run_store_sweep (const char *folder);

/**
 * vw_run_store_load_model:
 *
 * Returns: (transfer full): the model of a run, or %NULL with vw_model_load()'s error, or
 *   %VW_ERROR_MISMATCH when the file holds another model than the record tells of.
 */
VwModel *vw_run_store_load_model (const char *folder, const VwRun *run, GError **error);

G_END_DECLS

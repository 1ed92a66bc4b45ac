/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "app/training-worker.h"
#include "core/usage.h"

G_BEGIN_DECLS

#define VW_TYPE_TRAINING_JOB (vw_training_job_get_type ())
G_DECLARE_FINAL_TYPE (VwTrainingJob, vw_training_job, VW, TRAINING_JOB, GObject)

/**
 * VwTrainingJob:
 *
 * Trains on the session's data with its parameters, off the main thread, one run at a time, and
 * hands a finished model to the session. Cancelled or failed, the session keeps the model it had,
 * and the next run starts from the stages that this one finished. Property "running" (boolean).
 * Signals:
 *   "progress": the records, stage or fraction changed, at most 10 times a second and at the ends
 *   "trained" (VwModel, GArray of gint16): the session has a new model; its predictions of the
 *     data that it was made from, which may no longer be the session's
 *   "failed" (GError): never for cancelling
 * Main thread only.
 */
VwTrainingJob *vw_training_job_new (VwSession *session);

void vw_training_job_start (VwTrainingJob *self);
void vw_training_job_cancel (VwTrainingJob *self);
gboolean vw_training_job_is_running (VwTrainingJob *self);

/* Returns: (transfer none) (nullable): what the current or last run is made of */
VwDataset *vw_training_job_get_dataset (VwTrainingJob *self);

/* What the current or last run is made with. */
const VwParameters *vw_training_job_get_parameters (VwTrainingJob *self);

/* The stage that the current or last run came to, and how much of it is done. */
VwStage vw_training_job_get_stage (VwTrainingJob *self, double *fraction);

/* How much of the current run is done, weighted by the time that its stages should take. */
double vw_training_job_get_fraction (VwTrainingJob *self);

/* Seconds that the current run should still take; of the next run, all of it. */
double vw_training_job_get_remaining (VwTrainingJob *self);

/**
 * vw_training_job_get_records:
 *
 * Returns: (transfer none): VW_N_STAGES records of the current or last run; that of loading is
 *   about the session's data.
 */
const VwStageRecord *vw_training_job_get_records (VwTrainingJob *self);

/* The record of the last time that @stage really ran to its end; NULL if it never did. */
const VwStageRecord *vw_training_job_get_measured (VwTrainingJob *self, VwStage stage);

/* Seconds that @stage of the current run, or of the next one when none is under way, should take;
   from the last time it was measured, else from what is typical. */
double vw_training_job_estimate (VwTrainingJob *self, VwStage stage);

/* The same of any run. */
double vw_training_job_guess (VwTrainingJob *self, VwDataset *dataset,
                              const VwParameters *parameters, VwStage stage);

/* Whether a run with the session's parameters would find @stage done. */
gboolean vw_training_job_has_kept (VwTrainingJob *self, VwStage stage);

/* How many stages, loading aside, such a run would not find done. */
guint vw_training_job_count_missing (VwTrainingJob *self);

/* How large the product is that such a run would find, as in VwStageRecord; 0 without one. */
double vw_training_job_get_made (VwTrainingJob *self, VwStage stage);

/* Loading is the window's work; its record stands with the others. */
void vw_training_job_set_load_record (VwTrainingJob *self, const VwStageRecord *record);

/* The same of any run. */
gboolean vw_training_job_would_reuse (VwTrainingJob *self, VwDataset *dataset,
                                      const VwParameters *parameters, VwStage stage);

/**
 * vw_training_job_lend:
 *
 * The trainer for somebody else, who thereby starts from what it has kept and needs no memory for
 * another one; not while a run is under way. Until it is given back vw_training_job_start() does
 * nothing.
 *
 * Returns: (transfer full): to be given back with vw_training_job_take_back()
 */
VwTrainingWorker *vw_training_job_lend (VwTrainingJob *self);
void vw_training_job_take_back (VwTrainingJob *self, VwTrainingWorker *worker);

G_END_DECLS

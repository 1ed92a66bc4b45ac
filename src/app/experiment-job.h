/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/training-job.h"
#include "core/outcome.h"

G_BEGIN_DECLS

#define VW_TYPE_EXPERIMENT_JOB (vw_experiment_job_get_type ())
G_DECLARE_FINAL_TYPE (VwExperimentJob, vw_experiment_job, VW, EXPERIMENT_JOB, GObject)

/**
 * VwExperimentJob:
 *
 * Trains on the session's data with its parameters but for one that varies, off the main thread and
 * with the trainer of @training: while either runs the other cannot. The session keeps its model.
 * Property "running" (boolean). Signals:
 *   "progress": trials, fraction or time left changed, at most 10 times a second and at the ends
 *   "failed" (GError): never for cancelling, nor for a value that cannot be trained with
 * Main thread only.
 */
VwExperimentJob *vw_experiment_job_new (VwSession *session, VwTrainingJob *training);

/**
 * vw_experiment_job_start:
 * @values: an array of double, at least one
 *
 * Returns: FALSE, with nothing done, when vw_experiment_job_can_start() says no.
 */
gboolean vw_experiment_job_start (VwExperimentJob *self, const VwParameterInfo *info,
                                  GArray *values);

/* At once; the trials finished by then stay. */
void vw_experiment_job_cancel (VwExperimentJob *self);

gboolean vw_experiment_job_is_running (VwExperimentJob *self);

/* There are digits, and neither a training nor an experiment is under way. */
gboolean vw_experiment_job_can_start (VwExperimentJob *self);

/* Returns: (transfer none) (nullable): of the current or last experiment. */
const VwOutcome *vw_experiment_job_get_outcome (VwExperimentJob *self);

/* How much of the current experiment is done, weighted by time. */
double vw_experiment_job_get_fraction (VwExperimentJob *self);

/* Seconds that the current experiment should still take. */
double vw_experiment_job_get_remaining (VwExperimentJob *self);

/* Seconds that this one should take when it is started now. */
double vw_experiment_job_estimate (VwExperimentJob *self, const VwParameterInfo *info,
                                   GArray *values);

G_END_DECLS

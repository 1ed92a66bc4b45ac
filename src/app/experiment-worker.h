/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/training-worker.h"
#include "core/outcome.h"

G_BEGIN_DECLS

/**
 * VwExperimentWorker:
 *
 * The trials that a worker thread has finished, and how far it is: what the main thread shares with
 * it. Reference-counted, because a cancelled worker may outlive the window for some ms.
 */
typedef struct _VwExperimentWorker VwExperimentWorker;

/* @training: whose trainer is used; @dataset: the data; @plan: its values are tried in their order */
VwExperimentWorker *vw_experiment_worker_new (VwTrainingWorker *training, VwDataset *dataset,
                                              const VwOutcome *plan);
void vw_experiment_worker_unref (VwExperimentWorker *self);

/* @work: (inout): given a run and its input; it has no result but that it came to its end */
void vw_experiment_worker_prepare (VwExperimentWorker *self, VwJobWork *work);

/* Appends the trials that @trials lacks. @progress: (out): of the trial under way */
void vw_experiment_worker_take (VwExperimentWorker *self, GArray *trials,
                                VwTrainingProgress *progress);

G_END_DECLS

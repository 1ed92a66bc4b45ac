/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/job.h"
#include "core/trainer.h"

G_BEGIN_DECLS

/* What came of a run. */
typedef struct {
  VwModel *model;
  GArray *predictions;
} VwTrainingProduct;

void vw_training_product_free (VwTrainingProduct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwTrainingProduct, vw_training_product_free)

/**
 * VwTrainingWorker:
 *
 * The trainer, the books of what it has kept, and what it says of its progress: what the main thread
 * shares with the worker threads. Reference-counted, because a cancelled worker may outlive the
 * window for some ms. Functions are for the main thread unless they say otherwise; the work of
 * vw_training_worker_prepare() is for a VwJob.
 */
typedef struct _VwTrainingWorker VwTrainingWorker;

VwTrainingWorker *vw_training_worker_new (void);
VwTrainingWorker *vw_training_worker_ref (VwTrainingWorker *self);
void vw_training_worker_unref (VwTrainingWorker *self);

/**
 * vw_training_worker_prepare:
 * @start: what the progress is until the worker tells
 * @work: (inout): given a run and its input; its result is a VwTrainingProduct
 *
 * From here on only the new run's progress is heard.
 */
void vw_training_worker_prepare (VwTrainingWorker *self, VwDataset *dataset,
                                 const VwParameters *parameters, const VwTrainingProgress *start,
                                 VwJobWork *work);

/* From here on nothing that the run says is heard. */
void vw_training_worker_ignore (VwTrainingWorker *self);

void vw_training_worker_get_progress (VwTrainingWorker *self, VwTrainingProgress *progress);

/* Whether the trainer would find that stage done; @made (out) (optional) is as in VwStageRecord.
   Any thread. */
gboolean vw_training_worker_has_kept (VwTrainingWorker *self, VwDataset *dataset,
                                      const VwParameters *parameters, VwStage stage,
                                      double *made);

/* The trainer for oneself, on a worker thread, until one leaves. A cancelled run may need some ms to
   let go of it. */
VwTrainer *vw_training_worker_enter (VwTrainingWorker *self);
void vw_training_worker_leave (VwTrainingWorker *self);

/* Keeps the books: to be told of all progress of whoever entered. Any thread. */
void vw_training_worker_note (VwTrainingWorker *self, VwDataset *dataset,
                              const VwParameters *parameters, const VwTrainingProgress *progress);

G_END_DECLS

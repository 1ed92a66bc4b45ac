/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/features.h"
#include "core/usage.h"
#include "core/model.h"

G_BEGIN_DECLS

/**
 * VwTrainingProgress:
 * @fraction: of @stage, 0 … 1
 * @stages: records so far
 * @keypoints_kept: whether a next run with another vocabulary can begin with these keypoints
 */
typedef struct {
  VwStage stage;
  double fraction;
  VwStageRecord stages[VW_N_STAGES];
  gboolean keypoints_kept;
} VwTrainingProgress;

/* What is kept where the next run is likely to want them: all that the presets make, but those with
 * keypoints up to the border. */
#define VW_KEEP_DESCRIPTORS ((gsize) 512 << 20)

/* Called on the thread that trains, at most 20 times a second and at the ends of stages. */
typedef void (*VwTrainingFunc) (const VwTrainingProgress *progress, gpointer data);

/**
 * VwTraining:
 * @keep_descriptors: bytes of them that may stay in memory when each has its word; when there are
 *   more, only another vocabulary needs them again, and then finds the keypoints anew
 *
 * What a training run needs and how it is to be run.
 */
typedef struct {
  VwDataset *dataset;
  VwParameters parameters;
  guint threads; /* 0 for one a processor */
  gsize keep_descriptors;
  VwTrainingFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} VwTraining;

/* Returns: (transfer full): text by which the product of a stage is known: what is equal to it has
   been made from the same data with the same parameters. */
char *vw_training_key (const VwDataset *dataset, const VwParameters *parameters, VwStage stage);

/**
 * VwTrainer:
 *
 * Runs keypoints → vocabulary → histograms → classifier → evaluation and keeps each stage's
 * last product, so that a run that changes only later settings starts there. One run at a time;
 * not for several threads at once.
 */
typedef struct _VwTrainer VwTrainer;

VwTrainer *vw_trainer_new (void);
void vw_trainer_free (VwTrainer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwTrainer, vw_trainer_free)

/**
 * vw_trainer_run:
 * @predictions: (out) (optional) (transfer full): one #gint16 a test image, VW_NO_PREDICTION for
 *   an image without keypoints
 * @records: (out) (optional): VW_N_STAGES records, filled as far as the run came
 *
 * Answers cancelling within 200 ms. Cancelled or failed, it keeps what earlier stages made.
 *
 * Returns: (transfer full): the trained model, or %NULL with %VW_ERROR_TRAINING,
 *   %VW_ERROR_PARAMETER, %G_IO_ERROR_CANCELLED.
 */
VwModel *vw_trainer_run (VwTrainer *self, const VwTraining *training, GArray **predictions,
                         VwStageRecord *records, GError **error);

G_END_DECLS

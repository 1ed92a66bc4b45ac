/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/comparison.h"
#include "core/dataset.h"
#include "core/run.h"
#include "plot/comparison-figure.h"

G_BEGIN_DECLS

/**
 * VwRunPair:
 * @before, @after: of the same classes, tested on equally many digits of each
 * @dataset: (nullable): what both were tested on; %NULL when it is not open
 * @flips: (nullable): what happened to each of its test digits; %NULL with @dataset
 *
 * Two runs side by side. Immutable and reference-counted; safe from any thread.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  VwRun *before, *after;
  VwDataset *dataset;
  VwComparison *flips;
} VwRunPair;

/**
 * vw_run_pair_new:
 * @dataset: (nullable): that is open
 *
 * Returns: (transfer full) (nullable): %NULL when the runs cannot be compared.
 */
VwRunPair *vw_run_pair_new (VwRun *before, VwRun *after, VwDataset *dataset);
VwRunPair *vw_run_pair_ref (VwRunPair *self);
void vw_run_pair_unref (VwRunPair *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwRunPair, vw_run_pair_unref)

/* Returns: it to be drawn, in counts and with the range fitted off the diagonal; borrows @self. */
VwPlotComparison vw_run_pair_get_comparison (const VwRunPair *self);

/* @digit: of the test split. Returns: a class or VW_NO_PREDICTION. */
int vw_run_pair_predicted_before (const VwRunPair *self, guint digit);
int vw_run_pair_predicted_after (const VwRunPair *self, guint digit);

G_END_DECLS

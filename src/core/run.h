/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/json.h"
#include "core/model.h"
#include "core/usage.h"

G_BEGIN_DECLS

/**
 * VwRun:
 * @id: names its files in the store
 * @name: (nullable): the user's own name for it
 * @created: seconds since 1970, UTC
 * @summary: the model it gave but for vocabulary and classifier, which are %NULL
 * @stages: what each stage took
 * @predictions: a #gint16 a test image, VW_NO_PREDICTION without keypoints
 *
 * What is remembered of a training. Immutable and reference-counted.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  char *id;
  char *name;
  gint64 created;
  VwModel *summary;
  VwStageRecord stages[VW_N_STAGES];
  GArray *predictions;
} VwRun;

/**
 * vw_run_new:
 * @model: what was trained
 * @stages: VW_N_STAGES records
 * @created: seconds since 1970, UTC
 *
 * Returns: (transfer full): a run without an id and a name.
 */
VwRun *
vw_run_new (const VwModel *model, const VwStageRecord *stages, GArray *predictions, gint64 created);

/* Returns: (transfer full): the same run under another @name, NULL for none. */
VwRun *vw_run_rename (const VwRun *self, const char *name);

VwRun *vw_run_ref (VwRun *self);
void vw_run_unref (VwRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwRun, vw_run_unref)

/* Returns: (transfer full) */
JsonObject *vw_run_to_json (const VwRun *self);

/**
 * vw_run_from_json:
 * @id: of the run, which the JSON does not hold
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_FORMAT, %VW_ERROR_MISMATCH when predictions and
 *   confusion matrix are of different numbers of images, or %VW_ERROR_UNSUPPORTED for a format of
 *   a later version.
 */
VwRun *vw_run_from_json (const VwJson *json, const char *id, GError **error);

/* Seconds of all stages but loading, which many runs share. */
double vw_run_get_seconds (const VwRun *self);

G_END_DECLS

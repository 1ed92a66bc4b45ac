/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/experiment.h"
#include "core/table.h"

G_BEGIN_DECLS

/**
 * VwOutcome:
 * @info: the parameter that is varied
 * @parameters: what the trials have in common
 * @data_sha256: of the data
 * @values: an array of double, those still to be tried included
 * @trials: an array of #VwTrial, those that are done
 *
 * What came of an experiment so far.
 */
typedef struct {
  const VwParameterInfo *info;
  VwParameters parameters;
  char *data_sha256;
  GArray *values;
  GArray *trials;
} VwOutcome;

/* Returns: (transfer full): one without trials. @values: referenced, not copied */
VwOutcome *vw_outcome_new (const VwParameterInfo *info, const VwParameters *parameters,
                           const char *data_sha256, GArray *values);
VwOutcome *vw_outcome_copy (const VwOutcome *self);
void vw_outcome_free (VwOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwOutcome, vw_outcome_free)

/* Seeds are repetitions of the same; only then a mean over the trials means something. */
gboolean vw_outcome_is_repetition (const VwOutcome *self);

/* Whether the values grow by factors rather than by amounts, as 0.01, 0.1, 1 do: their two nearest
 * are much farther apart then, measured by the whole range, as ratios than as differences. */
gboolean vw_outcome_has_ratios (const VwOutcome *self);

/* Whether the number of keypoints may differ from trial to trial. */
gboolean vw_outcome_changes_keypoints (const VwOutcome *self);

/* Returns: what a trial with that value is made with. */
VwParameters vw_outcome_get_parameters (const VwOutcome *self, double value);

/* Returns: (transfer full): a value as on the command line. */
char *vw_outcome_format_value (const VwOutcome *self, double value);

/* Returns: index of the trial with the highest accuracy over all images, the first of equals; −1
   when none could be trained. */
int vw_outcome_best (const VwOutcome *self);

/**
 * vw_outcome_table:
 *
 * Returns: (transfer full): a row a trial, headed by the keys of the JSON; without times, so that
 *   the same experiment gives the same bytes.
 */
VwTable *vw_outcome_table (const VwOutcome *self);

/* Returns: (transfer full): JSON of what was tried on what, for the metadata of a file. */
char *vw_outcome_origin (const VwOutcome *self);

G_END_DECLS

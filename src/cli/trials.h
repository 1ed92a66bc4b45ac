/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/experiment.h"

/**
 * VwCliTrials:
 * @info: the parameter that was varied
 * @parameters: what the trials have in common
 *
 * What sweep and train --repeat tell; borrowed.
 */
typedef struct {
  const VwParameterInfo *info;
  const VwParameters *parameters;
  const char *data_sha256;
  const GArray *trials;
} VwCliTrials;

/**
 * vw_cli_trials_run:
 * @source: as in vw_cli_load()
 * @output: (nullable): a .csv file to write the table to
 *
 * Trains once for each of @values and tells the outcome, as text or as one JSON object.
 *
 * Returns: the exit status.
 */
int vw_cli_trials_run (VwExperiment *experiment,
                       const char *source,
                       const char *output,
                       gboolean as_json);

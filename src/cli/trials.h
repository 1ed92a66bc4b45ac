/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/figure-options.h"
#include "core/outcome.h"

/**
 * VwCliTrials:
 * @source: as in vw_cli_load()
 * @values: an array of double
 * @file: (nullable): where to write the curve or the table, read and checked
 *
 * What sweep and train --repeat ask for; borrowed.
 */
typedef struct {
  const char *source;
  GArray *values;
  const VwCliFigure *file;
  gboolean as_json;
} VwCliTrials;

/**
 * vw_cli_trials_run:
 * @experiment: (inout): what varies, and the training; given the data and the values
 *
 * Trains once for each of the values and tells the outcome, as text or as one JSON object.
 *
 * Returns: the exit status.
 */
int vw_cli_trials_run (VwExperiment *experiment, const VwCliTrials *trials);

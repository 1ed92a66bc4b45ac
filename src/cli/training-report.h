/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/usage.h"
#include "core/model.h"

/**
 * VwCliOutcome:
 * @metrics: on the test split
 * @stages: (nullable): VW_N_STAGES records
 * @data_sha256: of the data that were tested on
 *
 * What train and evaluate tell.
 */
typedef struct {
  const VwModel *model;
  const VwMetrics *metrics;
  const VwStageRecord *stages;
  const char *data_sha256;
} VwCliOutcome;

/* Prints the notebook's figures as text on standard output. */
void vw_cli_print_outcome (const VwCliOutcome *outcome);

/* Returns: (transfer full): the same as one JSON object, with the keys that scripts rely on. */
JsonNode *vw_cli_outcome_json (const VwCliOutcome *outcome);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/comparison.h"
#include "core/model.h"

/**
 * VwCliSide:
 * @path: of the model, borrowed
 * @metrics, @predictions: on the test split that both were given
 *
 * One of the two models that are compared.
 */
typedef struct {
  const char *path;
  VwModel *model;
  VwMetrics *metrics;
  GArray *predictions;
} VwCliSide;

void vw_cli_side_clear (VwCliSide *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwCliSide, vw_cli_side_clear)

/* Prints what changes from @a to @b as text on standard output. */
void vw_cli_print_comparison (const VwCliSide *a, const VwCliSide *b, const VwComparison *flips);

/* Returns: (transfer full): the same as one JSON object, with the keys that scripts rely on. */
JsonNode *
vw_cli_comparison_json (const VwCliSide *a, const VwCliSide *b, const VwComparison *flips);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/metrics.h"
#include "core/model.h"

/**
 * VwCliMatrixSource:
 * @model: (nullable): %NULL when it comes from a report
 *
 * Where a matrix comes from: a model's own test, or what train --json printed.
 */
typedef struct {
  VwModel *model;
  VwMetrics *metrics;
  char **class_names;
} VwCliMatrixSource;

/* Reads a model, or a report when the name ends in .json. @source: (out): zero-initialised */
gboolean vw_cli_matrix_source_read (const char *path, VwCliMatrixSource *source, GError **error);

void vw_cli_matrix_source_clear (VwCliMatrixSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwCliMatrixSource, vw_cli_matrix_source_clear)

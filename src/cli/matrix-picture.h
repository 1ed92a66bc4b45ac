/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/matrix-source.h"
#include "plot/export.h"
#include "plot/words.h"

/**
 * VwCliMatrixPicture:
 * @title: (nullable): %NULL for the usual one
 *
 * How to draw a matrix; all borrowed.
 */
typedef struct {
  VwPlotFormat format;
  VwPlotMap map;
  VwPlotNormalize normalize;
  const char *title;
  const VwPlotWords *words;
} VwCliMatrixPicture;

/* Draws the matrix into @path, whole or not at all. */
gboolean vw_cli_matrix_picture_write (const VwCliMatrixPicture *self,
                                      const VwCliMatrixSource *source, const char *path,
                                      GError **error);

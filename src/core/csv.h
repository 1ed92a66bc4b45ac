/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/files.h"
#include "core/raw-data.h"

G_BEGIN_DECLS

/**
 * vw_csv_parse:
 * @name: for messages
 * @part: (out caller-allocates): zeroed
 * @side: (out): rows and columns of the images
 * @meter: (nullable): counts the bytes of text
 *
 * Reads text with one image a line: the label, then the pixels of a square image row by row, whole
 * numbers from 0 to 255 with commas between. A first line of column names, whose first is
 * "label", is skipped. Messages name the line and the column.
 *
 * Returns: %FALSE with %VW_ERROR_FORMAT, %VW_ERROR_TRUNCATED when it ends within a line,
 *   %VW_ERROR_EMPTY, %VW_ERROR_UNSUPPORTED for images that are not square, %VW_ERROR_TOO_LARGE, or
 *   %G_IO_ERROR_CANCELLED.
 */
gboolean vw_csv_parse (GInputStream *stream, const char *name, VwDatasetPart *part, guint *side,
                       VwMeter *meter, GError **error);

/* One file, into the train part of zeroed @data. */
gboolean vw_csv_read (const char *path, VwRawData *data, const VwTask *task, GError **error);

/* Whether a folder has mnist_train.csv or mnist_test.csv, or those of Fashion-MNIST. */
gboolean vw_csv_is_folder (const char *folder);

/* Those two files, into both parts of zeroed @data. */
gboolean vw_csv_folder_read (const char *folder, VwRawData *data, const VwTask *task,
                             GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/raw-data.h"

G_BEGIN_DECLS

/**
 * vw_npz_parse:
 * @bytes: a whole .npz file as Keras has it: x_train and x_test of count × rows × cols bytes,
 *   y_train and y_test of as many labels, bytes or 64-bit integers; other members are not looked at
 * @name: for messages
 * @data: (out caller-allocates): zeroed
 *
 * Returns: %FALSE with an error that names the file, or %G_IO_ERROR_CANCELLED.
 */
gboolean vw_npz_parse (GBytes *bytes, const char *name, VwRawData *data, const VwTask *task,
                       GError **error);

/* The same from a file. */
gboolean vw_npz_read (const char *path, VwRawData *data, const VwTask *task, GError **error);

G_END_DECLS

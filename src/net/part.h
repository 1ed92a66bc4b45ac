/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/known-data.h"
#include "core/parallel.h"

G_BEGIN_DECLS

/* Returns: bytes of a part as an uncompressed IDX file. */
guint64 vw_part_size (const VwKnownData *data, guint part);

/**
 * vw_part_verify:
 * @path: an IDX file, plain or .gz
 * @name: for messages
 *
 * Whether a file holds that part of @data, by the SHA-256 of its content. It is unpacked only as
 * far as that part is long, whatever the file promises.
 *
 * Returns: %TRUE; or %FALSE with %VW_ERROR_MISMATCH when the file is whole but holds something
 *   else, another %VW_ERROR when it is damaged (%VW_ERROR_TRUNCATED when it just ends), GIO's error
 *   when it cannot be read, or %G_IO_ERROR_CANCELLED.
 */
gboolean vw_part_verify (const char *path,
                         const char *name,
                         const VwKnownData *data,
                         guint part,
                         const VwTask *task,
                         GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/files.h"

G_BEGIN_DECLS

/* Number of dimensions, which is all that tells the two kinds of file apart. */
typedef enum { VW_IDX_LABELS = 1, VW_IDX_IMAGES = 3 } VwIdxKind;

/**
 * VwIdx:
 * @count: images or labels
 * @rows, @cols: of an image; 1 for labels
 *
 * An open IDX file, plain or gzip, whose header has been read and checked.
 * Source: LeCun, Cortes & Burges, "File formats for the MNIST database".
 */
typedef struct {
  char *name;
  GInputStream *stream;
  guint count, rows, cols;
} VwIdx;

/**
 * vw_idx_open:
 * @stored: bytes that @stream has, compressed or not
 * @name: for messages
 *
 * Reads the header; whether @stored bytes can hold what it promises is known before any of it is
 * read.
 *
 * Returns: (transfer full): or %NULL with an error that names the file.
 */
VwIdx *vw_idx_open (GInputStream *stream, guint64 stored, VwIdxKind kind, const char *name,
                    GError **error);

/* Bytes of data that the header promises. */
gsize vw_idx_size (const VwIdx *self);

/**
 * vw_idx_read:
 *
 * Reads the data, once.
 *
 * Returns: (transfer full): vw_idx_size() bytes; or %NULL with %VW_ERROR_TRUNCATED,
 *   %VW_ERROR_CHECKSUM, %VW_ERROR_FORMAT when more follows, or %G_IO_ERROR_CANCELLED.
 */
GBytes *vw_idx_read (VwIdx *self, VwMeter *meter, GError **error);

void vw_idx_free (VwIdx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwIdx, vw_idx_free)

/**
 * vw_idx_header:
 * @header: (out caller-allocates): room for 16 bytes
 *
 * Returns: the length of the header of an IDX file: 8 or 16.
 */
gsize vw_idx_header (VwIdxKind kind, guint count, guint rows, guint cols, guint8 *header);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/parallel.h"

G_BEGIN_DECLS

/* Bytes read or unpacked between two looks at progress and cancelling: about a millisecond. */
#define VW_READ_PIECE ((gsize) 256 * 1024)

/* @n as the text that vw_error_set() wants; good to the end of the block. */
#define VW_NUMBER(n) vw_number_text ((char[24]){ 0 }, (n))
const char *vw_number_text (char text[24], guint64 n);

/**
 * VwMeter:
 *
 * Progress and cancelling of work that several threads share: bytes done of bytes to do. Reports
 * on the thread that initialised it and on no other.
 */
typedef struct {
  const VwTask *task;
  GThread *owner;
  gsize total;
  gsize done; /* atomic */
} VwMeter;

void vw_meter_init (VwMeter *self, const VwTask *task, guint64 total);

/* Counts @n more bytes. Returns: %FALSE with %G_IO_ERROR_CANCELLED once the task is cancelled. */
gboolean vw_meter_add (VwMeter *self, gsize n, GError **error);

/**
 * VwMeteredFunc:
 * @index: which of the pieces of work
 * @meter: to be told of bytes done, at least every 50 ms
 */
typedef gboolean (*VwMeteredFunc) (gsize index, VwMeter *meter, gpointer data, GError **error);

/* Works @n pieces side by side with one progress, that of @total bytes. */
gboolean vw_metered_run (const VwTask *task, gsize n, guint64 total, VwMeteredFunc work,
                         gpointer data, GError **error);

/* Sets GIO's error for the system's @number, in words that name the file. */
void vw_file_set_errno (GError **error, const char *path, int number);

/**
 * vw_file_open:
 * @size: (out) (optional): in bytes, as of now
 *
 * Opens a regular file and nothing else: a device, pipe or folder is refused, never waited for.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_FORMAT or GIO's error for what the system says.
 */
GInputStream *vw_file_open (const char *path, guint64 *size, GError **error);

/* Returns: (transfer full): the folder to list, or %NULL with GLib's error, which names it. */
GDir *vw_folder_open (const char *path, GError **error);

/* Makes a folder of the user's own, and those above it, unless it is there. */
gboolean vw_folder_make (const char *path, GError **error);

/**
 * vw_memory_resize:
 * @data: (inout) (nullable): a block of g_malloc(), larger or smaller in place of it; untouched
 *   when that fails
 * @name: of the file whose content it is for
 *
 * For blocks as large as a file says: without memory for one the program goes on.
 *
 * Returns: %FALSE with %VW_ERROR_SYSTEM when there is not as much memory.
 */
gboolean vw_memory_resize (guint8 **data, gsize size, const char *name, GError **error);

/**
 * vw_stream_read:
 * @least: bytes that must come
 * @most: bytes to take at most; what is behind them stays in the stream
 * @name: for messages
 * @meter: (nullable): counts the bytes read
 *
 * Memory grows with what really arrives, to at most twice that.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_TRUNCATED when the stream ends before @least,
 *   %VW_ERROR_CHECKSUM for compressed data that are damaged, %VW_ERROR_SYSTEM without memory, or
 *   the stream's own error.
 */
GBytes *vw_stream_read (GInputStream *stream, gsize least, gsize most, const char *name,
                        VwMeter *meter, GError **error);

/* Whether the stream is at its end, else %VW_ERROR_FORMAT. */
gboolean vw_stream_check_end (GInputStream *stream, const char *name, GError **error);

/**
 * vw_file_read:
 * @most: %VW_ERROR_TOO_LARGE beyond this many bytes
 *
 * Returns: (transfer full): the content of a regular file.
 */
GBytes *vw_file_read (const char *path, gsize most, const VwTask *task, GError **error);

/* Whether text of this beginning is HTML or XML: what a server sends instead of a file. */
gboolean vw_looks_like_web_page (const guint8 *begin, gsize size);

/* How many bytes may come out of @packed bytes of compressed data; beyond it is a bomb. */
guint64 vw_unpacked_limit (guint64 packed);

G_END_DECLS

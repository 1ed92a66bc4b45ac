/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * VwTransferFunc:
 * @received: bytes of the file that are here, those of an earlier transfer among them
 * @total: bytes that it has in all, 0 while nobody says
 */
typedef void (*VwTransferFunc) (guint64 received, guint64 total, gpointer data);

/**
 * VwTransfer:
 * @session: of this thread
 * @url: http or https
 * @path: of the file to be filled, which may hold the beginning already
 * @most: %VW_ERROR_TOO_LARGE beyond this many bytes
 * @told: called after every piece, on this thread
 * @gained: (out): bytes that came, beyond what was there
 * @resumed: (out): whether what was there was kept
 *
 * One try to get one file from one server.
 */
typedef struct {
  SoupSession *session;
  const char *url;
  const char *path;
  guint64 most;
  VwTransferFunc told;
  gpointer data;

  guint64 gained;
  gboolean resumed;
} VwTransfer;

/**
 * vw_transfer_run:
 *
 * Gets what is missing of the file. What is there is kept if the server can send a piece (status
 * 206) and the last bytes are the same there; else it begins anew. A file that does not begin as
 * gzip is refused before a byte of it is kept. Redirects are followed a few times, but never from
 * https to http. What came before an error stays, if anything did.
 *
 * Returns: %FALSE with a %VW_ERROR that names @url, %VW_ERROR_TRUNCATED when the connection broke
 *   off; with GIO's error that names @path when it is this computer's disk; or
 *   %G_IO_ERROR_CANCELLED.
 */
gboolean vw_transfer_run (VwTransfer *self, GCancellable *cancellable, GError **error);

/* A session for transfers on this thread that gives up after @stall seconds without a byte. */
SoupSession *vw_transfer_session (guint stall);

G_END_DECLS

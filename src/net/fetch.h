/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "net/remote.h"

G_BEGIN_DECLS

#define VW_FETCH_STALL 30 /* seconds without a byte after which a mirror is given up */

/**
 * VwFetchStatus:
 * @file: that is being fetched, of the data set's four
 * @mirror: the address of its folder
 * @received: bytes of all files to be fetched that are here
 * @expected: bytes that they have in all, about
 * @speed: bytes a second, 0 while it is not known
 */
typedef struct {
  const char *file, *mirror;
  guint64 received, expected;
  double speed;
} VwFetchStatus;

/* On the thread that called vw_fetch_run(), some times a second. */
typedef void (*VwFetchFunc) (const VwFetchStatus *status, gpointer data);

/**
 * VwFetch:
 * @remote: what to fetch
 * @folder: where the four files go; made if it is not there
 * @own: the folder is the program's own, so that whatever is wrong in it may be replaced
 * @mirrors: (nullable): %NULL-terminated; the remote's if %NULL
 * @stall: seconds, as %VW_FETCH_STALL
 * @told: (nullable): told of the progress in bytes
 */
typedef struct {
  const VwRemote *remote;
  const char *folder;
  gboolean own;
  const char *const *mirrors;
  guint stall;
  VwFetchFunc told;
  gpointer data;
} VwFetch;

/**
 * vw_fetch_run:
 * @notes: (out): (transfer full): GErrors that did not keep it from success: damaged files that
 *   were fetched anew, mirrors that failed
 * @fetched: (out): how many files came over the net
 *
 * Makes @folder hold the four files, each verified by the SHA-256 of its content. Files that are
 * there and right are left alone and not fetched; a damaged one is replaced; one that is whole but
 * other data fails the call unless @own. Nothing takes its place before all four are right. What
 * came before an interruption stays in files named ".part", in "FOLDER.part" when there was no
 * folder, and the next call goes on from there.
 *
 * Each mirror is tried in turn and a connection that broke off is taken up again. Proxies and
 * certificates are as the system has them.
 *
 * Returns: %FALSE with %VW_ERROR_SYSTEM that has for each mirror what happened there, an error of
 *   the folder, or %G_IO_ERROR_CANCELLED, and @folder is as it was.
 */
gboolean vw_fetch_run (const VwFetch *self,
                       GPtrArray **notes,
                       guint *fetched,
                       const VwTask *task,
                       GError **error);

/* Whether @address can be a mirror, else %VW_ERROR_PARAMETER. */
gboolean vw_fetch_check_mirror (const char *address, GError **error);

G_END_DECLS

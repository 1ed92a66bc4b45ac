/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lib/mirror.h"
#include "lib/scratch.h"
#include "net/fetch.h"

G_BEGIN_DECLS

#define DOWNLOAD_SIDE 28
#define DOWNLOAD_TRAIN 200 /* images */
#define DOWNLOAD_STALL 1   /* s */

/**
 * Download:
 * @data, @remote: a small data set that no two packings make small
 * @files: its files as a mirror has them, by name
 * @repacked: the same content, other bytes
 * @folder: where it is to go, which is not there yet
 * @beside: where it gathers
 *
 * The fixture of all tests that fetch.
 */
typedef struct {
  VwKnownData data;
  VwRemote remote;
  GHashTable *files, *repacked;
  Scratch scratch;
  char *folder, *beside;
} Download;

void download_set_up (Download *self, gconstpointer unused);
void download_tear_down (Download *self, gconstpointer unused);

/* Returns: (transfer full): a file of the data set, unpacked; another content for each @seed, 1
   being what the data set is made of */
GBytes *download_make_part (guint part, guint seed);

/* The data set alone; the caller frees @data->sha256[…]. */
void download_make_remote (VwRemote *remote, VwKnownData *data);

/* What came of a call. */
typedef struct {
  gboolean good;
  guint fetched;
  GPtrArray *notes;
  GError *error;
} DownloadResult;

void download_result_clear (DownloadResult *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DownloadResult, download_result_clear)

/* @second: (nullable): asked when the first fails. @more: (transfer none): the rest of the wish */
DownloadResult download_with (Download *self,
                              const char *first,
                              const char *second,
                              const VwFetch *more,
                              const VwTask *task);
DownloadResult download_fetch (Download *self, Mirror *first, Mirror *second);

/* Bytes of one of the mirror's files. */
gsize download_file_size (Download *self, guint part);

/* A VwFetchFunc; @data: a guint64, G_MAXUINT64 before: the bytes that were there at first */
void download_note_first (const VwFetchStatus *status, gpointer data);

/* The folder holds the data set, whole, and nothing else is left. */
void download_assert_complete (Download *self);

/* Nothing is there but what can be taken up again, and of no file less than @least bytes. */
void download_assert_only_parts (Download *self, gint64 least);

/* The same of a call that was ended properly: no file is empty. */
void download_assert_nothing (Download *self);

void download_assert_says (const DownloadResult *result, const char *text);

G_END_DECLS

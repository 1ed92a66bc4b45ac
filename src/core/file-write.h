/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vw_file_write:
 *
 * Writes a file whole or not at all: on failure what was there is untouched and nothing is left
 * behind. A symbolic link stays and what it points to is replaced, or made. A file keeps its
 * permissions. Folders, devices and pipes are refused with %VW_ERROR_FORMAT.
 *
 * The content goes into a new file beside @path, which then takes its place, so that even a power
 * cut leaves the one or the other. Where the folder refuses a second file, as one may that a file
 * chooser lends to a confined program, the file itself is written, and what it held is put
 * back when that fails; only there could a power cut leave a half.
 *
 * Returns: %FALSE with an error that names the file.
 */
gboolean vw_file_write (const char *path, GBytes *content, GError **error);

/* So that names in a folder outlive a power cut, where its file system can do that. */
void vw_folder_sync (const char *folder);

/* Whether vw_file_write() is allowed to write @path as far as can be told without doing so; a file
   that is there in a folder that refuses others counts. */
gboolean vw_file_may_write (const char *path);

G_END_DECLS

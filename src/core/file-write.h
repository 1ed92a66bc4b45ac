/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vw_file_write:
 *
 * Writes a file whole or not at all: on failure what was there is untouched and nothing is left
 * behind. A symbolic link stays and what it points to is replaced. Folders, devices and pipes are
 * refused with %VW_ERROR_FORMAT.
 *
 * Returns: %FALSE with an error that names the file.
 */
gboolean vw_file_write (const char *path, GBytes *content, GError **error);

G_END_DECLS

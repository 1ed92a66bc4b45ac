/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/files.h"

G_BEGIN_DECLS

/**
 * VwArchive:
 *
 * A zip file in memory whose table of contents has been checked: no member twice, none encrypted,
 * and together not larger than the file can honestly hold. Immutable: any thread may read.
 */
typedef struct _VwArchive VwArchive;

/**
 * vw_archive_parse:
 * @bytes: the whole file, kept
 * @name: for messages
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_EMPTY, %VW_ERROR_FORMAT,
 *   %VW_ERROR_TRUNCATED, %VW_ERROR_TOO_LARGE or %VW_ERROR_UNSUPPORTED.
 */
VwArchive *vw_archive_parse (GBytes *bytes, const char *name, GError **error);
void vw_archive_free (VwArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwArchive, vw_archive_free)

/* Whether there is a member of that name, and its unpacked @size (out) (optional). */
gboolean vw_archive_has (const VwArchive *self, const char *member, gsize *size);

/* Returns: (transfer full): "ARCHIVE/MEMBER" for messages. */
char *vw_archive_member_name (const VwArchive *self, const char *member);

/**
 * vw_archive_get:
 * @meter: (nullable): counts the unpacked bytes
 *
 * Unpacks one member and checks its CRC; memory grows with what really arrives.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_MISMATCH when there is no such member,
 *   %VW_ERROR_CHECKSUM when it is damaged, or %G_IO_ERROR_CANCELLED.
 */
GBytes *vw_archive_get (const VwArchive *self, const char *member, VwMeter *meter, GError **error);

typedef struct {
  const char *name;
  GBytes *content;
} VwArchiveMember;

/**
 * vw_archive_build:
 * @members: @n of them, in the order to write
 *
 * Returns: (transfer full): a zip file, not compressed; the same members always give the same
 *   bytes. %NULL with %VW_ERROR_SYSTEM when libarchive refuses.
 */
GBytes *vw_archive_build (const VwArchiveMember *members, guint n, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/known-data.h"
#include "core/parallel.h"

G_BEGIN_DECLS

/**
 * VwStaging:
 * @data: whose four files they are to become
 * @folder: where they are to be
 * @own: anything wrong in it may be replaced
 * @path: where they are gathered: the folder itself if it was there, else beside it with ".part"
 * @beside: it is not the folder itself
 * @missing: the parts that are not there, or not right
 *
 * The place where a data set is put together before it appears.
 */
typedef struct {
  const VwKnownData *data;
  const char *folder;
  gboolean own;
  char *path;
  gboolean beside;
  gboolean missing[VW_KNOWN_PARTS];
  char *damaged[VW_KNOWN_PARTS]; /* (nullable): files to be replaced */
  int lock;
} VwStaging;

/**
 * vw_staging_open:
 * @self: zeroed but for its first three members
 * @notes: of GError, where damaged files are noted
 *
 * Makes the folder, takes it for this program alone, and looks what is there.
 *
 * Returns: %FALSE with GIO's error, %VW_ERROR_MISMATCH for other data, %VW_ERROR_SYSTEM when
 *   another program fetches into it, or %G_IO_ERROR_CANCELLED.
 */
gboolean vw_staging_open (VwStaging *self, GPtrArray *notes, const VwTask *task, GError **error);

/* Returns: (transfer full): where a missing part is to be made. */
char *vw_staging_part (const VwStaging *self, guint part);

/* Gives the parts, all of which are right now, their names and the folder its own. */
gboolean vw_staging_place (VwStaging *self, GError **error);

/* Lets go of the folder, and removes it if it was made for nothing. */
void vw_staging_clear (VwStaging *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwStaging, vw_staging_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parameters.h"

G_BEGIN_DECLS

#define VW_PRESET_SUFFIX ".vwpreset"
#define VW_PRESET_MOST_CHARACTERS 50 /* so that a file of that name can be made */

/**
 * VwUserPreset:
 * @name: the user's own, 1 … %VW_PRESET_MOST_CHARACTERS characters on one line
 * @path: (nullable): the file it was read from
 *
 * Parameters that a user has given a name, to keep or to share as a small JSON file.
 */
typedef struct {
  char *name;
  char *path;
  VwParameters parameters;
} VwUserPreset;

VwUserPreset *vw_user_preset_new (const char *name, const VwParameters *parameters);
void vw_user_preset_free (VwUserPreset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwUserPreset, vw_user_preset_free)

/* Whether @name can be one of a preset, else %VW_ERROR_PARAMETER. */
gboolean vw_user_preset_check_name (const char *name, GError **error);

gboolean vw_user_preset_save (const VwUserPreset *self, const char *path, GError **error);

/**
 * vw_user_preset_load:
 *
 * Returns: (transfer full): or %NULL with an error that names the file and, where it is one
 *   setting's fault, that setting: of no known name, missing, or outside its range.
 */
VwUserPreset *vw_user_preset_load (const char *path, GError **error);

/**
 * vw_user_presets_list:
 * @problems: (out caller-allocates): gets a #GError for each file that could not be read
 *
 * Returns: (transfer full): the presets in a folder, by name; none when there is no folder. %NULL
 *   with an error when the folder cannot be read.
 */
GPtrArray *vw_user_presets_list (const char *folder, GPtrArray *problems, GError **error);

/**
 * vw_user_presets_keep:
 *
 * Writes @self to a file in @folder, which is made when it is not there; a preset of the same name
 * is replaced.
 *
 * Returns: (transfer full): the file's path, or %NULL
 */
char *vw_user_presets_keep (const char *folder, const VwUserPreset *self, GError **error);

G_END_DECLS

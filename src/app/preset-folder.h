/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/preset-file.h"

G_BEGIN_DECLS

#define VW_TYPE_OWN_PRESET (vw_own_preset_get_type ())
G_DECLARE_FINAL_TYPE (VwOwnPreset, vw_own_preset, VW, OWN_PRESET, GObject)

/* A preset of the user's own in a list; immutable. */
const VwUserPreset *vw_own_preset_get (VwOwnPreset *self);

#define VW_TYPE_PRESET_FOLDER (vw_preset_folder_get_type ())
G_DECLARE_FINAL_TYPE (VwPresetFolder, vw_preset_folder, VW, PRESET_FOLDER, GObject)

/**
 * VwPresetFolder:
 *
 * The user's own presets, each a file in a folder. All that it does with files happens off the
 * main thread, in the order asked for, and shows when it is done. Property "busy" (boolean, with
 * notify). Signals:
 *   "opened" (VwOwnPreset): vw_preset_folder_open() has read it, and it is in the list
 *   "removed" (VwOwnPreset): vw_preset_folder_restore() brings it back
 *   "saved" (string path): a copy was saved there
 *   "problems" (GPtrArray of GError): these files in the folder are no presets; they are left alone
 *   "failed" (string, GError): what did not happen, as a heading in the user's language
 * Main thread only.
 */
VwPresetFolder *vw_preset_folder_new (const char *folder);

/* Returns: (transfer full): the folder of the user's presets. */
char *vw_preset_folder_path (void);

/* Returns: (transfer none): of VwOwnPreset, by name; it changes with the folder. */
GListModel *vw_preset_folder_get_presets (VwPresetFolder *self);

/* Returns: (transfer none) (nullable): the preset of that name. */
VwOwnPreset *vw_preset_folder_find (VwPresetFolder *self, const char *name);

gboolean vw_preset_folder_is_busy (VwPresetFolder *self);

/* Keeps @parameters under @name, in the place of a preset of that name. */
void vw_preset_folder_keep (VwPresetFolder *self, const char *name, const VwParameters *parameters);

/* Reads a preset from anywhere and keeps it; under another name when there is another of its name.
 */
void vw_preset_folder_open (VwPresetFolder *self, const char *path);

/* @name: that of no other preset */
void vw_preset_folder_rename (VwPresetFolder *self, VwOwnPreset *preset, const char *name);

void vw_preset_folder_remove (VwPresetFolder *self, VwOwnPreset *preset);
void vw_preset_folder_restore (VwPresetFolder *self, VwOwnPreset *preset);

/* Saves a copy for others. */
void vw_preset_folder_share (VwPresetFolder *self, VwOwnPreset *preset, const char *path);

G_END_DECLS

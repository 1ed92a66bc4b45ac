/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/preset-file.h"

#include <string.h>

#include "core/file-write.h"
#include "core/files.h"
#include "core/parameters-json.h"

#define FORMAT 1 /* of preset files; raise it when an older program could misread a new one */
#define MAX_FILE_BYTES ((gsize) 64 << 10)

VwUserPreset *
vw_user_preset_new (const char *name, const VwParameters *parameters)
{
  VwUserPreset *self = g_new0 (VwUserPreset, 1);

  self->name = g_strdup (name);
  self->parameters = *parameters;
  return self;
}

void
vw_user_preset_free (VwUserPreset *self)
{
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_name (const char *name)
{
  glong length = g_utf8_strlen (name, -1);
  gboolean blank = TRUE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        return FALSE;
      blank = blank && g_unichar_isspace (g_utf8_get_char (c));
    }
  return !blank && length <= VW_PRESET_MOST_CHARACTERS;
}

gboolean
vw_user_preset_check_name (const char *name, GError **error)
{
  if (is_name (name))
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL,
                N_ ("a preset’s name is 1 to %s characters on one line"),
                VW_NUMBER (VW_PRESET_MOST_CHARACTERS));
  return FALSE;
}

gboolean
vw_user_preset_save (const VwUserPreset *self, const char *path, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *line = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  json_object_set_int_member (object, "format", FORMAT);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_object_member (object, "parameters", vw_parameters_to_json (&self->parameters));
  line = vw_json_format (object);
  text = g_strconcat (line, "\n", NULL);
  bytes = g_bytes_new_take (text, strlen (text));
  return vw_file_write (path, bytes, error);
}

static gboolean
check_format (const VwJson *json, GError **error)
{
  guint64 format;

  if (!vw_json_get_count (json, "format", G_MAXINT64, &format, error))
    return FALSE;
  if (format == FORMAT)
    return TRUE;
  vw_error_set (error, VW_ERROR_UNSUPPORTED, json->name,
                N_ ("is a preset in format %s; this program reads format %s"), VW_NUMBER (format),
                VW_NUMBER (FORMAT));
  return FALSE;
}

static gboolean
read_name (VwUserPreset *self, const VwJson *json, GError **error)
{
  const char *name = vw_json_get_string (json, "name", error);
  g_autoptr (GError) cause = NULL;

  if (name == NULL)
    return FALSE;
  if (!vw_user_preset_check_name (name, &cause))
    {
      vw_error_set (error, VW_ERROR_FORMAT, json->name, N_ ("“%s” is no name for a preset"),
                    "name");
      return FALSE;
    }
  self->name = g_strdup (name);
  return TRUE;
}

static VwUserPreset *
from_json (const VwJson *json, GError **error)
{
  g_autoptr (VwUserPreset) self = g_new0 (VwUserPreset, 1);
  VwJson inner = { NULL, json->name };

  if (!check_format (json, error) || !read_name (self, json, error))
    return NULL;
  inner.object = vw_json_get_object (json, "parameters", error);
  if (inner.object == NULL || !vw_parameters_from_json (&inner, &self->parameters, error))
    return NULL;
  return g_steal_pointer (&self);
}

VwUserPreset *
vw_user_preset_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, MAX_FILE_BYTES, NULL, error);
  g_autoptr (JsonObject) object = NULL;
  VwUserPreset *self;
  const char *text;
  gsize size;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  object = vw_json_parse (text, size, path, error);
  self = object != NULL ? from_json (&(VwJson){ object, path }, error) : NULL;
  if (self != NULL)
    self->path = g_strdup (path);
  return self;
}

static int
compare_presets (gconstpointer a, gconstpointer b)
{
  const VwUserPreset *first = *(VwUserPreset *const *) a, *second = *(VwUserPreset *const *) b;

  return g_utf8_collate (first->name, second->name);
}

GPtrArray *
vw_user_presets_list (const char *folder, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) presets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) vw_user_preset_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&presets);
  dir = vw_folder_open (folder, error);
  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GError *problem = NULL;
      VwUserPreset *preset
          = g_str_has_suffix (name, VW_PRESET_SUFFIX) ? vw_user_preset_load (path, &problem) : NULL;

      if (preset != NULL)
        g_ptr_array_add (presets, preset);
      else if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }
  g_ptr_array_sort (presets, compare_presets);
  return g_steal_pointer (&presets);
}

/* A name may hold what a file's name may not, so every character but the plainest is escaped. */
static char *
file_name_of (const char *name)
{
  g_autofree char *escaped = g_uri_escape_string (name, " ", TRUE);

  return g_strconcat (escaped, VW_PRESET_SUFFIX, NULL);
}

char *
vw_user_presets_keep (const char *folder, const VwUserPreset *self, GError **error)
{
  g_autofree char *name = file_name_of (self->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!vw_folder_make (folder, error) || !vw_user_preset_save (self, path, error))
    return NULL;
  return g_steal_pointer (&path);
}

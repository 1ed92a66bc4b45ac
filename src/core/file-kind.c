/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/file-kind.h"

#include <string.h>

#include "core/files.h"
#include "core/model.h"
#include "core/preset-file.h"

#define ENOUGH 2048 /* bytes; the name of a preset is the longest that comes first in one */

static gboolean
has_member (const char *text, const char *key)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", key);

  return strstr (text, quoted) != NULL;
}

/* What another program wrote in JSON, or train --json, is neither. */
static gboolean
find_in_json (const char *text, VwFileKind *kind)
{
  if (text[strspn (text, " \t\r\n")] != '{')
    return FALSE;
  if (has_member (text, "created") && has_member (text, "model"))
    *kind = VW_FILE_RUN;
  else if (has_member (text, "name") && has_member (text, "parameters"))
    *kind = VW_FILE_PRESET;
  else
    return FALSE;
  return TRUE;
}

static gboolean
find_in_content (const char *path, VwFileKind *kind)
{
  g_autoptr (GInputStream) stream = vw_file_open (path, NULL, NULL);
  g_autoptr (GBytes) begin
      = stream != NULL ? vw_stream_read (stream, 0, ENOUGH, path, NULL, NULL) : NULL;
  g_autofree char *text = NULL;
  gconstpointer data;
  gsize size;

  if (begin == NULL)
    return FALSE;
  data = g_bytes_get_data (begin, &size);
  if (vw_model_begins_so (data, size))
    {
      *kind = VW_FILE_MODEL;
      return TRUE;
    }
  text = g_strndup (data, size);
  return find_in_json (text, kind);
}

VwFileKind
vw_file_kind (const char *path)
{
  VwFileKind kind;

  if (find_in_content (path, &kind))
    return kind;
  return g_str_has_suffix (path, VW_MODEL_SUFFIX)    ? VW_FILE_MODEL
         : g_str_has_suffix (path, VW_PRESET_SUFFIX) ? VW_FILE_PRESET
                                                     : VW_FILE_DATA;
}

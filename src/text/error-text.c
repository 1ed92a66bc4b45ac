/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/error-text.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
translate (const char *reason)
{
  return gettext (reason);
}

/* Returns: the last part of @file that ends before @end. */
static const char *
last_part (const char *file, const char *end)
{
  while (end > file && end[-1] != G_DIR_SEPARATOR)
    end--;
  return end;
}

/* Returns: the name without the folder. An address of the web is told whole, and a member of an archive
   with its archive: "model.vwm/centers.npy". */
static const char *
shorten (const char *file)
{
  const char *name = last_part (file, file + strlen (file));

  if (*name == '\0' || strstr (file, "://") != NULL)
    return file;
  if (g_str_has_suffix (name, ".npy") && name > file)
    name = last_part (file, name - 1);
  return name;
}

static char *
join (const VwErrorParts *parts)
{
  if (parts->file == NULL)
    return g_strdup (parts->reason);
  if (parts->is_predicate)
    /* Translators: a file’s name and what is said of it: “digits.npz” is empty */
    return g_strdup_printf (_ ("“%s” %s"), shorten (parts->file), parts->reason);
  /* Translators: a file’s name and what went wrong */
  return g_strdup_printf (_ ("“%s”: %s"), shorten (parts->file), parts->reason);
}

/* Returns: (transfer full): @text with a capital and a full stop. */
static char *
finish (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);
  gboolean ends = *text == '\0' || strchr (".!?:", text[strlen (text) - 1]) != NULL
                  || g_str_has_suffix (text, "…");

  return g_strconcat (first, rest, ends ? "" : ".", NULL);
}

char *
vw_error_sentence (const GError *error)
{
  VwErrorParts parts;
  g_autofree char *joined = NULL, *first = NULL;
  GString *text;

  if (!vw_error_take_apart (error, translate, &parts))
    return finish (error->message);
  joined = join (&parts);
  g_free (parts.reason);
  first = finish (joined);
  text = g_string_new (first);
  for (guint i = 0; parts.causes != NULL && i < parts.causes->len; i++)
    {
      g_autofree char *cause = vw_error_sentence (parts.causes->pdata[i]);

      g_string_append_printf (text, "\n%s", cause);
    }
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/*
 * In C, and in C.UTF-8 since glibc 2.41, gettext looks at no variable. For a territory that it does
 * not know glibc takes the locale without one, and keeps the name: so the first is there wherever
 * C.UTF-8 is, even if no language was ever set up.
 */
static const char *const locales[] = { "C_FR.UTF-8", "en_US.UTF-8", "fr_FR.UTF-8" };

static gboolean
is_translated (void)
{
  return *gettext ("") != '\0'; /* the head of the catalogue, or the argument without one */
}

const char *
vw_language (void)
{
  return is_translated () ? g_get_language_names ()[0] : "en";
}

static void
leave_c (void)
{
  const char *name = setlocale (LC_MESSAGES, NULL);

  if (strcmp (name, "C") != 0 && strcmp (name, "POSIX") != 0 && !g_str_has_prefix (name, "C."))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      return;
}

gboolean
vw_language_speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  leave_c ();
  textdomain (textdomain (NULL)); /* or gettext would not look at the variable again */
  return is_translated () || g_str_has_prefix (language, "en");
}

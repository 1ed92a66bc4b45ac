/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "config.h"
#include "core/known-data.h"
#include "core/large-blocks.h"

#include <glib/gi18n.h>
#include <locale.h>

static void
set_up_language (void)
{
  const char *folder = g_getenv ("VW_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : VW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static const char *
translate (const char *name)
{
  return gettext (name);
}

int
main (int argc, char **argv)
{
  g_autoptr (VwApplication) application = NULL;

  vw_large_blocks_give_back ();
  set_up_language ();
  vw_class_names_translate_with (translate);
  g_set_application_name (_("Visual Words"));
  application = vw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/script.h"

#include "lib/scratch.h"

char *
test_script (const char *name, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (g_getenv ("VW_SOURCE_ROOT"), "tests", name, NULL);
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  char *argument;
  va_list list;

  g_file_get_contents (path, &script, NULL, &error);
  g_assert_no_error (error);
  va_start (list, name);
  while ((argument = va_arg (list, char *)) != NULL)
    g_ptr_array_add (arguments, argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  return test_python (script, (const char *const *) arguments->pdata);
}

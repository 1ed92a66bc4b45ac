/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a target on the files of a folder, for builds without libFuzzer. */
#include "fuzz.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (argc != 2 || (dir = g_dir_open (argv[1], 0, &error)) == NULL)
    g_error ("%s", error != NULL ? error->message : "usage: FOLDER");
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (!g_file_get_contents (path, &data, &size, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const guint8 *) data, size);
    }
  g_print ("%u files\n", n);
  return n > 0 ? 0 : 1;
}

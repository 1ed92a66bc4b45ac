/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/scratch.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

void
scratch_init (Scratch *self)
{
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("visual-words-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                   : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
scratch_clear (Scratch *self)
{
  if (self->path != NULL)
    remove_all (self->path);
  g_clear_pointer (&self->path, g_free);
}

char *
scratch_path (const Scratch *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

void
scratch_write (const Scratch *self, const char *name, gconstpointer data, gsize size)
{
  g_autofree char *path = scratch_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
}

void
scratch_write_bytes (const Scratch *self, const char *name, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  scratch_write (self, name, data, size);
}

GBytes *
test_gzip (gconstpointer data, gsize size)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (gzip));

  g_assert_true (g_output_stream_write_all (stream, data, size, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

GBytes *
test_idx (guint n_dims, const guint32 *dims, gconstpointer data, gsize size)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  guint32 word = GUINT32_TO_BE (0x0800 | n_dims);

  g_byte_array_append (file, (guint8 *) &word, 4);
  for (guint i = 0; i < n_dims; i++)
    {
      word = GUINT32_TO_BE (dims[i]);
      g_byte_array_append (file, (guint8 *) &word, 4);
    }
  if (size > 0)
    g_byte_array_append (file, data, size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

void
test_assert_refused (const GError *error, VwErrorCode code, const char *file)
{
  g_assert_error (error, VW_ERROR, (int) code);
  if (!g_str_has_prefix (error->message, file))
    g_error ("“%s” does not begin with “%s”", error->message, file);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_test_message ("%s", error->message);
}

void
test_memory_reset (void)
{
  int fd = open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, "5", 1), ==, 1); /* resets VmHWM, see proc(5) */
  close (fd);
}

gsize
test_memory_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

char *
test_python (const char *script, const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autofree char *output = NULL, *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (g_getenv ("VW_PYTHON") == NULL)
    {
      g_test_skip ("VW_PYTHON is not set");
      return NULL;
    }
  g_strv_builder_add_many (builder, g_getenv ("VW_PYTHON"), "-c", script, NULL);
  if (arguments != NULL)
    g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &status,
                     &error))
    {
      g_test_skip (error->message);
      return NULL;
    }
  if (strstr (errors, "ModuleNotFoundError") != NULL)
    {
      g_test_skip ("a Python module is missing");
      return NULL;
    }
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s\n%s", error->message, errors);
  return g_steal_pointer (&output);
}

const char *
test_mnist (void)
{
  const char *folder = g_getenv ("VW_MNIST_DIR");

  if (folder == NULL)
    g_test_skip ("VW_MNIST_DIR is not set");
  return folder;
}

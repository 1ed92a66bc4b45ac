/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/mnist.h"

#include <gio/gio.h>

/* The part of an IDX file behind its header, uncompressed. */
static GBytes *
load (const char *name, gsize header, gsize length)
{
  const char *folder = g_getenv ("VW_MNIST_DIR");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GInputStream) stream = NULL, plain = NULL;
  g_autoptr (GZlibDecompressor) unzip = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *data = NULL;
  gsize n_read;

  if (folder == NULL)
    {
      g_test_skip ("VW_MNIST_DIR is not set");
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_assert_no_error (error);
  unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  plain = g_converter_input_stream_new (stream, G_CONVERTER (unzip));
  data = g_malloc (length);
  /* Not skipped: a converter's stream would skip in what it reads from. */
  g_input_stream_read_all (plain, data, header, &n_read, NULL, &error);
  g_assert_no_error (error);
  g_input_stream_read_all (plain, data, length, &n_read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, length);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

GBytes *
mnist_load_images (gboolean test)
{
  return test ? load ("t10k-images-idx3-ubyte.gz", 16, MNIST_TEST * MNIST_SIDE * MNIST_SIDE)
              : load ("train-images-idx3-ubyte.gz", 16, MNIST_TRAIN * MNIST_SIDE * MNIST_SIDE);
}

GBytes *
mnist_load_labels (gboolean test)
{
  return test ? load ("t10k-labels-idx1-ubyte.gz", 8, MNIST_TEST)
              : load ("train-labels-idx1-ubyte.gz", 8, MNIST_TRAIN);
}

GBytes *
mnist_load_all_images (void)
{
  g_autoptr (GBytes) train = mnist_load_images (FALSE);
  g_autoptr (GBytes) test = train != NULL ? mnist_load_images (TRUE) : NULL;
  GByteArray *all;

  if (test == NULL)
    return NULL;
  all = g_bytes_unref_to_array (g_steal_pointer (&train));
  g_byte_array_append (all, g_bytes_get_data (test, NULL), g_bytes_get_size (test));
  return g_byte_array_free_to_bytes (all);
}

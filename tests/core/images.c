/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/stat.h>

#include "core/dataset.h"
#include "core/images.h"
#include "lib/scratch.h"

#define PGM_SIZE 15

static void
write_pgm (const Scratch *scratch, const char *name, guint8 value)
{
  guint8 pgm[PGM_SIZE] = "P5 2 2 255\n";

  memset (pgm + PGM_SIZE - 4, value, 4);
  scratch_write (scratch, name, pgm, sizeof pgm);
}

static void
write_text (const Scratch *scratch, const char *name, const char *text)
{
  scratch_write (scratch, name, text, strlen (text));
}

/* Classes 2, 10 and b of three images each. */
static void
write_classes (const Scratch *scratch, const char *prefix)
{
  static const char *const classes[] = { "10", "b", "2" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    for (guint image = 8; image < 11; image++)
      {
        g_autofree char *name = g_strdup_printf ("%s%s/%u.pgm", prefix, classes[i], image);

        write_pgm (scratch, name, i * 20 + image);
      }
}

static void
write_png (const Scratch *scratch, const char *name, guint width, guint height, guint32 rgba)
{
  g_autofree char *path = scratch_path (scratch, name);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, rgba);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);
}

static void
test_order_and_split (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) dataset = NULL;

  scratch_init (&scratch);
  write_classes (&scratch, "");
  write_text (&scratch, "README.txt", "not a class");
  write_text (&scratch, "2/.hidden", "not an image");
  dataset = vw_dataset_load (scratch.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vw_dataset_get_kind (dataset), ==, "images");
  g_assert_cmpuint (vw_dataset_get_n_classes (dataset), ==, 3);
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 0), ==, "2");
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 1), ==, "10");
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 2), ==, "b");
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), ==, 6);
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TEST), ==, 3);
  g_assert_cmpmem (vw_dataset_get_labels (dataset, VW_SPLIT_TEST), 3, "\0\1\2", 3);
  /* 8, 9, 10 and not 10, 8, 9: the last is the test image. */
  g_assert_cmpuint (vw_dataset_get_image (dataset, VW_SPLIT_TEST, 0)[0], ==, 2 * 20 + 10);
  g_assert_cmpuint (vw_dataset_get_image (dataset, VW_SPLIT_TRAIN, 0)[0], ==, 2 * 20 + 8);
  g_assert_cmpuint (vw_dataset_get_image (dataset, VW_SPLIT_TRAIN, 3)[3], ==, 9);
}

static void
test_two_folders (gconstpointer data)
{
  gboolean long_names = GPOINTER_TO_INT (data);
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) dataset = NULL;

  scratch_init (&scratch);
  write_classes (&scratch, long_names ? "training/" : "train/");
  write_pgm (&scratch, long_names ? "testing/b/1.pgm" : "test/b/1.pgm", 77);
  dataset = vw_dataset_load (scratch.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), ==, 9);
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TEST), ==, 1);
  g_assert_cmpuint (vw_dataset_get_labels (dataset, VW_SPLIT_TEST)[0], ==, 2);
  g_assert_cmpuint (vw_dataset_get_image (dataset, VW_SPLIT_TEST, 0)[0], ==, 77);
}

/* One row a change that spoils a good folder. */
typedef void (*Spoil) (const Scratch *scratch);

static void
junk_file (const Scratch *scratch)
{
  write_text (scratch, "train/10/9.pgm", "junk");
}

static void
empty_file (const Scratch *scratch)
{
  write_text (scratch, "train/10/9.pgm", "");
}

static void
cut_file (const Scratch *scratch)
{
  write_text (scratch, "train/10/9.pgm", "P5 2 2 255\n12");
}

static void
first_is_junk (const Scratch *scratch)
{
  write_text (scratch, "train/2/8.pgm", "junk");
}

static void
other_size (const Scratch *scratch)
{
  write_text (scratch, "train/10/9.pgm", "P5 1 2 255\n12");
  write_text (scratch, "train/b/9.pgm", "P5 1 2 255\n12");
}

static void
huge_image (const Scratch *scratch)
{
  write_text (scratch, "train/10/9.pgm", "P5 1025 2 255\n12");
}

static void
folder_in_class (const Scratch *scratch)
{
  write_pgm (scratch, "train/10/deep/1.pgm", 1);
}

static void
pipe_in_class (const Scratch *scratch)
{
  g_autofree char *path = scratch_path (scratch, "train/10/11.pgm");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
empty_class (const Scratch *scratch)
{
  write_text (scratch, "train/a/.hidden", "");
}

static void
unknown_test_class (const Scratch *scratch)
{
  write_pgm (scratch, "test/c/1.pgm", 1);
}

static void
many_classes (const Scratch *scratch)
{
  for (guint i = 100; i < 354; i++)
    {
      g_autofree char *name = g_strdup_printf ("train/%u/1.pgm", i);

      write_pgm (scratch, name, 1);
    }
}

static const struct {
  const char *name;
  VwErrorCode code;
  Spoil spoil;
  const char *at_fault;
} spoilt[] = {
  { "junk", VW_ERROR_FORMAT, junk_file, "train/10/9.pgm" },
  { "empty", VW_ERROR_EMPTY, empty_file, "train/10/9.pgm" },
  { "cut", VW_ERROR_TRUNCATED, cut_file, "train/10/9.pgm" },
  { "first-is-junk", VW_ERROR_FORMAT, first_is_junk, "train/2/8.pgm" },
  { "other-size", VW_ERROR_MISMATCH, other_size, "train/10/9.pgm" },
  { "huge", VW_ERROR_TOO_LARGE, huge_image, "train/10/9.pgm" },
  { "folder-in-class", VW_ERROR_FORMAT, folder_in_class, "train/10/deep" },
  { "pipe-in-class", VW_ERROR_FORMAT, pipe_in_class, "train/10/11.pgm" },
  { "empty-class", VW_ERROR_EMPTY, empty_class, "train/a" },
  { "unknown-test-class", VW_ERROR_MISMATCH, unknown_test_class, "test/c" },
  { "many-classes", VW_ERROR_TOO_LARGE, many_classes, "train" },
};

static void
test_spoilt (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *message = NULL;

  scratch_init (&scratch);
  write_classes (&scratch, "train/");
  write_pgm (&scratch, "test/10/1.pgm", 3);
  path = scratch_path (&scratch, spoilt[row].at_fault);
  message = g_strconcat (path, ": ", NULL);
  spoilt[row].spoil (&scratch);
  g_assert_null (vw_dataset_load (scratch.path, NULL, &error));
  test_assert_refused (error, spoilt[row].code, message);
}

static void
test_missing_split (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  scratch_init (&scratch);
  write_classes (&scratch, "train/");
  path = scratch_path (&scratch, "test: is missing");
  g_assert_null (vw_dataset_load (scratch.path, NULL, &error));
  test_assert_refused (error, VW_ERROR_MISMATCH, path);
}

static void
test_one_image_a_class (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  write_pgm (&scratch, "a/1.pgm", 1);
  write_pgm (&scratch, "b/1.pgm", 1);
  g_assert_null (vw_dataset_load (scratch.path, NULL, &error));
  test_assert_refused (error, VW_ERROR_EMPTY, scratch.path);
}

static void
test_grey (void)
{
  static const struct {
    guint32 rgba;
    guint8 grey;
  } colours[] = {
    { 0x000000ff, 0 },   { 0xffffffff, 255 }, { 0xff0000ff, 76 },  { 0x00ff00ff, 150 },
    { 0x0000ffff, 29 },  { 0xffffff00, 0 },   { 0xffffff80, 128 }, { 0x00000000, 0 },
    { 0x01010101 | 0xff, 1 }, { 0xfefefeff, 254 },
  };
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *path = NULL;

  scratch_init (&scratch);
  path = scratch_path (&scratch, "a.png");
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree guint8 *grey = NULL;
      guint rows, cols;

      write_png (&scratch, "a.png", 3, 2, colours[i].rgba);
      grey = vw_image_read_grey (path, &rows, &cols, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows, ==, 2);
      g_assert_cmpuint (cols, ==, 3);
      for (guint p = 0; p < 6; p++)
        g_assert_cmpuint (grey[p], ==, colours[i].grey);
    }
}

/* Cut anywhere, a file is refused: gdk-pixbuf alone would fill the rest with what it likes. */
static void
test_every_cut (gconstpointer format)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 16);
  g_autofree char *path = NULL, *content = NULL;
  gsize size;
  guint rows, cols;

  scratch_init (&scratch);
  path = scratch_path (&scratch, "image");
  for (guint i = 0; i < 16 * 16 * 3; i++)
    gdk_pixbuf_get_pixels (pixbuf)[i] = i * i % 251;
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &content, &size, format, NULL, NULL));
  scratch_write (&scratch, "image", content, size);
  g_free (vw_image_read_grey (path, &rows, &cols, NULL));
  g_assert_cmpuint (rows * cols, ==, 256);
  for (gsize cut = 0; cut < size * 19 / 20; cut += 7)
    {
      g_autoptr (GError) error = NULL;

      scratch_write (&scratch, "image", content, cut);
      g_assert_null (vw_image_read_grey (path, &rows, &cols, &error));
      g_assert_true (error->domain == VW_ERROR);
      g_assert_true (g_str_has_prefix (error->message, path));
    }
}

/* A camera puts a small JPEG, whole, into a note at the beginning: its end is not the end. */
static void
test_cut_behind_small_image (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 128, 128);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *jpeg = NULL;
  g_autofree guint8 *grey = NULL;
  gsize size;
  guint rows, cols;

  scratch_init (&scratch);
  path = scratch_path (&scratch, "image");
  for (guint i = 0; i < 128 * 128 * 3; i++)
    gdk_pixbuf_get_pixels (pixbuf)[i] = i * i % 251;
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", NULL, NULL));
  g_byte_array_append (file, (const guint8 *) jpeg, 2);
  g_byte_array_append (
      file, (const guint8[]){ 0xff, 0xe1, (guint8) ((size + 2) >> 8), (guint8) (size + 2) }, 4);
  g_byte_array_append (file, (const guint8 *) jpeg, size);
  g_byte_array_append (file, (const guint8 *) jpeg + 2, size - 2);
  scratch_write (&scratch, "image", file->data, file->len);
  grey = vw_image_read_grey (path, &rows, &cols, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows * cols, ==, 128 * 128);
  scratch_write (&scratch, "image", file->data, file->len - size / 10);
  g_assert_null (vw_image_read_grey (path, &rows, &cols, &error));
  test_assert_refused (error, VW_ERROR_TRUNCATED, path);
}

/* A picture of 20,000 × 20,000 blank pixels is a small file, and refused before it is decoded. */
static void
test_large_image_is_not_decoded (void)
{
  static const char script[] =
      "import struct, sys, zlib\n"
      "def chunk(kind, data):\n"
      "    crc = struct.pack('>I', zlib.crc32(kind + data))\n"
      "    return struct.pack('>I', len(data)) + kind + data + crc\n"
      "n = 20000\n"
      "packer = zlib.compressobj(9)\n"
      "data = b''.join(packer.compress(bytes(n + 1)) for i in range(n)) + packer.flush()\n"
      "open(sys.argv[1], 'wb').write(b'\\x89PNG\\r\\n\\x1a\\n'\n"
      "    + chunk(b'IHDR', struct.pack('>IIBBBBB', n, n, 8, 0, 0, 0, 0))\n"
      "    + chunk(b'IDAT', data) + chunk(b'IEND', b''))\n";
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *output = NULL;
  guint rows, cols;
  gsize before;

  scratch_init (&scratch);
  path = scratch_path (&scratch, "large.png");
  output = test_python (script, (const char *[]){ path, NULL });
  if (output == NULL)
    return;
  test_memory_reset ();
  before = test_memory_peak ();
  g_assert_null (vw_image_read_grey (path, &rows, &cols, &error));
  test_assert_refused (error, VW_ERROR_TOO_LARGE, path);
  g_assert_cmpuint (test_memory_peak () - before, <, 16 << 20);
}

static void
test_cancel (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) data = { 0 };
  VwTask task = { .cancellable = cancellable };

  scratch_init (&scratch);
  write_classes (&scratch, "");
  g_cancellable_cancel (cancellable);
  g_assert_false (vw_images_read (scratch.path, &data, &task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *path = g_strconcat ("/images/spoilt/", spoilt[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_spoilt);
    }
  g_test_add_func ("/images/order-and-split", test_order_and_split);
  g_test_add_data_func ("/images/train-and-test", GINT_TO_POINTER (FALSE), test_two_folders);
  g_test_add_data_func ("/images/training-and-testing", GINT_TO_POINTER (TRUE), test_two_folders);
  g_test_add_func ("/images/missing-split", test_missing_split);
  g_test_add_func ("/images/one-image-a-class", test_one_image_a_class);
  g_test_add_func ("/images/grey", test_grey);
  g_test_add_data_func ("/images/every-cut/png", "png", test_every_cut);
  g_test_add_data_func ("/images/every-cut/jpeg", "jpeg", test_every_cut);
  g_test_add_func ("/images/cut-behind-small-image", test_cut_behind_small_image);
  g_test_add_data_func ("/images/every-cut/bmp", "bmp", test_every_cut);
  g_test_add_data_func ("/images/every-cut/tiff", "tiff", test_every_cut);
  g_test_add_func ("/images/large", test_large_image_is_not_decoded);
  g_test_add_func ("/images/cancel", test_cancel);
  return g_test_run ();
}

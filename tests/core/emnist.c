/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EMNIST's files, made of the sample's: transposed, under EMNIST's names. */
#include "core/emnist.h"

#include "core/dataset.h"
#include "lib/scratch.h"

#include <glib/gstdio.h>
#include <string.h>

#define COUNT 300

static const char *const parts[VW_N_SPLITS] = { "train", "test" };

/* The first digits of the sample. */
static void
write_images (const Scratch *scratch, const VwDataset *sample, VwSplit split, const char *set)
{
  guint rows = vw_dataset_get_rows (sample), cols = vw_dataset_get_cols (sample);
  const guint32 dims[] = { COUNT, cols, rows };
  g_autofree guint8 *pixels = g_malloc ((gsize) COUNT * rows * cols);
  g_autofree char *name
      = g_strdup_printf ("%s/emnist-%s-%s-images-idx3-ubyte", set, set, parts[split]);
  g_autoptr (GBytes) file = NULL;
  guint8 *to = pixels;

  for (guint i = 0; i < COUNT; i++)
    for (guint col = 0; col < cols; col++)
      for (guint row = 0; row < rows; row++)
        *to++ = vw_dataset_get_image (sample, split, i)[row * cols + col];
  file = test_idx (3, dims, pixels, (gsize) COUNT * rows * cols);
  scratch_write_bytes (scratch, name, file);
}

/* Labels @first … @first + n − 1 in turn, packed. */
static void
write_labels (const Scratch *scratch, VwSplit split, const char *set, guint first, guint n)
{
  const guint32 dims[] = { COUNT };
  guint8 labels[COUNT];
  g_autofree char *name
      = g_strdup_printf ("%s/emnist-%s-%s-labels-idx1-ubyte.gz", set, set, parts[split]);
  g_autoptr (GBytes) file = NULL, packed = NULL;
  gsize size;
  gconstpointer data;

  for (guint i = 0; i < COUNT; i++)
    labels[i] = first + i % n;
  file = test_idx (1, dims, labels, COUNT);
  data = g_bytes_get_data (file, &size);
  packed = test_gzip (data, size);
  scratch_write_bytes (scratch, name, packed);
}

static void
write_set (const Scratch *scratch, const char *set, guint first, guint n)
{
  g_autoptr (VwDataset) sample = vw_dataset_load ("sample", NULL, NULL);

  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      write_images (scratch, sample, split, set);
      write_labels (scratch, split, set, first, n);
    }
}

typedef struct {
  const char *set;
  guint first, n;
  const char *names; /* first and last */
} Case;

static const Case cases[] = {
  { "digits", 0, 10, "09" },   { "mnist", 0, 10, "09" },   { "letters", 1, 26, "AZ" },
  { "balanced", 0, 47, "0t" }, { "bymerge", 0, 47, "0t" }, { "byclass", 0, 62, "0z" },
};

static void
test_set (gconstpointer data)
{
  const Case *row = data;
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (VwDataset) sample = vw_dataset_load ("sample", NULL, NULL), read = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  folder = scratch_path (&scratch, row->set);
  write_set (&scratch, row->set, row->first, row->n);
  read = vw_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (vw_dataset_is_turned (read));
  g_assert_cmpuint (vw_dataset_get_n_classes (read), ==, row->n);
  g_assert_true (vw_dataset_get_class_name (read, 0)[0] == row->names[0]);
  g_assert_true (vw_dataset_get_class_name (read, row->n - 1)[0] == row->names[1]);
  for (guint split = 0; split < VW_N_SPLITS; split++)
    for (guint i = 0; i < COUNT; i++)
      {
        g_assert_cmpmem (vw_dataset_get_image (read, split, i), 784,
                         vw_dataset_get_image (sample, split, i), 784);
        g_assert_cmpuint (vw_dataset_get_labels (read, split)[i], ==, i % row->n);
      }
}

static void
test_as_stored (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (VwDataset) sample = vw_dataset_load ("sample", NULL, NULL), read = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *upright, *stored;

  scratch_init (&scratch);
  write_set (&scratch, "letters", 1, 26);
  file = scratch_path (&scratch, "letters/emnist-letters-test-labels-idx1-ubyte.gz");
  read = vw_dataset_load_as_stored (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (vw_dataset_is_turned (read));
  g_assert_cmpstr (vw_dataset_get_class_name (read, 25), ==, "Z");
  upright = vw_dataset_get_image (sample, VW_SPLIT_TEST, 0);
  stored = vw_dataset_get_image (read, VW_SPLIT_TEST, 0);
  for (guint row = 0; row < 28; row++)
    for (guint col = 0; col < 28; col++)
      g_assert_cmpuint (stored[col * 28 + row], ==, upright[row * 28 + col]);
}

/* Other data are never turned. */
static void
test_others (void)
{
  g_autoptr (VwDataset) sample = vw_dataset_load ("sample", NULL, NULL);
  g_autoptr (VwDataset) stored = vw_dataset_load_as_stored ("sample", NULL, NULL);

  g_assert_false (vw_dataset_is_turned (sample));
  g_assert_cmpstr (vw_dataset_get_sha256 (sample), ==, vw_dataset_get_sha256 (stored));
  g_assert_true (vw_emnist_is_name ("emnist-byclass-train-images-idx3-ubyte.gz"));
  g_assert_false (vw_emnist_is_name ("emnist-kanji-train-images-idx3-ubyte.gz"));
  g_assert_false (vw_emnist_is_name ("train-images-idx3-ubyte.gz"));
}

static void
refuse (const char *path, VwErrorCode code, const char *named, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_dataset_load (path, NULL, &error));
  test_assert_refused (error, code, named);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refused (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autofree char *folder = NULL, *labels = NULL, *images = NULL;

  scratch_init (&scratch);
  folder = scratch_path (&scratch, "digits");
  labels = scratch_path (&scratch, "digits/emnist-digits-train-labels-idx1-ubyte.gz");
  images = scratch_path (&scratch, "digits/emnist-digits-test-images-idx3-ubyte");
  write_set (&scratch, "digits", 0, 11);
  refuse (folder, VW_ERROR_MISMATCH, labels, "has the label 10; EMNIST digits has 0 to 9");
  scratch_write (&scratch, "digits/emnist-letters-test-labels-idx1-ubyte", "", 0);
  refuse (folder, VW_ERROR_MISMATCH, folder, "several of EMNIST’s sets");
  g_assert_cmpint (g_remove (images), ==, 0);
  refuse (labels, VW_ERROR_MISMATCH, images, "has 3 of the four files");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/emnist/", cases[i].set, NULL);

      g_test_add_data_func (path, &cases[i], test_set);
    }
  g_test_add_func ("/emnist/as-stored", test_as_stored);
  g_test_add_func ("/emnist/others", test_others);
  g_test_add_func ("/emnist/refused", test_refused);
  return g_test_run ();
}

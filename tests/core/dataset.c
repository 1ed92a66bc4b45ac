/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dataset.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/known-data.h"
#include "core/raw-data.h"
#include "lib/prompt.h"
#include "lib/scratch.h"

static VwDataset *
load (const char *source)
{
  g_autoptr (GError) error = NULL;
  VwDataset *dataset = vw_dataset_load (source, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* Six 1 × 2 images in the train part and one in the test part. */
static VwDatasetContent
small_content (void)
{
  static GBytes *pixels, *labels, *one_pixels, *one_label;
  VwDatasetContent content = { .kind = "IDX", .source = "here", .rows = 1, .cols = 2 };

  if (pixels == NULL)
    {
      pixels = g_bytes_new_static ("aabbccddeeff", 12);
      labels = g_bytes_new_static ("\0\1\2\0\1\0", 6);
      one_pixels = g_bytes_new_static ("gg", 2);
      one_label = g_bytes_new_static ("\2", 1);
    }
  content.parts[VW_SPLIT_TRAIN] = (VwDatasetPart){ pixels, labels, 6 };
  content.parts[VW_SPLIT_TEST] = (VwDatasetPart){ one_pixels, one_label, 1 };
  return content;
}

static void
test_getters (void)
{
  VwDatasetContent content = small_content ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) dataset = vw_dataset_new (&content, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vw_dataset_get_kind (dataset), ==, "IDX");
  g_assert_cmpstr (vw_dataset_get_source (dataset), ==, "here");
  g_assert_cmpuint (vw_dataset_get_rows (dataset), ==, 1);
  g_assert_cmpuint (vw_dataset_get_cols (dataset), ==, 2);
  g_assert_cmpuint (vw_dataset_get_n_classes (dataset), ==, 3);
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 2), ==, "2");
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), ==, 6);
  g_assert_cmpmem (vw_dataset_get_image (dataset, VW_SPLIT_TRAIN, 4), 2, "ee", 2);
  g_assert_cmpuint (vw_dataset_get_labels (dataset, VW_SPLIT_TEST)[0], ==, 2);
  g_assert_cmpuint (vw_dataset_get_class_count (dataset, VW_SPLIT_TRAIN, 0), ==, 3);
  g_assert_cmpuint (vw_dataset_get_class_count (dataset, VW_SPLIT_TEST, 0), ==, 0);
  g_assert_false (vw_dataset_is_mnist (dataset));
  g_assert_cmpstr (vw_split_name (VW_SPLIT_TEST), ==, "test");
}

static void
test_new_refuses (void)
{
  static const char *const two_names[] = { "a", "b", NULL };
  VwDatasetContent content;
  g_autoptr (GBytes) longer = g_bytes_new_static ("aabbccddeeffg", 13);

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (GError) error = NULL;

      content = small_content ();
      if (i == 0)
        content.parts[0].pixels = longer;
      else if (i == 1)
        content.parts[0].count = 5;
      else if (i == 2)
        content.parts[0].labels = NULL;
      else if (i == 3)
        content.cols = 0;
      else if (i == 4)
        content.rows = VW_MAX_SIDE + 1;
      else if (i == 5)
        content.class_names = two_names;
      else
        content.parts[0] = (VwDatasetPart){ NULL, NULL, 0 };
      g_assert_null (vw_dataset_new (&content, &error));
      test_assert_refused (error, i == 6 ? VW_ERROR_EMPTY : VW_ERROR_MISMATCH, "here: ");
    }
}

/* Class 0 has 15 images, class 3 has 6 and class 9 has one. */
static void
test_last_seventh (void)
{
  static const char labels[] = "\0\3\0\0\3\0\0\0\3\0\0\0\3\11\0\0\3\0\0\0\3\0";
  static const char train[] = "\0\3\0\0\3\0\0\0\3\0\0\0\3\11\0\0\3\0";
  g_auto (VwRawData) data = { .rows = 1, .cols = 1 };

  data.parts[0] = (VwDatasetPart){ g_bytes_new_static ("abcdefghijklmnopqrstuv", 22),
                                   g_bytes_new_static (labels, 22), 22 };
  vw_raw_data_split (&data);
  g_assert_cmpuint (data.parts[0].count, ==, 19);
  g_assert_cmpuint (data.parts[1].count, ==, 3);
  g_assert_cmpmem (g_bytes_get_data (data.parts[0].labels, NULL), 18, train, 18);
  g_assert_cmpmem (g_bytes_get_data (data.parts[0].pixels, NULL), 19, "abcdefghijklmnopqrs", 19);
  g_assert_cmpmem (g_bytes_get_data (data.parts[1].labels, NULL), 3, "\0\3\0", 3);
  g_assert_cmpmem (g_bytes_get_data (data.parts[1].pixels, NULL), 3, "tuv", 3);
}

static void
test_sample (void)
{
  g_autoptr (VwDataset) sample = load ("sample");

  g_assert_cmpstr (vw_dataset_get_kind (sample), ==, "IDX");
  g_assert_cmpuint (vw_dataset_get_rows (sample), ==, 28);
  g_assert_cmpuint (vw_dataset_get_n_classes (sample), ==, 10);
  for (guint label = 0; label < 10; label++)
    {
      g_assert_cmpuint (vw_dataset_get_class_count (sample, VW_SPLIT_TRAIN, label), ==, 300);
      g_assert_cmpuint (vw_dataset_get_class_count (sample, VW_SPLIT_TEST, label), ==, 100);
    }
  g_assert_false (vw_dataset_is_mnist (sample));
  g_assert_cmpstr (vw_dataset_name_of_sha256 (vw_dataset_get_sha256 (sample)), ==, "sample");
  g_assert_null (vw_dataset_name_of_sha256 (vw_dataset_get_part_sha256 (sample, 0, FALSE)));
}

/* The hash of the whole is that of the four uncompressed files, one after another. */
static void
test_hash_of_files (void)
{
  static const char script[] =
      "import gzip, hashlib, sys\n"
      "whole = hashlib.sha256()\n"
      "for name in ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3',\n"
      "             't10k-labels-idx1']:\n"
      "    content = gzip.open(f'{sys.argv[1]}/{name}-ubyte.gz').read()\n"
      "    whole.update(content)\n"
      "    print(hashlib.sha256(content).hexdigest())\n"
      "print(whole.hexdigest())\n";
  g_autoptr (VwDataset) sample = load ("sample");
  const char *arguments[] = { vw_dataset_get_source (sample), NULL };
  g_autofree char *output = test_python (script, arguments);
  g_autofree char *expected = NULL;

  if (output == NULL)
    return;
  expected = g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n",
                              vw_dataset_get_part_sha256 (sample, VW_SPLIT_TRAIN, FALSE),
                              vw_dataset_get_part_sha256 (sample, VW_SPLIT_TRAIN, TRUE),
                              vw_dataset_get_part_sha256 (sample, VW_SPLIT_TEST, FALSE),
                              vw_dataset_get_part_sha256 (sample, VW_SPLIT_TEST, TRUE),
                              vw_dataset_get_sha256 (sample));
  g_assert_cmpstr (output, ==, expected);
}

/* Writes the sample as CSV, as .npz in three ways and as plain IDX with other names. */
static const char repack_script[] =
    "import gzip, numpy, os, sys\n"
    "source, target = sys.argv[1:]\n"
    "def idx(name, header):\n"
    "    data = gzip.open(f'{source}/{name}-ubyte.gz').read()\n"
    "    return data, numpy.frombuffer(data, numpy.uint8, offset=header)\n"
    "a = {}\n"
    "for ours, keras in ('train', 'train'), ('t10k', 'test'):\n"
    "    plain_x, x = idx(ours + '-images-idx3', 16)\n"
    "    plain_y, y = idx(ours + '-labels-idx1', 8)\n"
    "    a['x_' + keras], a['y_' + keras] = x.reshape(-1, 28, 28), y\n"
    "    numpy.savetxt(f'{target}/mnist_{keras}.csv', numpy.c_[y, x.reshape(-1, 784)], '%d', ',',\n"
    "                  header=','.join(['label'] + [f'pixel{i}' for i in range(784)]),\n"
    "                  comments='')\n"
    "    name = f'{target}/dots/{keras}'\n"
    "    os.makedirs(f'{target}/dots/{keras}-images-idx3-ubyte')\n" /* a folder, as on Kaggle */
    "    open(name + '-images.idx3-ubyte', 'wb').write(plain_x)\n"
    "    open(name + '-labels.idx1-ubyte', 'wb').write(plain_y)\n"
    "numpy.savez(target + '/stored.npz', **a)\n"
    "numpy.savez_compressed(target + '/packed.npz', junk=numpy.zeros(3), **a)\n"
    "a['y_train'] = a['y_train'].astype(numpy.int64)\n"
    "numpy.savez_compressed(target + '/long.npz', **a)\n";

/* The same content is the same data set, whatever it is packed in. */
static void
test_formats_agree (void)
{
  static const struct {
    const char *name, *kind;
  } sources[] = {
    { "", "CSV" },
    { "stored.npz", "NumPy" },
    { "packed.npz", "NumPy" },
    { "long.npz", "NumPy" },
    { "dots", "IDX" },
    { "dots/test-labels.idx1-ubyte", "IDX" },
  };
  g_autoptr (VwDataset) sample = load ("sample");
  const char *arguments[] = { vw_dataset_get_source (sample), NULL, NULL };
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *output = NULL;

  scratch_init (&scratch);
  arguments[1] = scratch.path;
  output = test_python (repack_script, arguments);
  for (guint i = 0; output != NULL && i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path = scratch_path (&scratch, sources[i].name);
      g_autoptr (VwDataset) dataset = load (path);

      g_assert_cmpstr (vw_dataset_get_kind (dataset), ==, sources[i].kind);
      g_assert_cmpstr (vw_dataset_get_sha256 (dataset), ==, vw_dataset_get_sha256 (sample));
    }
}

static void
test_one_csv_is_split (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (GString) text = g_string_new ("label,pixel0\n");
  g_autoptr (VwDataset) dataset = NULL;
  g_autofree char *path = NULL;

  scratch_init (&scratch);
  path = scratch_path (&scratch, "TRAIN.CSV");
  for (guint i = 0; i < 70; i++)
    g_string_append_printf (text, "%u,%u\n", i % 5, i);
  scratch_write (&scratch, "TRAIN.CSV", text->str, text->len);
  dataset = load (path);
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), ==, 60);
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TEST), ==, 10);
  g_assert_cmpuint (vw_dataset_get_image (dataset, VW_SPLIT_TEST, 0)[0], ==, 60);
}

/* Four good files; a row replaces one of them, or takes it away. */
static const guint32 three[] = { 3, 1, 2 }, three_wide[] = { 3, 1, 3 };

static const struct {
  const char *name;
  VwErrorCode code;
  const char *file;
  guint n_dims; /* 0: the file is missing */
  const guint32 *dims;
  gsize size;
} folders[] = {
  { "no-train-images", VW_ERROR_MISMATCH, "train-images-idx3-ubyte", 0, NULL, 0 },
  { "no-train-labels", VW_ERROR_MISMATCH, "train-labels-idx1-ubyte", 0, NULL, 0 },
  { "no-test-images", VW_ERROR_MISMATCH, "t10k-images-idx3-ubyte", 0, NULL, 0 },
  { "no-test-labels", VW_ERROR_MISMATCH, "t10k-labels-idx1-ubyte", 0, NULL, 0 },
  { "fewer-labels", VW_ERROR_MISMATCH, "train-labels-idx1-ubyte", 1, (guint32[]){ 2 }, 2 },
  { "more-labels", VW_ERROR_MISMATCH, "t10k-labels-idx1-ubyte", 1, (guint32[]){ 4 }, 4 },
  { "other-size", VW_ERROR_MISMATCH, "t10k-images-idx3-ubyte", 3, three_wide, 9 },
  { "cut", VW_ERROR_TRUNCATED, "train-images-idx3-ubyte", 3, three, 5 },
  { "swapped", VW_ERROR_FORMAT, "train-images-idx3-ubyte", 1, three, 3 },
};

static void
write_good_folder (const Scratch *scratch)
{
  static const char *const prefixes[] = { "train", "t10k" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *images = g_strconcat (prefixes[i], "-images-idx3-ubyte", NULL);
      g_autofree char *labels = g_strconcat (prefixes[i], "-labels-idx1-ubyte", NULL);
      g_autoptr (GBytes) images_file = test_idx (3, three, "aabbcc", 6);
      g_autoptr (GBytes) labels_file = test_idx (1, three, "\0\1\2", 3);

      scratch_write_bytes (scratch, images, images_file);
      scratch_write_bytes (scratch, labels, labels_file);
    }
}

static void
test_folder (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (VwDataset) good = NULL;
  g_autofree char *path = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  write_good_folder (&scratch);
  good = load (scratch.path);
  g_assert_cmpuint (vw_dataset_get_n_classes (good), ==, 3);
  path = scratch_path (&scratch, folders[row].file);
  message = g_strconcat (path, ": ", NULL);
  if (folders[row].n_dims == 0)
    g_assert_cmpint (remove (path), ==, 0);
  else
    {
      g_autoptr (GBytes) file = test_idx (folders[row].n_dims, folders[row].dims, "abcdefghi",
                                          folders[row].size);

      scratch_write_bytes (&scratch, folders[row].file, file);
    }
  g_assert_null (vw_dataset_load (scratch.path, NULL, &error));
  test_assert_refused (error, folders[row].code, message);
}

static void
test_pipe_in_folder (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  write_good_folder (&scratch);
  path = scratch_path (&scratch, "t10k-labels-idx1-ubyte");
  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (vw_dataset_load (scratch.path, NULL, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, path);
}

/* One row a file that is no data set. */
static const struct {
  const char *name;
  VwErrorCode code;
  const char *file, *content;
} files[] = {
  { "empty-npz", VW_ERROR_EMPTY, "mnist.npz", "" },
  { "web-page-npz", VW_ERROR_FORMAT, "mnist.npz", "<!DOCTYPE html><title>404</title>" },
  { "junk-npz", VW_ERROR_FORMAT, "mnist.npz", "junk" },
  { "cut-zip", VW_ERROR_TRUNCATED, "mnist.npz", "PK\x03\x04 and no more" },
  { "empty-csv", VW_ERROR_EMPTY, "train.csv", "" },
  { "web-page-gz", VW_ERROR_FORMAT, "mnist.gz", "<?xml version='1.0'?><Error/>" },
  { "other-name", VW_ERROR_UNSUPPORTED, "digits.gz", "\x1f\x8b" },
  { "other-kind", VW_ERROR_FORMAT, "digits.txt", "hello" },
  { "missing-pair", VW_ERROR_MISMATCH, "folder/mnist_train.csv", "1,1\n" },
  { "no-data-folder", VW_ERROR_FORMAT, "folder/README", "hello" },
};

static void
test_file (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gboolean folder = g_str_has_prefix (files[row].file, "folder/");
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  scratch_write (&scratch, files[row].file, files[row].content, strlen (files[row].content));
  path = scratch_path (&scratch, folder ? "folder" : files[row].file);
  g_assert_null (vw_dataset_load (path, NULL, &error));
  test_assert_refused (error, files[row].code, path);
}

static void
test_not_there (void)
{
  static const char *const names[] = { "nowhere", "nowhere.npz", "train-images-idx3-ubyte.gz" };
  g_auto (Scratch) scratch = { NULL };

  scratch_init (&scratch);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = scratch_path (&scratch, names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (vw_dataset_load (path, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_true (g_str_has_prefix (error->message, path));
    }
}

static void
test_device (void)
{
  static const char *const paths[] = { "/dev/zero", "/dev/null", "/dev/tty" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vw_dataset_load (paths[i], NULL, &error));
      g_assert_true (g_str_has_prefix (error->message, paths[i]));
      if (i < 2) /* there need not be a terminal */
        test_assert_refused (error, VW_ERROR_FORMAT, paths[i]);
    }
}

static const char *
shout (const char *name)
{
  return g_str_equal (name, "Coat") ? "COAT!" : name;
}

static void
check_said (VwDataset *dataset)
{
  g_autoptr (VwDataset) said = vw_dataset_say (dataset, shout);

  g_assert_cmpstr (vw_dataset_get_class_name (said, 4), ==, "COAT!");
  g_assert_cmpstr (vw_dataset_get_stored_class_name (said, 4), ==, "Coat");
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 4), ==, "Coat");
  g_assert_cmpstr (vw_dataset_get_sha256 (said), ==, vw_dataset_get_sha256 (dataset));
  g_assert_true (vw_dataset_get_image (said, VW_SPLIT_TEST, 7)
                 == vw_dataset_get_image (dataset, VW_SPLIT_TEST, 7));
}

static void
test_fashion (void)
{
  const char *folder = "/usr/share/datasets/fashion-mnist";
  g_autoptr (VwDataset) dataset = NULL;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("dataset-fashion-mnist is not installed");
      return;
    }
  dataset = load (folder);
  g_assert_cmpuint (vw_dataset_get_n_classes (dataset), ==, 10);
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 0), ==, "T-shirt/top");
  g_assert_cmpstr (vw_dataset_get_class_name (dataset, 9), ==, "Ankle boot");
  g_assert_false (vw_dataset_is_mnist (dataset));
  check_said (dataset);
}

typedef struct {
  double last;
  GThread *thread;
} Watch;

static void
watch_progress (double fraction, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_true (g_thread_self () == watch->thread);
  watch->last = fraction;
}

static void
test_full_mnist (void)
{
  const char *folder = test_mnist ();
  gsize content = 55000000;

  if (folder == NULL)
    return;
  for (guint threads = 1; threads <= 4; threads += 3)
    {
      Watch watch = { .thread = g_thread_self () };
      VwTask task = { threads, watch_progress, &watch, NULL };
      g_autoptr (VwDataset) mnist = NULL;
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gsize before;

      test_memory_reset ();
      before = test_memory_peak ();
      mnist = vw_dataset_load (folder, &task, &error);
      g_assert_no_error (error);
      g_test_message ("%u threads: %.2f s, %" G_GSIZE_FORMAT " MB at most", threads,
                      (g_get_monotonic_time () - start) / 1e6, test_memory_peak () / 1000000);
      g_assert_cmpuint (test_memory_peak () - before, <, 2 * content);
      g_assert_cmpfloat (watch.last, ==, 1.0);
      g_assert_true (vw_dataset_is_mnist (mnist));
      g_assert_cmpstr (vw_dataset_name_of_sha256 (vw_dataset_get_sha256 (mnist)), ==, "mnist");
      g_assert_cmpuint (vw_dataset_get_count (mnist, VW_SPLIT_TRAIN), ==, 60000);
      g_assert_cmpuint (vw_dataset_get_count (mnist, VW_SPLIT_TEST), ==, 10000);
      g_assert_cmpuint (vw_dataset_get_class_count (mnist, VW_SPLIT_TEST, 1), ==, 1135);
      g_assert_cmpstr (vw_dataset_get_part_sha256 (mnist, VW_SPLIT_TRAIN, FALSE), ==,
                       "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
      g_assert_cmpstr (vw_dataset_get_part_sha256 (mnist, VW_SPLIT_TEST, TRUE), ==,
                       "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    }
}

typedef struct {
  GCancellable *cancellable;
  gulong wait; /* µs */
  gint64 cancelled;
} Canceller;

static gpointer
cancel_later (gpointer data)
{
  Canceller *canceller = data;

  g_usleep (canceller->wait);
  canceller->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

/* At any time, while unpacking and while hashing. */
static void
test_cancel_at_once (void)
{
  const char *folder = test_mnist ();
  guint n_cancelled = 0;

  for (guint i = 0; folder != NULL && i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VwDataset) dataset = NULL;
      VwTask task = { 1 + i % 2, NULL, NULL, cancellable };
      Canceller canceller = { cancellable, i * 15000, 0 };
      GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);
      gint64 end;

      dataset = vw_dataset_load (folder, &task, &error);
      end = g_get_monotonic_time ();
      g_thread_join (thread);
      if (dataset != NULL)
        continue;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      test_assert_prompt (canceller.cancelled, end, 100);
      n_cancelled++;
    }
  if (folder != NULL)
    g_assert_cmpuint (n_cancelled, >, 0);
}

static void
test_sample_is_made_from_mnist (void)
{
  static const char script[] =
      "import filecmp, os, subprocess, sys\n"
      "root, mnist, target = sys.argv[1:]\n"
      "subprocess.run([sys.executable, root + '/tools/make-sample', mnist, target], check=True)\n"
      "names = sorted(os.listdir(target))\n"
      "assert len(names) == 4, names\n"
      "for name in names:\n"
      "    assert filecmp.cmp(f'{target}/{name}', f'{root}/data/sample/{name}', False), name\n";
  const char *folder = test_mnist ();
  g_auto (Scratch) scratch = { NULL };
  const char *arguments[] = { g_getenv ("VW_SOURCE_ROOT"), folder, NULL, NULL };

  if (folder == NULL)
    return;
  scratch_init (&scratch);
  arguments[2] = scratch.path;
  g_free (test_python (script, arguments));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/getters", test_getters);
  g_test_add_func ("/dataset/new-refuses", test_new_refuses);
  g_test_add_func ("/dataset/last-seventh", test_last_seventh);
  g_test_add_func ("/dataset/sample", test_sample);
  g_test_add_func ("/dataset/hash-of-files", test_hash_of_files);
  g_test_add_func ("/dataset/formats-agree", test_formats_agree);
  g_test_add_func ("/dataset/one-csv", test_one_csv_is_split);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/folder/", folders[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_folder);
    }
  g_test_add_func ("/dataset/folder/pipe", test_pipe_in_folder);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/file/", files[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/dataset/file/not-there", test_not_there);
  g_test_add_func ("/dataset/file/device", test_device);
  g_test_add_func ("/dataset/fashion", test_fashion);
  g_test_add_func ("/dataset/mnist", test_full_mnist);
  g_test_add_func ("/dataset/cancel", test_cancel_at_once);
  g_test_add_func ("/dataset/sample-from-mnist", test_sample_is_made_from_mnist);
  return g_test_run ();
}

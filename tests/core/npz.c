/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dataset.h"
#include "lib/scratch.h"

/* Writes a data set as Keras does, but for the members that the second argument changes. */
static const char script[] =
    "import sys\n"
    "import numpy\n"
    "from numpy import array, asfortranarray, zeros\n"
    "a = dict(x_train=zeros((3, 2, 2), 'u1'), y_train=zeros(3, 'u1'),\n"
    "         x_test=zeros((2, 2, 2), 'u1'), y_test=zeros(2, 'i8'))\n"
    "a.update(eval('dict(' + sys.argv[2] + ')'))\n"
    "numpy.savez(sys.argv[1], **{k: v for k, v in a.items() if v is not None})\n";

/* One row a file that must be refused, for what stands in @member. */
static const struct {
  const char *name;
  VwErrorCode code;
  const char *member;
  const char *change;
} refused[] = {
  { "pickled", VW_ERROR_UNSUPPORTED, "/y_train.npy", "y_train=array([1, None, 'x'], object)" },
  { "fortran", VW_ERROR_UNSUPPORTED, "/x_train.npy",
    "x_train=asfortranarray(zeros((3, 2, 2), 'u1'))" },
  { "missing", VW_ERROR_MISMATCH, "", "y_test=None" },
  { "floats", VW_ERROR_UNSUPPORTED, "/x_train.npy", "x_train=zeros((3, 2, 2), 'f4')" },
  { "four-dims", VW_ERROR_UNSUPPORTED, "/x_train.npy", "x_train=zeros((3, 2, 2, 1), 'u1')" },
  { "one-hot", VW_ERROR_UNSUPPORTED, "/y_train.npy", "y_train=zeros((3, 10), 'u1')" },
  { "fewer-labels", VW_ERROR_MISMATCH, "/y_train.npy", "y_train=zeros(2, 'u1')" },
  { "other-size", VW_ERROR_MISMATCH, "/x_test.npy", "x_test=zeros((2, 2, 3), 'u1')" },
  { "negative", VW_ERROR_MISMATCH, "/y_test.npy", "y_test=array([0, -1])" },
  { "label-256", VW_ERROR_MISMATCH, "/y_test.npy", "y_test=array([0, 256])" },
  { "none", VW_ERROR_EMPTY, "/x_train.npy",
    "x_train=zeros((0, 2, 2), 'u1'), y_train=zeros(0, 'u1')" },
  { "wide", VW_ERROR_TOO_LARGE, "/x_train.npy", "x_train=zeros((3, 1, 1025), 'u1')" },
  { "flat", VW_ERROR_FORMAT, "/x_train.npy", "x_train=zeros((3, 0, 2), 'u1')" },
};

/* Returns: (transfer full): the file's path, or %NULL when the test is skipped. */
static char *
write_npz (const Scratch *scratch, const char *change)
{
  char *path = scratch_path (scratch, "mnist.npz");
  g_autofree char *output = test_python (script, (const char *[]){ path, change, NULL });

  if (output == NULL)
    g_clear_pointer (&path, g_free);
  return path;
}

static void
test_refused (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *path = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  path = write_npz (&scratch, refused[row].change);
  if (path == NULL)
    return;
  message = g_strconcat (path, refused[row].member, ": ", NULL);
  g_assert_null (vw_dataset_load (path, NULL, &error));
  test_assert_refused (error, refused[row].code, message);
}

static void
test_reads (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) dataset = NULL;

  scratch_init (&scratch);
  path = write_npz (&scratch, "other=array([None], object)");
  if (path == NULL)
    return;
  dataset = vw_dataset_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vw_dataset_get_kind (dataset), ==, "NumPy");
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), ==, 3);
  g_assert_cmpuint (vw_dataset_get_count (dataset, VW_SPLIT_TEST), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/npz/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/npz/reads", test_reads);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/classifier.h"
#include "core/error.h"
#include "core/liblinear.h"
#include "core/presets.h"
#include "lib/scratch.h"
#include "lib/script.h"
#include "lib/sparse.h"

#include <math.h>

static const VwSparseRecipe small = { 3000, 200, 10, 17, 0.6, 1 };

static VwClassifier *
train (VwSparse *data, guint n_classes, double cost, guint threads)
{
  VwParameters parameters = vw_preset_default ()->parameters;
  VwTask task = { .threads = threads };
  g_autoptr (GError) error = NULL;
  VwClassifier *self;

  parameters.svm_c = cost;
  self = vw_classifier_train (&data->rows, data->labels, n_classes, &parameters, &task, &error);
  g_assert_no_error (error);
  return self;
}

static gpointer
read_result (const Scratch *folder, const char *part, gsize expected)
{
  g_autofree char *name = g_strdup_printf ("rows-%s", part);
  g_autofree char *path = scratch_path (folder, name);
  char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, ==, expected);
  return content;
}

/* Largest difference, in units of the largest coefficient. */
static double
difference (const double *a, const double *b, gsize n)
{
  double most = 0, unit = 0;

  for (gsize i = 0; i < n; i++)
    {
      most = fmax (most, fabs (a[i] - b[i]));
      unit = fmax (unit, fabs (b[i]));
    }
  return most / unit;
}

static void
compare_with_scikit_learn (VwSparse *data, const Scratch *folder, double cost)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *seconds = NULL;
  g_autoptr (VwClassifier) ours = train (data, 10, cost, 2);
  guint dims = data->rows.dims, differ = 0, n = 0;
  g_autofree double *coef = NULL, *intercept = NULL;
  g_autofree guint8 *predicted = NULL;
  double apart, apart_bias;

  seconds = test_script ("core/linear-svc.py", folder->path, "rows",
                         g_ascii_dtostr (text, sizeof text, cost), NULL);
  if (seconds == NULL)
    return;
  coef = read_result (folder, "coef", 10 * dims * sizeof (double));
  intercept = read_result (folder, "intercept", 10 * sizeof (double));
  predicted = read_result (folder, "predicted", data->rows.n_rows);
  apart = difference (vw_classifier_get_coef (ours), coef, 10 * dims);
  apart_bias = difference (vw_classifier_get_intercept (ours), intercept, 10);
  for (guint row = 0; row < data->rows.n_rows; row++)
    {
      n += data->rows.offsets[row] < data->rows.offsets[row + 1];
      differ += vw_classifier_predict (ours, &data->rows, row) != predicted[row];
    }
  g_test_message ("C = %g: %u of %u rows differ, coef by %.2g, intercept by %.2g of the largest",
                  cost, differ, n, apart, apart_bias);
  g_assert_cmpfloat (differ, <, n * 0.001);
  g_assert_cmpfloat (apart, <, 0.01);
  g_assert_cmpfloat (apart_bias, <, 0.01);
}

static void
test_is_linear_svc (void)
{
  static const double costs[] = { 0.01, 1, 10 };
  g_autoptr (VwSparse) data = vw_sparse_new (&small);
  g_auto (Scratch) folder = { NULL };

  scratch_init (&folder);
  vw_sparse_write (data, folder.path, "rows");
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    compare_with_scikit_learn (data, &folder, costs[i]);
}

static void
test_is_linear_svc_on_digits (void)
{
  const char *mnist = test_mnist ();
  g_autofree char *output = NULL;
  g_autoptr (VwSparse) data = NULL;
  g_auto (Scratch) folder = { NULL };

  if (mnist == NULL)
    return;
  scratch_init (&folder);
  output = test_script ("core/digit-rows.py", mnist, folder.path, "rows", "4000", NULL);
  if (output == NULL)
    return;
  data = vw_sparse_read (folder.path, "rows");
  compare_with_scikit_learn (data, &folder, 1);
}

static void
test_threads_do_not_matter (void)
{
  static const guint threads[] = { 2, 7 };
  g_autoptr (VwSparse) data = vw_sparse_new (&small);
  g_autoptr (VwClassifier) one = train (data, 10, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (VwClassifier) many = train (data, 10, 1, threads[i]);

      g_assert_cmpmem (vw_classifier_get_coef (one), 10 * small.dims * sizeof (double),
                       vw_classifier_get_coef (many), 10 * small.dims * sizeof (double));
      g_assert_cmpmem (vw_classifier_get_intercept (one), 10 * sizeof (double),
                       vw_classifier_get_intercept (many), 10 * sizeof (double));
    }
}

/* Three rows, of which the empty one has a label of its own. */
static void
test_empty_rows_are_left_out (void)
{
  gsize offsets[] = { 0, 1, 1, 2 };
  guint32 indices[] = { 0, 1 };
  float values[] = { 1, 1 };
  guint8 labels[] = { 1, 2, 0 };
  VwSparse data = { { .n_rows = 3, .dims = 2, offsets, indices, values }, labels };
  g_autoptr (VwClassifier) self = train (&data, 4, 1, 0);
  double scores[4];

  for (guint row = 0; row < 3; row++)
    {
      vw_classifier_scores (self, &data.rows, row, scores);
      g_assert_cmpfloat (scores[2], ==, -G_MAXFLOAT);
      g_assert_cmpfloat (scores[3], ==, -G_MAXFLOAT);
    }
  g_assert_cmpuint (vw_classifier_predict (self, &data.rows, 0), ==, 1);
  g_assert_cmpuint (vw_classifier_predict (self, &data.rows, 2), ==, 0);
}

static void
test_needs_two_classes (void)
{
  gsize offsets[] = { 0, 1, 1, 2 };
  guint32 indices[] = { 0, 1 };
  float values[] = { 1, 1 };
  guint8 labels[] = { 1, 2, 1 };
  VwHistograms rows = { .n_rows = 3, .dims = 2, offsets, indices, values };
  VwHistograms none = { .n_rows = 0, .dims = 2, offsets, indices, values };
  const VwParameters *parameters = &vw_preset_default ()->parameters;
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_classifier_train (&rows, labels, 3, parameters, NULL, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_TRAINING);
  g_clear_error (&error);
  g_assert_null (vw_classifier_train (&none, labels, 3, parameters, NULL, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_TRAINING);
}

static void
test_lowest_of_equals_wins (void)
{
  gsize offsets[] = { 0, 1 };
  guint32 indices[] = { 1 };
  float values[] = { 0.5f };
  VwHistograms rows = { .n_rows = 1, .dims = 2, offsets, indices, values };
  const double coef[] = { 9, 0, 9, 4, 9, 4 }, intercept[] = { 1, -1, -1 };
  g_autoptr (VwClassifier) self = vw_classifier_new (coef, intercept, 3, 2);
  double scores[3];

  vw_classifier_scores (self, &rows, 0, scores);
  for (guint c = 0; c < 3; c++)
    g_assert_cmpfloat (scores[c], ==, 1);
  g_assert_cmpuint (vw_classifier_predict (self, &rows, 0), ==, 0);
}

typedef struct {
  double last;
  guint calls;
  gint at_work; /* atomic: a solver has made its first step */
  GCancellable *cancellable;
  gint64 cancelled_at;
} Watch;

static void
watch (double fraction, gpointer data)
{
  Watch *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  self->last = fraction;
  self->calls++;
  g_atomic_int_set (&self->at_work, fraction > 0);
}

static void
test_progress (void)
{
  g_autoptr (VwSparse) data = vw_sparse_new (&small);
  Watch w = { 0 };
  VwTask task = { 2, watch, &w, NULL };
  g_autoptr (VwClassifier) self = vw_classifier_train (
      &data->rows, data->labels, 10, &vw_preset_default ()->parameters, &task, NULL);

  g_assert_nonnull (self);
  g_assert_cmpuint (w.calls, >=, 5);
  g_assert_cmpfloat (w.last, ==, 1);
}

static gpointer
cancel_later (gpointer data)
{
  Watch *self = data;

  while (!g_atomic_int_get (&self->at_work))
    g_usleep (1000);
  g_usleep (70 * 1000);
  self->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* The solvers are in the midst of classes that take seconds, on data that are gone soon. */
static void
test_cancel_answers_at_once (void)
{
  static const VwSparseRecipe large = { 20000, 2000, 10, 200, 0.95, 2 };
  VwSparse *data = vw_sparse_new (&large);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch w = { .cancellable = cancellable };
  VwTask task = { 2, watch, &w, cancellable };
  VwParameters parameters = vw_preset_default ()->parameters;
  GThread *thread = g_thread_new ("cancel", cancel_later, &w);
  g_autoptr (GError) error = NULL;
  gint64 answered_at, latency;

  parameters.svm_c = 10000;
  g_assert_null (vw_classifier_train (&data->rows, data->labels, 10, &parameters, &task, &error));
  answered_at = g_get_monotonic_time ();
  g_assert_cmpuint (vw_liblinear_running (), ==, 2);
  g_thread_join (thread);
  latency = answered_at - w.cancelled_at;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (latency, <, 200 * 1000);
  vw_sparse_free (data);
  while (vw_liblinear_running () > 0)
    g_usleep (10 * 1000);
  g_test_message ("answered in %.1f ms, the solvers ended %.1f s later", latency / 1e3,
                  (g_get_monotonic_time () - w.cancelled_at) / 1e6);
}

static void
test_cancelled_before (void)
{
  g_autoptr (VwSparse) data = vw_sparse_new (&small);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VwTask task = { 2, NULL, NULL, cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vw_classifier_train (&data->rows, data->labels, 10,
                                      &vw_preset_default ()->parameters, &task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classifier/is-linear-svc", test_is_linear_svc);
  g_test_add_func ("/classifier/is-linear-svc-on-digits", test_is_linear_svc_on_digits);
  g_test_add_func ("/classifier/threads", test_threads_do_not_matter);
  g_test_add_func ("/classifier/empty-rows", test_empty_rows_are_left_out);
  g_test_add_func ("/classifier/two-classes", test_needs_two_classes);
  g_test_add_func ("/classifier/lowest-of-equals", test_lowest_of_equals_wins);
  g_test_add_func ("/classifier/progress", test_progress);
  g_test_add_func ("/classifier/cancel", test_cancel_answers_at_once);
  g_test_add_func ("/classifier/cancelled-before", test_cancelled_before);
  return g_test_run ();
}

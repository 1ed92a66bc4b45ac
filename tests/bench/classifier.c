/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/classifier.h"
#include "core/presets.h"
#include "lib/scratch.h"
#include "lib/script.h"
#include "lib/sparse.h"

/* As many rows and words a row as the notebook's training split. */
static const VwSparseRecipe notebook = { 60000, 300, 10, 17, 0.6, 42 };

#define ROUNDS 3

static double
seconds_with (VwSparse *data, guint threads)
{
  VwTask task = { .threads = threads };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (VwClassifier) self = vw_classifier_train (
          &data->rows, data->labels, 10, &vw_preset_default ()->parameters, &task, NULL);

      g_assert_nonnull (self);
      best = MIN (best, (g_get_monotonic_time () - begin) / 1e6);
    }
  return best;
}

/* Returns: a negative number when scikit-learn is not there. */
static double
scikit_learn_seconds (VwSparse *data)
{
  g_auto (Scratch) folder = { NULL };
  double best = G_MAXDOUBLE;

  scratch_init (&folder);
  vw_sparse_write (data, folder.path, "rows");
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *output = test_script ("core/linear-svc.py", folder.path, "rows", "1", NULL);

      if (output == NULL)
        return -1;
      best = MIN (best, g_ascii_strtod (output, NULL));
    }
  return best;
}

static void
bench_classifier (void)
{
  g_autoptr (VwSparse) data = vw_sparse_new (&notebook);
  double one = seconds_with (data, 1), all = seconds_with (data, 0);
  double peak = test_memory_peak () / 1048576.0, theirs = scikit_learn_seconds (data);

  g_print ("{\"benchmark\": \"classifier\", \"rows\": %u, \"dims\": %u, "
           "\"entries\": %" G_GSIZE_FORMAT ", \"threads\": %u, \"seconds_1_thread\": %.3f, "
           "\"seconds\": %.3f, \"peak_mb\": %.0f, \"sklearn_seconds\": %.3f}\n",
           data->rows.n_rows, data->rows.dims, data->rows.offsets[data->rows.n_rows],
           g_get_num_processors (), one, all, peak, theirs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/classifier", bench_classifier);
  return g_test_run ();
}

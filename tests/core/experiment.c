/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same training for several values: what they are, what is reused, what failing one does. */
#include "core/experiment.h"

#include <math.h>

#include "core/error.h"
#include "core/presets.h"
#include "lib/scratch.h"

static void
assert_values (const char *parameter, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) values = vw_experiment_parse (vw_parameter_find (parameter), text, &error);
  g_auto (GStrv) numbers = g_strsplit (expected, " ", -1);

  g_assert_no_error (error);
  g_assert_cmpuint (values->len, ==, g_strv_length (numbers));
  for (guint i = 0; i < values->len; i++)
    g_assert_cmpfloat (g_array_index (values, double, i), ==, g_ascii_strtod (numbers[i], NULL));
}

static void
test_values (void)
{
  assert_values ("edge-threshold", "0:4", "0 1 2 3 4");
  assert_values ("edge-threshold", "31:0:10", "31 21 11 1");
  assert_values ("edge-threshold", "31, 4,15", "31 4 15");
  assert_values ("edge-threshold", "7", "7");
  assert_values ("scale-factor", "1.1:1.4:0.1", "1.1 1.2 1.3 1.4");
  assert_values ("svm-c", "0.4:0.1:0.1", "0.4 0.3 0.2 0.1");
  assert_values ("interpolation", "area,nearest", "3 0");
  assert_values ("words", "100:300:100", "100 200 300");
}

/* What is typed into the window, in English and in French. */
static void
test_values_typed (void)
{
  static const struct {
    const char *parameter, *typed;
    gboolean decimal_comma;
    const char *plain;
  } cases[] = {
    { "words", "10, 30 100;300", FALSE, "10,30,100,300" },
    { "words", " 10,30,\t100 , ", TRUE, "10,30,100" },
    { "words", "100:300:100", TRUE, "100:300:100" },
    { "scale-factor", "1.1,1.2, 1.4", FALSE, "1.1,1.2,1.4" },
    { "scale-factor", "1,1 1,2; 1.4", TRUE, "1.1,1.2,1.4" },
    { "scale-factor", "1,1, 1,2,", TRUE, "1.1,1.2" },
    { "svm-c", "0,1:0,4:0,1", TRUE, "0.1:0.4:0.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const VwParameterInfo *info = vw_parameter_find (cases[i].parameter);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) typed = vw_experiment_parse_typed (info, cases[i].typed,
                                                            cases[i].decimal_comma, &error);
      g_autoptr (GArray) plain = vw_experiment_parse (info, cases[i].plain, NULL);

      g_assert_no_error (error);
      g_assert_cmpmem (typed->data, typed->len * sizeof (double), plain->data,
                       plain->len * sizeof (double));
    }
}

static void
test_values_refused (void)
{
  static const char *const wrong[][2] = {
    { "edge-threshold", "0:1000" },
    { "edge-threshold", "-1:3" },
    { "edge-threshold", "0:4:0" },
    { "edge-threshold", "0:4:0.5" },
    { "edge-threshold", "0:4:-1" },
    { "edge-threshold", "0:4:x" },
    { "edge-threshold", "0:4:inf" },
    { "svm-c", "1:2:inf" },
    { "edge-threshold", "" },
    { "edge-threshold", "1,,2" },
    { "seed", "0:1000" },
    { "interpolation", "0:3" },
    { "svm-c", "1:nan" },
    { "svm-c", "1:2:1e-300" },
    { "svm-c", "1:2:3:4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vw_experiment_parse (vw_parameter_find (wrong[i][0]), wrong[i][1], &error));
      g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
      g_assert_true (g_str_has_prefix (error->message, wrong[i][0]));
    }
  g_assert_null (vw_experiment_parse_typed (vw_parameter_find ("words"), " ,; ", FALSE, NULL));
  g_assert_null (vw_experiment_parse_typed (vw_parameter_find ("words"), "10 x 30", FALSE, NULL));
}

static void
test_seeds (void)
{
  VwParameters parameters = vw_preset_default ()->parameters;
  g_autoptr (GArray) seeds = NULL;

  parameters.seed = G_MAXINT32 - 1;
  seeds = vw_experiment_seeds (&parameters, 4);
  g_assert_cmpfloat (g_array_index (seeds, double, 1), ==, G_MAXINT32);
  g_assert_cmpfloat (g_array_index (seeds, double, 2), ==, 0);
  g_assert_cmpfloat (g_array_index (seeds, double, 3), ==, 1);
}

static VwExperiment
small_experiment (const char *parameter, const GArray *values)
{
  static VwDataset *sample;
  VwExperiment experiment = { .info = vw_parameter_find (parameter),
                              .n_values = values->len,
                              .values = (const double *) values->data };

  if (sample == NULL)
    sample = vw_dataset_load ("sample", NULL, NULL);
  experiment.training.dataset = sample;
  experiment.training.parameters = vw_preset_find ("notebook")->parameters;
  experiment.training.parameters.words = 40;
  experiment.training.parameters.batch = 1024;
  return experiment;
}

/* Every trial is the training it would be alone, the one that cannot be done included. */
static void
test_trials_stand_alone (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GArray) trials = vw_trials_new ();
  g_autoptr (GArray) values
      = vw_experiment_parse (vw_parameter_find ("edge-threshold"), "31,60,20", NULL);
  VwExperiment experiment = small_experiment ("edge-threshold", values);
  g_autoptr (GError) error = NULL;

  g_assert_true (vw_experiment_run (&experiment, trainer, trials, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (trials->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const VwTrial *trial = &g_array_index (trials, VwTrial, i);
      g_autoptr (VwTrainer) alone = vw_trainer_new ();
      VwTraining training = experiment.training;
      g_autoptr (VwModel) model = NULL;

      training.parameters.edge_threshold = (int) trial->value;
      model = vw_trainer_run (alone, &training, NULL, NULL, NULL);
      if (i == 1)
        {
          g_assert_null (model);
          g_assert_null (trial->metrics);
          g_assert_error (trial->error, VW_ERROR, VW_ERROR_TRAINING);
          continue;
        }
      g_assert_cmpuint (trial->train_descriptors, ==, model->train_descriptors);
      g_assert_cmpmem (trial->metrics->confusion, 100 * sizeof (guint), model->metrics->confusion,
                       100 * sizeof (guint));
    }
}

typedef struct {
  guint calls, keypoint_calls;
  guint most_done;
  GCancellable *cancellable;
} Watch;

static void
watch (guint n_done, const VwTrainingProgress *progress, gpointer data)
{
  Watch *self = data;

  self->calls++;
  self->keypoint_calls
      += progress->stage == VW_STAGE_KEYPOINTS && !progress->stages[VW_STAGE_KEYPOINTS].reused;
  self->most_done = MAX (self->most_done, n_done);
  if (self->cancellable != NULL && n_done == 2)
    g_cancellable_cancel (self->cancellable);
}

static void
test_early_stages_are_reused (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GArray) trials = vw_trials_new (), more = vw_trials_new ();
  g_autoptr (GArray) seeds = NULL;
  VwParameters parameters = vw_preset_default ()->parameters;
  VwExperiment experiment;
  Watch first = { 0 }, second = { 0 };

  seeds = vw_experiment_seeds (&parameters, 3);
  experiment = small_experiment ("seed", seeds);
  experiment.progress = watch;
  experiment.progress_data = &first;
  g_assert_true (vw_experiment_run (&experiment, trainer, trials, NULL));
  g_assert_cmpuint (first.most_done, ==, 3); /* told of the last one too */
  g_assert_cmpuint (first.keypoint_calls, >, 0);
  experiment.progress_data = &second;
  g_assert_true (vw_experiment_run (&experiment, trainer, more, NULL));
  g_assert_cmpuint (second.calls, >, 0);
  g_assert_cmpuint (second.keypoint_calls, ==, 0);
}

static void
test_cancel_keeps_what_is_done (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GArray) trials = vw_trials_new ();
  g_autoptr (GArray) values = vw_experiment_parse (vw_parameter_find ("svm-c"), "1:9:1", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VwExperiment experiment = small_experiment ("svm-c", values);
  Watch watching = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  experiment.training.cancellable = cancellable;
  experiment.progress = watch;
  experiment.progress_data = &watching;
  g_assert_false (vw_experiment_run (&experiment, trainer, trials, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (trials->len, ==, 2);
}

/* Against NumPy's mean and standard deviation of the sample. */
static void
test_summary (void)
{
  g_autoptr (GArray) trials = vw_trials_new ();
  const guint right[] = { 7, 9, 4, 10 };
  VwTrial failed = { .error = g_error_new_literal (VW_ERROR, VW_ERROR_TRAINING, "none") };
  g_autofree char *printed
      = test_python ("import numpy\nx = numpy.array([7, 9, 4, 10]) / 10\n"
                     "print(repr(float(x.mean())), repr(float(x.std(ddof=1))))\n",
                     NULL);
  VwSummary summary;
  char *next = printed;

  g_array_append_val (trials, failed);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      VwTrial trial = { .metrics = vw_metrics_new (2) };

      for (guint image = 0; image < 10; image++)
        vw_metrics_add (trial.metrics, 0, image < right[i] ? 0 : 1);
      g_array_append_val (trials, trial);
    }
  summary = vw_trials_accuracy (trials, VW_POPULATION_ALL);
  g_assert_cmpuint (summary.n, ==, 4);
  g_assert_cmpfloat (summary.least, ==, .4);
  g_assert_cmpfloat (summary.most, ==, 1);
  if (printed == NULL)
    return;
  g_assert_cmpfloat (fabs (summary.mean - g_ascii_strtod (next, &next)), <, 1e-12);
  g_assert_cmpfloat (fabs (summary.deviation - g_ascii_strtod (next, NULL)), <, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/experiment/values", test_values);
  g_test_add_func ("/experiment/values-typed", test_values_typed);
  g_test_add_func ("/experiment/values-refused", test_values_refused);
  g_test_add_func ("/experiment/seeds", test_seeds);
  g_test_add_func ("/experiment/alone", test_trials_stand_alone);
  g_test_add_func ("/experiment/reuse", test_early_stages_are_reused);
  g_test_add_func ("/experiment/cancel", test_cancel_keeps_what_is_done);
  g_test_add_func ("/experiment/summary", test_summary);
  return g_test_run ();
}

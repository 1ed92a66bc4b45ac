/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An experiment off the main thread: trials arrive, cancelling keeps them, and the trainer is shared. */
#include "app/experiment-job.h"

#include "app/loader.h"
#include "core/experiment.h"

typedef struct {
  GMainLoop *loop;
  VwSession *session;
  VwTrainingJob *training;
  VwExperimentJob *experiment;
  guint stop_at; /* trials; 0 to wait for the end */
  double last_fraction;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VwLoader) loader = NULL;
  VwParameters parameters;

  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->session = vw_session_new ();
  fixture->training = vw_training_job_new (fixture->session);
  fixture->experiment = vw_experiment_job_new (fixture->session, fixture->training);
  loader = vw_loader_new (fixture->session);
  g_signal_connect_swapped (loader, "loaded", G_CALLBACK (g_main_loop_quit), fixture->loop);
  vw_loader_open (loader, NULL);
  g_main_loop_run (fixture->loop);
  parameters = *vw_session_get_parameters (fixture->session);
  parameters.max_train = 600;
  parameters.words = 20;
  vw_session_set_parameters (fixture->session, &parameters);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->experiment);
  g_object_unref (fixture->training);
  g_object_unref (fixture->session);
  g_main_loop_unref (fixture->loop);
}

static void
on_progress (Fixture *fixture)
{
  const VwOutcome *outcome = vw_experiment_job_get_outcome (fixture->experiment);
  double fraction = vw_experiment_job_get_fraction (fixture->experiment);

  g_assert_cmpfloat (fraction, >=, fixture->last_fraction);
  g_assert_cmpfloat (fraction, <=, 1 + 1e-9);
  g_assert_cmpfloat (vw_experiment_job_get_remaining (fixture->experiment), >=, -1e-9);
  fixture->last_fraction = fraction;
  if (fixture->stop_at > 0 ? outcome->trials->len >= fixture->stop_at
                           : !vw_experiment_job_is_running (fixture->experiment))
    g_main_loop_quit (fixture->loop);
}

static void
start (Fixture *fixture, const char *parameter, const char *text)
{
  const VwParameterInfo *info = vw_parameter_find (parameter);
  g_autoptr (GArray) values = vw_experiment_parse (info, text, NULL);

  fixture->last_fraction = 0;
  g_signal_handlers_disconnect_by_data (fixture->experiment, fixture);
  g_assert_true (vw_experiment_job_start (fixture->experiment, info, values));
  g_signal_connect_swapped (fixture->experiment, "progress", G_CALLBACK (on_progress), fixture);
}

static void
run (Fixture *fixture, const char *parameter, const char *text)
{
  start (fixture, parameter, text);
  g_main_loop_run (fixture->loop);
}

/* What arrives is what the core finds by itself; a value that cannot be trained with is a trial too. */
static void
test_trials_arrive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) values
      = vw_experiment_parse (vw_parameter_find ("edge-threshold"), "31,100,10", NULL);
  g_autoptr (GArray) trials = vw_trials_new ();
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwExperiment experiment = { .info = vw_parameter_find ("edge-threshold"), .n_values = 3,
                              .values = (const double *) values->data };
  const VwOutcome *outcome;

  run (fixture, "edge-threshold", "31,100,10");
  outcome = vw_experiment_job_get_outcome (fixture->experiment);
  experiment.training.dataset = vw_session_get_dataset (fixture->session);
  experiment.training.parameters = *vw_session_get_parameters (fixture->session);
  g_assert_true (vw_experiment_run (&experiment, trainer, trials, NULL));
  g_assert_false (vw_experiment_job_is_running (fixture->experiment));
  g_assert_cmpuint (outcome->trials->len, ==, 3);
  g_assert_cmpfloat (fixture->last_fraction, >, .999);
  for (guint i = 0; i < 3; i++)
    {
      const VwTrial *found = &g_array_index (outcome->trials, VwTrial, i);
      const VwTrial *expected = &g_array_index (trials, VwTrial, i);

      g_assert_cmpfloat (found->value, ==, g_array_index (values, double, i));
      g_assert_cmpuint (found->train_descriptors, ==, expected->train_descriptors);
      g_assert_cmpint (found->metrics == NULL, ==, i == 1);
      if (i == 1)
        g_assert_cmpstr (found->error->message, ==, expected->error->message);
      else
        g_assert_cmpfloat (vw_metrics_accuracy (found->metrics, VW_POPULATION_ALL), ==,
                           vw_metrics_accuracy (expected->metrics, VW_POPULATION_ALL));
    }
  g_assert_cmpint (vw_outcome_best (outcome), ==, 2);
  g_assert_null (vw_session_get_model (fixture->session));
}

static void
test_cancel_keeps (Fixture *fixture, gconstpointer data)
{
  const VwOutcome *outcome;
  guint n;

  fixture->stop_at = 2;
  run (fixture, "words", "10:400:10");
  vw_experiment_job_cancel (fixture->experiment);
  g_assert_false (vw_experiment_job_is_running (fixture->experiment));
  outcome = vw_experiment_job_get_outcome (fixture->experiment);
  n = outcome->trials->len;
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <, outcome->values->len);
  g_usleep (G_USEC_PER_SEC / 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (outcome->trials->len, ==, n);
  g_assert_cmpuint (outcome->values->len, ==, 40);
  /* The next one starts at once, though the worker may still be letting go. */
  fixture->stop_at = 0;
  run (fixture, "svm-c", "1,2");
  g_assert_cmpuint (vw_experiment_job_get_outcome (fixture->experiment)->trials->len, ==, 2);
}

/* One trainer for both: neither runs while the other does, and each finds what the other made. */
static void
test_trainer_is_shared (Fixture *fixture, gconstpointer data)
{
  const VwParameterInfo *info = vw_parameter_find ("words");
  g_autoptr (GArray) values = vw_experiment_parse (info, "20,30", NULL);
  VwParameters parameters;
  double fresh;

  g_signal_connect_swapped (fixture->training, "trained", G_CALLBACK (g_main_loop_quit),
                            fixture->loop);
  fresh = vw_experiment_job_estimate (fixture->experiment, info, values);
  vw_training_job_start (fixture->training);
  g_assert_false (vw_experiment_job_can_start (fixture->experiment));
  g_assert_false (vw_experiment_job_start (fixture->experiment, info, values));
  g_assert_null (vw_experiment_job_get_outcome (fixture->experiment));
  g_main_loop_run (fixture->loop);
  g_assert_true (vw_experiment_job_can_start (fixture->experiment));
  g_assert_cmpfloat (vw_experiment_job_estimate (fixture->experiment, info, values), <, fresh);

  start (fixture, "words", "20,30");
  vw_training_job_start (fixture->training);
  g_assert_false (vw_training_job_is_running (fixture->training));
  g_main_loop_run (fixture->loop);
  g_assert_true (vw_training_job_has_kept (fixture->training, VW_STAGE_KEYPOINTS));
  g_assert_false (vw_training_job_has_kept (fixture->training, VW_STAGE_VOCABULARY));
  parameters = *vw_session_get_parameters (fixture->session);
  parameters.words = 30;
  vw_session_set_parameters (fixture->session, &parameters);
  g_assert_true (vw_training_job_has_kept (fixture->training, VW_STAGE_EVALUATION));
  vw_training_job_start (fixture->training);
  g_main_loop_run (fixture->loop);
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    g_assert_true (vw_training_job_get_records (fixture->training)[stage].reused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/experiment/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("trials-arrive", test_trials_arrive);
  ADD ("cancel-keeps", test_cancel_keeps);
  ADD ("trainer-is-shared", test_trainer_is_shared);
#undef ADD
  return g_test_run ();
}

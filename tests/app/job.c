/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs deliver the latest wish only, and training keeps what it had. */
#include "app/job.h"

#include "app/loader.h"
#include "app/training-job.h"
#include "core/priority.h"

typedef struct {
  GMainLoop *loop;
  GPtrArray *results;
  GError *error;
} Outcome;

static Outcome
outcome_new (void)
{
  return (Outcome){ g_main_loop_new (NULL, FALSE), g_ptr_array_new_with_free_func (g_free), NULL };
}

static void
outcome_clear (Outcome *self)
{
  g_main_loop_unref (self->loop);
  g_ptr_array_unref (self->results);
  g_clear_error (&self->error);
}

/* Waits for cancelling when told to, and returns a copy of its input. */
static gpointer
echo (gpointer input, const VwTask *task, GError **error)
{
  for (int i = 0; i < 1000 && g_str_equal (input, "slow"); i++)
    {
      vw_task_report (task, i / 1000.0);
      if (vw_task_cancelled (task, error))
        return NULL;
      g_usleep (1000);
    }
  if (g_str_equal (input, "fail"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "as told");
      return NULL;
    }
  return g_strdup (input);
}

static void
note_result (gpointer result, const GError *error, gpointer data)
{
  Outcome *outcome = data;

  if (error != NULL)
    outcome->error = g_error_copy (error);
  else
    g_ptr_array_add (outcome->results, result);
  g_main_loop_quit (outcome->loop);
}

static void
start (VwJob *job, const char *input, Outcome *outcome)
{
  const VwJobWork work = { echo, g_strdup (input), g_free, g_free, note_result, outcome };

  vw_job_start (job, &work);
}

static void
test_latest_only (void)
{
  g_autoptr (VwJob) job = vw_job_new ();
  Outcome outcome = outcome_new ();

  start (job, "slow", &outcome);
  start (job, "first", &outcome);
  start (job, "second", &outcome);
  g_assert_true (vw_job_is_running (job));
  g_main_loop_run (outcome.loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (vw_job_is_running (job));
  g_assert_cmpuint (outcome.results->len, ==, 1);
  g_assert_cmpstr (outcome.results->pdata[0], ==, "second");
  outcome_clear (&outcome);
}

static void
test_failure (void)
{
  g_autoptr (VwJob) job = vw_job_new ();
  Outcome outcome = outcome_new ();

  start (job, "fail", &outcome);
  g_main_loop_run (outcome.loop);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (outcome.results->len, ==, 0);
  outcome_clear (&outcome);
}

static gboolean
leave (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
count (gpointer object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static gpointer
tell_niceness (gpointer input, const VwTask *task, GError **error)
{
  return g_strdup_printf ("%d", vw_priority_niceness ());
}

/* A job leaves the processor to the window. */
static void
test_priority (void)
{
  g_autoptr (VwJob) job = vw_job_new ();
  Outcome outcome = outcome_new ();
  int own = vw_priority_niceness ();
  g_autofree char *expected = g_strdup_printf ("%d", MAX (own, VW_PRIORITY_BACKGROUND));

#ifndef __linux__
  g_test_skip ("threads have no niceness of their own");
  return;
#endif
  vw_job_start (job, &(VwJobWork){ .run = tell_niceness, .free_result = g_free,
                                   .done = note_result, .data = &outcome });
  g_main_loop_run (outcome.loop);
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.results->pdata[0], ==, expected);
  g_assert_cmpint (vw_priority_niceness (), ==, own);
  outcome_clear (&outcome);
}

static void
test_cancel_and_pace (void)
{
  g_autoptr (VwJob) job = vw_job_new ();
  Outcome outcome = outcome_new ();
  guint told = 0;

  g_signal_connect (job, "notify::fraction", G_CALLBACK (count), &told);
  start (job, "slow", &outcome);
  g_timeout_add (350, leave, outcome.loop);
  g_main_loop_run (outcome.loop);
  g_assert_cmpuint (told, >=, 2);
  g_assert_cmpuint (told, <=, 5); /* the start and 10 a second */
  vw_job_cancel (job);
  g_assert_false (vw_job_is_running (job));
  g_timeout_add (150, leave, outcome.loop);
  g_main_loop_run (outcome.loop);
  g_assert_cmpuint (outcome.results->len, ==, 0);
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
}

static void
quit_loop (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
load_sample (VwSession *session, GMainLoop *loop)
{
  g_autoptr (VwLoader) loader = vw_loader_new (session);

  g_signal_connect_swapped (loader, "loaded", G_CALLBACK (quit_loop), loop);
  vw_loader_open (loader, NULL);
  g_main_loop_run (loop);
  g_assert_nonnull (vw_session_get_dataset (session));
}

/* A run that is cancelled at once leaves the model; a second run finds its stages kept. */
static void
test_training (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwTrainingJob) training = vw_training_job_new (session);
  VwParameters parameters = *vw_session_get_parameters (session);
  g_autoptr (VwModel) model = NULL;

  load_sample (session, loop);
  parameters.max_train = 600;
  parameters.words = 20;
  vw_session_set_parameters (session, &parameters);
  g_signal_connect_swapped (training, "trained", G_CALLBACK (quit_loop), loop);
  g_assert_false (vw_training_job_has_kept (training, VW_STAGE_KEYPOINTS));
  g_assert_cmpfloat (vw_training_job_get_made (training, VW_STAGE_KEYPOINTS), ==, 0);
  vw_training_job_start (training);
  g_main_loop_run (loop);
  model = vw_model_ref (vw_session_get_model (session));
  g_assert_nonnull (vw_session_get_predictions (session));
  g_assert_true (vw_training_job_has_kept (training, VW_STAGE_EVALUATION));
  g_assert_cmpfloat (vw_training_job_get_made (training, VW_STAGE_KEYPOINTS), ==,
                     model->train_descriptors);

  parameters.svm_c = 2;
  vw_session_set_parameters (session, &parameters);
  g_assert_true (vw_training_job_has_kept (training, VW_STAGE_HISTOGRAMS));
  g_assert_false (vw_training_job_has_kept (training, VW_STAGE_CLASSIFIER));
  vw_training_job_start (training);
  vw_training_job_cancel (training);
  g_assert_false (vw_training_job_is_running (training));
  g_assert_true (vw_session_get_model (session) == model);

  vw_training_job_start (training);
  g_main_loop_run (loop);
  g_assert_true (vw_session_get_model (session) != model);
  g_assert_true (vw_training_job_get_records (training)[VW_STAGE_KEYPOINTS].reused);
  g_assert_true (vw_training_job_has_kept (training, VW_STAGE_KEYPOINTS));
  g_assert_cmpfloat (vw_training_job_get_fraction (training), >, 0.9);

  vw_training_job_start (training);
  g_main_loop_run (loop);
  g_assert_true (vw_training_job_get_records (training)[VW_STAGE_EVALUATION].reused);
  g_assert_cmpfloat (vw_training_job_get_fraction (training), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/latest-only", test_latest_only);
  g_test_add_func ("/job/failure", test_failure);
  g_test_add_func ("/job/cancel-and-pace", test_cancel_and_pace);
  g_test_add_func ("/job/priority", test_priority);
  g_test_add_func ("/job/training", test_training);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parallel.h"
#include "core/priority.h"
#include "core/random.h"

#include <grp.h>
#include <sys/resource.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct {
  guint8 touched[1000];
  gint calls;
  GCancellable *cancel_after_three;
} Work;

static gboolean
touch (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Work *work = data;

  g_assert_cmpuint (begin, ==, chunk * 7);
  for (gsize i = begin; i < end; i++)
    work->touched[i]++;
  if (g_atomic_int_add (&work->calls, 1) == 2 && work->cancel_after_three != NULL)
    g_cancellable_cancel (work->cancel_after_three);
  return TRUE;
}

static void
rising (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_every_item_once (void)
{
  for (guint threads = 1; threads <= 9; threads += 4)
    {
      Work work = { 0 };
      double last = 0;
      VwTask task = { threads, rising, &last, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_true (vw_parallel_run (&task, 1000, 7, touch, &work, &error));
      g_assert_no_error (error);
      for (guint i = 0; i < 1000; i++)
        g_assert_cmpuint (work.touched[i], ==, 1);
      g_assert_cmpfloat (last, ==, 1.0);
    }
}

static void
test_nothing_to_do (void)
{
  g_assert_true (vw_parallel_run (NULL, 0, 7, touch, NULL, NULL));
  g_assert_cmpuint (vw_parallel_chunks (0, 7), ==, 0);
  g_assert_cmpuint (vw_parallel_chunks (7, 7), ==, 1);
  g_assert_cmpuint (vw_parallel_chunks (8, 7), ==, 2);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Work work = { .cancel_after_three = cancellable };
  VwTask task = { 2, NULL, NULL, cancellable };

  g_assert_false (vw_parallel_run (&task, 1000, 7, touch, &work, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (work.calls, <=, 5);
}

/* A machine that is short of threads, as a container with a limit is: the caller works alone. Root
   has no limit, so this is somebody else. */
static void
test_no_threads (void)
{
  const struct rlimit limit = { 1, 1 };
  VwTask task = { 4, NULL, NULL, NULL };
  Work work = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 20 * G_TIME_SPAN_SECOND, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  if (geteuid () == 0
      && (setgroups (0, NULL) != 0 || setresgid (NOBODY, NOBODY, NOBODY) != 0
          || setresuid (NOBODY, NOBODY, NOBODY) != 0))
    return; /* nor is there a way to be anybody else */
  setrlimit (RLIMIT_NPROC, &limit);
  g_assert_true (vw_parallel_run (&task, 1000, 7, touch, &work, NULL));
  g_assert_cmpint (work.calls, ==, 143);
  _exit (0); /* a sanitizer would like a thread at the end, too */
}

static gboolean
fail_from_five (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  if (chunk < 5)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "chunk %" G_GSIZE_FORMAT, chunk);
  return FALSE;
}

static void
test_first_error_wins (void)
{
  for (guint i = 0; i < 50; i++)
    {
      VwTask task = { 4, NULL, NULL, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (vw_parallel_run (&task, 100, 1, fail_from_five, NULL, &error));
      g_assert_cmpstr (error->message, ==, "chunk 5");
    }
}

/* A chunk takes long enough for every thread to have some. */
static gboolean
note_niceness (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  int *niceness = data;

  niceness[chunk] = vw_priority_niceness ();
  g_usleep (2000);
  return TRUE;
}

static gpointer
work_in_the_background (gpointer data)
{
  const VwTask task = { .threads = 4 };

  vw_priority_lower (VW_PRIORITY_BACKGROUND);
  vw_priority_lower (1); /* never back */
  g_assert_true (vw_parallel_run (&task, 64, 1, note_niceness, data, NULL));
  return NULL;
}

/* Helpers have no higher priority than who calls them, and the caller of a thread keeps its own. */
static void
test_priority (void)
{
  int own = vw_priority_niceness (), niceness[64];

#ifndef __linux__
  g_test_skip ("threads have no niceness of their own");
  return;
#endif
  if (own > VW_PRIORITY_BACKGROUND)
    {
      g_test_skip ("run with less priority than background work");
      return;
    }
  g_thread_join (g_thread_new ("background", work_in_the_background, niceness));
  for (guint i = 0; i < G_N_ELEMENTS (niceness); i++)
    g_assert_cmpint (niceness[i], ==, VW_PRIORITY_BACKGROUND);
  g_assert_cmpint (vw_priority_niceness (), ==, own);
}

static void
test_subtask (void)
{
  double last = 0;
  VwTask parent = { 2, rising, &last, NULL };
  VwSubtask part;

  vw_task_report (vw_subtask_init (&part, &parent, 0.5, 1.0), 0.5);
  g_assert_cmpfloat (last, ==, 0.75);
  vw_task_report (vw_subtask_init (&part, NULL, 0, 1), 0.5);
}

static void
test_random_is_fixed_and_fair (void)
{
  VwRandom a, b;
  guint counts[10] = { 0 };
  double sum = 0;

  vw_random_init (&a, 42);
  vw_random_init (&b, 42);
  for (guint i = 0; i < 100000; i++)
    {
      guint32 n = vw_random_below (&a, 10);

      g_assert_cmpuint (n, ==, vw_random_below (&b, 10));
      counts[n]++;
    }
  for (guint i = 0; i < 10; i++) /* within 5 standard deviations */
    g_assert_cmpint (ABS ((int) counts[i] - 10000), <, 475);
  for (guint i = 0; i < 100000; i++)
    sum += vw_random_unit (&a);
  g_assert_cmpfloat_with_epsilon (sum / 100000, 0.5, 0.005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/every-item-once", test_every_item_once);
  g_test_add_func ("/parallel/nothing", test_nothing_to_do);
  g_test_add_func ("/parallel/cancel", test_cancel);
  g_test_add_func ("/parallel/no-threads", test_no_threads);
  g_test_add_func ("/parallel/first-error", test_first_error_wins);
  g_test_add_func ("/parallel/priority", test_priority);
  g_test_add_func ("/parallel/subtask", test_subtask);
  g_test_add_func ("/random/fixed-and-fair", test_random_is_fixed_and_fair);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, training and cancelling again and again leaves nothing behind: neither memory nor file
 * handles nor threads. VW_CYCLES says how often; a check has time for few. */
#include "app/loader.h"
#include "app/training-job.h"
#include "core/presets.h"

#include <malloc.h>
#include <stdlib.h>

#define FEW_CYCLES 40
#define WARM_UP 15   /* cycles until caches, pools and the allocator are as large as they get */
#define EVERY_DONE 5 /* one in so many trainings is not cancelled */
#define GROWTH 0.5   /* MB a hundred cycles may add: less than a single sample */
#define SLACK 8.0    /* MB that the allocator may be apart from one look to the next */

typedef struct {
  double megabytes; /* in use, as the allocator counts them */
  guint handles, threads;
} Usage;

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Once a worker that was told to stop has. */
static Usage
look (void)
{
  struct mallinfo2 info;

  for (guint i = 0; i < 20; i++)
    {
      g_usleep (50000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  info = mallinfo2 ();
  return (Usage){ (info.uordblks + info.hblkhd) / 1e6, count_entries ("/proc/self/fd"),
                  count_entries ("/proc/self/task") };
}

static void
wait_for_loader (VwLoader *loader)
{
  while (vw_loader_is_loading (loader))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
cancel (gpointer training)
{
  vw_training_job_cancel (training);
  return G_SOURCE_REMOVE;
}

static void
run_cycle (VwSession *session, VwLoader *loader, VwTrainingJob *training, guint cycle, GRand *rand)
{
  VwParameters parameters = *vw_session_get_parameters (session);
  guint timeout = 0;

  vw_loader_open (loader, NULL);
  wait_for_loader (loader);
  parameters.seed = cycle; /* or its stages would be those of the last cycle */
  parameters.fast_threshold = 20 + cycle % 3;
  vw_session_set_parameters (session, &parameters);
  vw_training_job_start (training);
  g_assert_true (vw_training_job_is_running (training));
  if (cycle % EVERY_DONE != 0)
    timeout = g_timeout_add (g_rand_int_range (rand, 0, 300), cancel, training);
  while (vw_training_job_is_running (training))
    g_main_context_iteration (NULL, TRUE);
  if (timeout != 0 && g_main_context_find_source_by_id (NULL, timeout) != NULL)
    g_source_remove (timeout);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_cycles (void)
{
  const char *wanted = g_getenv ("VW_CYCLES");
  guint n = wanted != NULL ? strtoul (wanted, NULL, 10) : FEW_CYCLES;
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwLoader) loader = vw_loader_new (session);
  g_autoptr (VwTrainingJob) training = vw_training_job_new (session);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Usage before = { 0 }, after;
  VwParameters parameters = vw_preset_find ("notebook")->parameters;

  vw_session_set_parameters (session, &parameters);
  for (guint cycle = 0; cycle < n; cycle++)
    {
      if (cycle == WARM_UP)
        before = look ();
      run_cycle (session, loader, training, cycle, rand);
    }
  after = look ();
  g_test_message ("%u cycles: %.1f → %.1f MB, %u → %u handles, %u → %u threads", n,
                  before.megabytes, after.megabytes, before.handles, after.handles, before.threads,
                  after.threads);
  g_assert_cmpfloat (after.megabytes, <, before.megabytes + SLACK + GROWTH * n / 100);
  g_assert_cmpuint (after.handles, <=, before.handles);
  g_assert_cmpuint (after.threads, <=, before.threads + 2); /* GLib's pool keeps some for a while */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/endurance/cycles", test_cycles);
  return g_test_run ();
}

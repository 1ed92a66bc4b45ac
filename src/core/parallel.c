/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parallel.h"

#include "core/priority.h"

/* Shared by the caller and its helpers; the last to leave frees it. */
typedef struct {
  gatomicrefcount refs;
  const VwTask *task;
  gsize n_items, chunk_size, n_chunks;
  VwChunkFunc work;
  gpointer data;
  int niceness; /* of the caller's thread */

  gsize next; /* atomic: the next chunk to take */
  gsize done; /* atomic: chunks finished */
  gint stop;  /* atomic: take no further chunk */

  GMutex lock; /* guards what is below */
  GCond idle;
  guint running;   /* helpers at work */
  gboolean closed; /* a helper that comes now is too late */
  GError *error;
  gsize failed_chunk;
} Run;

gsize
vw_parallel_chunks (gsize n_items, gsize chunk_size)
{
  return n_items / chunk_size + (n_items % chunk_size != 0);
}

guint
vw_task_threads (const VwTask *task)
{
  return task != NULL && task->threads > 0 ? task->threads : g_get_num_processors ();
}

void
vw_task_report (const VwTask *task, double fraction)
{
  if (task != NULL && task->progress != NULL)
    task->progress (CLAMP (fraction, 0.0, 1.0), task->progress_data);
}

gboolean
vw_task_cancelled (const VwTask *task, GError **error)
{
  return task != NULL && g_cancellable_set_error_if_cancelled (task->cancellable, error);
}

static void
subtask_progress (double fraction, gpointer data)
{
  const VwSubtask *self = data;

  vw_task_report (self->parent, self->from + (self->to - self->from) * fraction);
}

const VwTask *
vw_subtask_init (VwSubtask *self, const VwTask *parent, double from, double to)
{
  *self = (VwSubtask){ .parent = parent, .from = from, .to = to };
  if (parent != NULL)
    self->task = (VwTask){ parent->threads, subtask_progress, self, parent->cancellable };
  return &self->task;
}

static void
keep_first_error (Run *run, gsize chunk, GError *error)
{
  g_mutex_lock (&run->lock);
  if (run->error == NULL || chunk < run->failed_chunk)
    {
      g_clear_error (&run->error);
      run->error = g_steal_pointer (&error);
      run->failed_chunk = chunk;
    }
  g_mutex_unlock (&run->lock);
  g_clear_error (&error);
  g_atomic_int_set (&run->stop, TRUE);
}

static gboolean
work_one_chunk (Run *run)
{
  g_autoptr (GError) error = NULL;
  gsize chunk, begin;

  if (g_atomic_int_get (&run->stop))
    return FALSE;
  chunk = g_atomic_pointer_add (&run->next, 1);
  if (chunk >= run->n_chunks)
    return FALSE;
  if (vw_task_cancelled (run->task, NULL))
    {
      g_atomic_int_set (&run->stop, TRUE);
      return FALSE;
    }
  begin = chunk * run->chunk_size;
  if (!run->work (chunk, begin, MIN (run->n_items, begin + run->chunk_size), run->data, &error))
    keep_first_error (run, chunk, g_steal_pointer (&error));
  g_atomic_pointer_add (&run->done, 1);
  return TRUE;
}

static void
run_unref (Run *run)
{
  if (!g_atomic_ref_count_dec (&run->refs))
    return;
  g_mutex_clear (&run->lock);
  g_cond_clear (&run->idle);
  g_clear_error (&run->error);
  g_free (run);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_unref)

static gboolean
enter (Run *run)
{
  gboolean closed;

  g_mutex_lock (&run->lock);
  closed = run->closed;
  run->running += !closed;
  g_mutex_unlock (&run->lock);
  return !closed;
}

static void
leave (Run *run)
{
  g_mutex_lock (&run->lock);
  run->running--;
  g_cond_signal (&run->idle);
  g_mutex_unlock (&run->lock);
}

static void
helper_thread (gpointer data, gpointer unused)
{
  g_autoptr (Run) run = data;

  if (!enter (run))
    return;
  vw_priority_lower (run->niceness);
  while (work_one_chunk (run))
    ;
  leave (run);
}

/* One pool for the process, its threads shared with GLib's other pools. NULL where newer GLib could not
 * start a thread for it; the next run tries again. */
static GThreadPool *
get_pool (void)
{
  static GMutex lock;
  static GThreadPool *pool;

  g_mutex_lock (&lock);
  if (pool == NULL)
    pool = g_thread_pool_new (helper_thread, NULL, -1, FALSE, NULL);
  g_mutex_unlock (&lock);
  return pool;
}

/* Fewer than wanted will do: without a thread for it a helper stays in the pool's queue, and nobody
 * waits for it. */
static void
start_helpers (Run *run)
{
  guint wanted = MIN (vw_task_threads (run->task), run->n_chunks);
  GThreadPool *pool = wanted > 1 ? get_pool () : NULL;
  gboolean started = pool != NULL;

  for (guint i = 1; started && i < wanted; i++)
    {
      g_atomic_ref_count_inc (&run->refs);
      started = g_thread_pool_push (pool, run, NULL);
    }
}

static void
wait_for_helpers (Run *run)
{
  g_mutex_lock (&run->lock);
  run->closed = TRUE;
  while (run->running > 0)
    g_cond_wait (&run->idle, &run->lock);
  g_mutex_unlock (&run->lock);
}

gboolean
vw_parallel_run (const VwTask *task, gsize n_items, gsize chunk_size, VwChunkFunc work,
                 gpointer data, GError **error)
{
  g_autoptr (Run) run = NULL;

  g_return_val_if_fail (chunk_size > 0, FALSE);
  if (vw_task_cancelled (task, error))
    return FALSE;
  run = g_new (Run, 1);
  *run = (Run){ .task = task, .n_items = n_items, .chunk_size = chunk_size, .work = work,
                .data = data, .n_chunks = vw_parallel_chunks (n_items, chunk_size),
                .niceness = vw_priority_niceness () };
  g_atomic_ref_count_init (&run->refs);
  g_mutex_init (&run->lock);
  g_cond_init (&run->idle);
  start_helpers (run);
  while (work_one_chunk (run))
    vw_task_report (task, (double) (gsize) g_atomic_pointer_get (&run->done) / run->n_chunks);
  wait_for_helpers (run);

  if (run->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&run->error));
      return FALSE;
    }
  if (run->done < run->n_chunks)
    return !vw_task_cancelled (task, error);
  vw_task_report (task, 1.0);
  return TRUE;
}

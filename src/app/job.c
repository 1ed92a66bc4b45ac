/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/job.h"

#include "core/priority.h"

#define TELL_INTERVAL (100 * G_TIME_SPAN_MILLISECOND)

/* One start of a job; shared by the main thread and the worker. */
typedef struct {
  gatomicrefcount refs;
  VwJob *job; /* whose latest run this is; NULL once it is not. Main thread only */
  VwJobWork work;
  GCancellable *cancellable;

  GMutex lock; /* guards what is below */
  double fraction;
  gint64 next_tell;
  gboolean pending;
} Run;

struct _VwJob {
  GObject parent_instance;

  Run *run;
  double fraction;
};

enum { PROP_RUNNING = 1, PROP_FRACTION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VwJob, vw_job, G_TYPE_OBJECT)

static Run *
run_ref (Run *run)
{
  g_atomic_ref_count_inc (&run->refs);
  return run;
}

static void
run_unref (Run *run)
{
  if (!g_atomic_ref_count_dec (&run->refs))
    return;
  if (run->work.free_input != NULL)
    run->work.free_input (run->work.input);
  g_object_unref (run->cancellable);
  g_mutex_clear (&run->lock);
  g_free (run);
}

VwJob *
vw_job_new (void)
{
  return g_object_new (VW_TYPE_JOB, NULL);
}

static void
set_fraction (VwJob *self, double fraction)
{
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static gboolean
tell_progress (gpointer data)
{
  Run *run = data;
  double fraction;

  g_mutex_lock (&run->lock);
  fraction = run->fraction;
  run->pending = FALSE;
  g_mutex_unlock (&run->lock);
  if (run->job != NULL)
    set_fraction (run->job, fraction);
  return G_SOURCE_REMOVE;
}

/* On the worker. */
static void
note_progress (double fraction, gpointer data)
{
  Run *run = data;
  gint64 now = g_get_monotonic_time ();

  g_mutex_lock (&run->lock);
  run->fraction = fraction;
  if (!run->pending && now >= run->next_tell)
    {
      run->pending = TRUE;
      run->next_tell = now + TELL_INTERVAL;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_progress, run_ref (run),
                       (GDestroyNotify) run_unref);
    }
  g_mutex_unlock (&run->lock);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  VwTask core_task = { 0, note_progress, run, cancellable };
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  vw_priority_lower (VW_PRIORITY_BACKGROUND); /* the window and the display go first */
  result = run->work.run (run->work.input, &core_task, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, run->work.free_result);
}

static void
forget_run (VwJob *self)
{
  self->run->job = NULL;
  g_clear_pointer (&self->run, run_unref);
}

static void
finish (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VwJob) self = VW_JOB (g_object_ref (source));
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  VwJobWork finished = run->work;
  gpointer product;

  if (run->job == NULL)
    return; /* the task frees the result that nobody waits for */
  product = g_task_propagate_pointer (G_TASK (result), &error);
  forget_run (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  finished.done (product, error, finished.data);
}

void
vw_job_start (VwJob *self, const VwJobWork *job_work)
{
  g_autoptr (GTask) task = NULL;
  Run *run = g_new0 (Run, 1);

  g_return_if_fail (VW_IS_JOB (self));
  vw_job_cancel (self);
  g_atomic_ref_count_init (&run->refs);
  g_mutex_init (&run->lock);
  run->job = self;
  run->work = *job_work;
  run->cancellable = g_cancellable_new ();
  self->run = run;
  set_fraction (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);

  task = g_task_new (self, run->cancellable, finish, NULL);
  g_task_set_name (task, "VwJob");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run_ref (run), (GDestroyNotify) run_unref);
  g_task_run_in_thread (task, work);
}

void
vw_job_cancel (VwJob *self)
{
  g_return_if_fail (VW_IS_JOB (self));
  if (self->run == NULL)
    return;
  g_cancellable_cancel (self->run->cancellable);
  forget_run (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

gboolean
vw_job_is_running (VwJob *self)
{
  g_return_val_if_fail (VW_IS_JOB (self), FALSE);
  return self->run != NULL;
}

double
vw_job_get_fraction (VwJob *self)
{
  g_return_val_if_fail (VW_IS_JOB (self), 0);
  return self->fraction;
}

static void
vw_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VwJob *self = VW_JOB (object);

  if (id == PROP_RUNNING)
    g_value_set_boolean (value, vw_job_is_running (self));
  else if (id == PROP_FRACTION)
    g_value_set_double (value, self->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_job_class_init (VwJobClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vw_job_get_property;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vw_job_init (VwJob *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/class-watch.h"

#include "app/job.h"

/* What the averages are of. */
typedef struct {
  gatomicrefcount refs;
  VwDataset *dataset;
  VwSplit split;
  VwParameters parameters;
} Wish;

struct _VwClassWatch {
  GObject parent_instance;

  VwSession *session;
  VwJob *job;
  Wish *wanted; /* NULL without data */
  VwClassAverages *averages;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwClassWatch, vw_class_watch, G_TYPE_OBJECT)

static Wish *
wish_new (VwSession *session)
{
  Wish *wish = g_new0 (Wish, 1);

  g_atomic_ref_count_init (&wish->refs);
  wish->dataset = vw_dataset_ref (vw_session_get_dataset (session));
  wish->split = vw_session_get_split (session);
  wish->parameters = *vw_session_get_settings (session);
  return wish;
}

static Wish *
wish_ref (Wish *wish)
{
  g_atomic_ref_count_inc (&wish->refs);
  return wish;
}

static void
wish_unref (Wish *wish)
{
  if (!g_atomic_ref_count_dec (&wish->refs))
    return;
  vw_dataset_unref (wish->dataset);
  g_free (wish);
}

static gboolean
is_wanted (VwClassWatch *self)
{
  return self->wanted != NULL && self->wanted->dataset == vw_session_get_dataset (self->session)
         && self->wanted->split == vw_session_get_split (self->session)
         && vw_parameters_equal_detector (&self->wanted->parameters,
                                          vw_session_get_settings (self->session));
}

/* A VwJobFunc. One thread, so that the others stay free for what the user does meanwhile. */
static gpointer
find_averages (gpointer input, const VwTask *task, GError **error)
{
  const Wish *wish = input;
  VwTask alone = *task;

  alone.threads = 1;
  return vw_class_averages_find (wish->dataset, wish->split, &wish->parameters, &alone, error);
}

static void
take (VwClassWatch *self, VwClassAverages *averages)
{
  g_clear_pointer (&self->averages, vw_class_averages_free);
  self->averages = averages;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Settings that no image suits are told where the chosen digit is shown. */
static void
on_found (gpointer result, const GError *error, gpointer data)
{
  take (data, result);
}

static void
start (VwClassWatch *self)
{
  if (is_wanted (self))
    return;
  vw_job_cancel (self->job);
  g_clear_pointer (&self->wanted, wish_unref);
  take (self, NULL);
  if (vw_session_get_dataset (self->session) == NULL)
    return;
  self->wanted = wish_new (self->session);
  vw_job_start (self->job, &(VwJobWork){ find_averages, wish_ref (self->wanted),
                                         (GDestroyNotify) wish_unref,
                                         (GDestroyNotify) vw_class_averages_free, on_found,
                                         self });
}

VwClassWatch *
vw_class_watch_new (VwSession *session)
{
  static const char *const followed[]
      = { "notify::dataset", "notify::split", "notify::settings" };
  VwClassWatch *self = g_object_new (VW_TYPE_CLASS_WATCH, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

const VwClassAverages *
vw_class_watch_get_averages (VwClassWatch *self)
{
  g_return_val_if_fail (VW_IS_CLASS_WATCH (self), NULL);
  return self->averages;
}

static void
vw_class_watch_dispose (GObject *object)
{
  VwClassWatch *self = VW_CLASS_WATCH (object);

  if (self->job != NULL)
    vw_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted, wish_unref);
  g_clear_pointer (&self->averages, vw_class_averages_free);
  G_OBJECT_CLASS (vw_class_watch_parent_class)->dispose (object);
}

static void
vw_class_watch_class_init (VwClassWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_class_watch_dispose;
  signals[CHANGED] = g_signal_new ("changed", VW_TYPE_CLASS_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vw_class_watch_init (VwClassWatch *self)
{
  self->job = vw_job_new ();
}

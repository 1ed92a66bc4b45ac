/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inspector.h"

#include "app/job.h"

struct _VwInspector {
  GObject parent_instance;

  VwSession *session;
  gboolean for_guest;
  VwGuest *guest;   /* of its own, or NULL */
  gboolean waiting; /* for the job to end before a newer guest is looked at */
  VwJob *job;
  VwInspection *inspection;
  GError *error;
  int keypoint, word, level, bit; /* under the pointer, −1 for none */
  int pinned, pinned_level;
  int class_index; /* chosen, −1 for the predicted one */
};

/* What an inspection is made from, for the worker: a guest or an image of the data set. */
typedef struct {
  VwGuest *guest;
  VwDataset *dataset;
  VwSplit split;
  guint index;
  VwParameters parameters;
  VwModel *model;
} Wish;

enum { INSPECTED, POINTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwInspector, vw_inspector, G_TYPE_OBJECT)

static void
wish_free (Wish *wish)
{
  g_clear_pointer (&wish->guest, vw_guest_unref);
  g_clear_pointer (&wish->dataset, vw_dataset_unref);
  g_clear_pointer (&wish->model, vw_model_unref);
  g_free (wish);
}

/* A VwJobFunc. */
static gpointer
inspect (gpointer input, const VwTask *task, GError **error)
{
  const Wish *wish = input;

  if (wish->guest != NULL)
    return vw_inspection_new_guest (wish->guest, &wish->parameters, wish->model, error);
  return vw_inspection_new (wish->dataset, wish->split, wish->index, &wish->parameters, wish->model,
                            error);
}

/* Of the keypoints that are shown; in a guest that changes all the time none. */
static int
find_strongest (VwInspector *self)
{
  if (self->inspection == NULL || self->for_guest)
    return -1;
  return vw_inspection_strongest (self->inspection, self->pinned_level);
}

/* The keypoint that somebody wants to be looked at, else the strongest. */
static int
first_pinned (VwInspector *self)
{
  int wanted = self->for_guest ? -1 : vw_session_get_keypoint (self->session);

  return self->inspection != NULL && wanted >= 0
                 && (guint) wanted < self->inspection->frame.n_keypoints
             ? wanted
             : find_strongest (self);
}

static gboolean
is_same_digit (const VwInspection *a, const VwInspection *b)
{
  return a != NULL && b != NULL && a->dataset == b->dataset && a->guest == b->guest
         && a->split == b->split && a->index == b->index && a->model == b->model;
}

/* The same level stays shown from digit to digit, as long as there is one of that number. */
static void
show (VwInspector *self, VwInspection *inspection, const GError *error)
{
  if (!is_same_digit (self->inspection, inspection))
    self->class_index = -1;
  g_clear_pointer (&self->inspection, vw_inspection_unref);
  g_clear_error (&self->error);
  self->inspection = inspection;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->keypoint = self->word = self->level = self->bit = -1;
  if (inspection == NULL || self->pinned_level >= (int) inspection->frame.n_levels)
    self->pinned_level = -1;
  self->pinned = first_pinned (self);
  g_signal_emit (self, signals[INSPECTED], 0);
  g_signal_emit (self, signals[POINTED], 0);
}

static void start (VwInspector *self);

static void
on_inspected (gpointer result, const GError *error, gpointer data)
{
  VwInspector *self = data;

  show (self, result, error);
  if (self->waiting)
    start (self);
}

/* Returns: (transfer full) (nullable): %NULL when there is nothing to look at. */
static Wish *
make_wish (VwInspector *self)
{
  VwGuest *guest = self->for_guest ? self->guest : vw_session_get_guest (self->session);
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwSplit split = vw_session_get_split (self->session);
  guint index = vw_session_get_selected (self->session);
  VwModel *model = vw_session_get_model (self->session);
  Wish *wish;

  if (guest == NULL
      && (self->for_guest || dataset == NULL || index >= vw_dataset_get_count (dataset, split)))
    return NULL;
  wish = g_new0 (Wish, 1);
  *wish = (Wish){ .split = split, .index = index,
                  .parameters = *vw_session_get_settings (self->session),
                  .model = model != NULL ? vw_model_ref (model) : NULL };
  if (guest != NULL)
    wish->guest = vw_guest_ref (guest);
  else
    wish->dataset = vw_dataset_ref (dataset);
  return wish;
}

static void
start (VwInspector *self)
{
  Wish *wish = make_wish (self);

  self->waiting = FALSE;
  vw_job_cancel (self->job);
  if (wish == NULL)
    {
      show (self, NULL, NULL);
      return;
    }
  vw_job_start (self->job, &(VwJobWork){ inspect, wish, (GDestroyNotify) wish_free,
                                         (GDestroyNotify) vw_inspection_unref, on_inspected,
                                         self });
}

/* While another digit is being looked at, its inspection will ask for the keypoint. */
static void
on_keypoint (VwInspector *self)
{
  if (!vw_job_is_running (self->job) && self->inspection != NULL
      && vw_session_get_keypoint (self->session) >= 0)
    vw_inspector_pin (self, first_pinned (self));
}

/* @followed: signals of the session, %NULL-terminated */
static VwInspector *
inspector_new (VwSession *session, gboolean for_guest, const char *const *followed)
{
  VwInspector *self = g_object_new (VW_TYPE_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  self->for_guest = for_guest;
  for (; *followed != NULL; followed++)
    g_signal_connect_object (session, *followed, G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

VwInspector *
vw_inspector_new (VwSession *session)
{
  static const char *const followed[]
      = { "notify::dataset", "notify::split",    "notify::selected", "notify::guest",
          "notify::model",   "notify::settings", NULL };

  VwInspector *self = inspector_new (session, FALSE, followed);

  g_signal_connect_object (session, "notify::keypoint", G_CALLBACK (on_keypoint), self,
                           G_CONNECT_SWAPPED);
  return self;
}

VwInspector *
vw_inspector_new_for_guest (VwSession *session)
{
  static const char *const followed[] = { "notify::model", "notify::settings", NULL };

  return inspector_new (session, TRUE, followed);
}

void
vw_inspector_set_guest (VwInspector *self, VwGuest *guest)
{
  g_return_if_fail (VW_IS_INSPECTOR (self) && self->for_guest);
  g_clear_pointer (&self->guest, vw_guest_unref);
  self->guest = guest != NULL ? vw_guest_ref (guest) : NULL;
  if (guest != NULL && vw_job_is_running (self->job))
    self->waiting = TRUE;
  else
    start (self);
}

VwSession *
vw_inspector_get_session (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), NULL);
  return self->session;
}

const VwInspection *
vw_inspector_get_inspection (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), NULL);
  return self->inspection;
}

const GError *
vw_inspector_get_error (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), NULL);
  return self->error;
}

static void
point_at (VwInspector *self, int *what, int value)
{
  if (*what == value)
    return;
  *what = value;
  g_signal_emit (self, signals[POINTED], 0);
}

void
vw_inspector_point (VwInspector *self, int keypoint)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  point_at (self, &self->keypoint, keypoint);
}

void
vw_inspector_point_word (VwInspector *self, int word)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  point_at (self, &self->word, word);
}

void
vw_inspector_point_level (VwInspector *self, int level)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  point_at (self, &self->level, level);
}

void
vw_inspector_point_bit (VwInspector *self, int bit)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  point_at (self, &self->bit, bit);
}

void
vw_inspector_pin (VwInspector *self, int keypoint)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  point_at (self, &self->pinned, keypoint >= 0 ? keypoint : find_strongest (self));
}

void
vw_inspector_pin_level (VwInspector *self, int level)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  if (level == self->pinned_level)
    return;
  self->pinned_level = level;
  if (self->pinned < 0
      || (level >= 0 && self->inspection->frame.keypoints[self->pinned].octave != level))
    self->pinned = find_strongest (self);
  g_signal_emit (self, signals[POINTED], 0);
}

void
vw_inspector_choose_class (VwInspector *self, int class_index)
{
  g_return_if_fail (VW_IS_INSPECTOR (self));
  point_at (self, &self->class_index, class_index);
}

int
vw_inspector_get_class (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), -1);
  if (self->inspection == NULL || self->inspection->predicted == VW_NO_PREDICTION)
    return -1;
  return self->class_index >= 0 ? self->class_index : self->inspection->predicted;
}

/* Of a word that is pointed at, its first keypoint stands for all. */
static int
first_with_word (const VwInspection *inspection, int word)
{
  for (guint i = 0; i < inspection->frame.n_keypoints; i++)
    if (inspection->words[i] == word)
      return i;
  return -1;
}

/* Where one level is shown alone, a keypoint of another is out of sight. */
static int
pinned_in_sight (VwInspector *self)
{
  int level = self->pinned_level;

  if (self->pinned < 0 || level < 0
      || self->inspection->frame.keypoints[self->pinned].octave == level)
    return self->pinned;
  return vw_inspection_strongest (self->inspection, level);
}

int
vw_inspector_get_keypoint (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), -1);
  if (self->inspection == NULL)
    return -1;
  if (self->keypoint >= 0)
    return self->keypoint;
  if (self->word >= 0 && self->inspection->model != NULL)
    return first_with_word (self->inspection, self->word);
  return pinned_in_sight (self);
}

int
vw_inspector_get_pointed (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), -1);
  return self->keypoint;
}

int
vw_inspector_get_bit (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), -1);
  return self->bit;
}

int
vw_inspector_get_word (VwInspector *self)
{
  int keypoint = vw_inspector_get_keypoint (self);

  if (keypoint < 0 || self->inspection->model == NULL)
    return -1;
  return self->inspection->words[keypoint];
}

int
vw_inspector_get_level (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), -1);
  return self->level >= 0 ? self->level : self->pinned_level;
}

int
vw_inspector_get_pinned_level (VwInspector *self)
{
  g_return_val_if_fail (VW_IS_INSPECTOR (self), -1);
  return self->pinned_level;
}

static void
vw_inspector_dispose (GObject *object)
{
  VwInspector *self = VW_INSPECTOR (object);

  if (self->job != NULL)
    vw_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  g_clear_pointer (&self->guest, vw_guest_unref);
  g_clear_pointer (&self->inspection, vw_inspection_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (vw_inspector_parent_class)->dispose (object);
}

static void
vw_inspector_class_init (VwInspectorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_inspector_dispose;
  signals[INSPECTED] = g_signal_new ("inspected", VW_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[POINTED] = g_signal_new ("pointed", VW_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vw_inspector_init (VwInspector *self)
{
  self->job = vw_job_new ();
  self->keypoint = self->word = self->level = self->bit = self->pinned = self->pinned_level = -1;
  self->class_index = -1;
}

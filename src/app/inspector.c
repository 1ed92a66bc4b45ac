/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inspector.h"

#include "app/job.h"

struct _VwInspector {
  GObject parent_instance;

  VwSession *session;
  VwJob *job;
  VwInspection *inspection;
  GError *error;
  int keypoint, word, level, bit; /* under the pointer, −1 for none */
  int pinned, pinned_level;
  int class_index; /* chosen, −1 for the predicted one */
};

/* What an inspection is made from, for the worker. */
typedef struct {
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
  vw_dataset_unref (wish->dataset);
  g_clear_pointer (&wish->model, vw_model_unref);
  g_free (wish);
}

/* A VwJobFunc. */
static gpointer
inspect (gpointer input, const VwTask *task, GError **error)
{
  const Wish *wish = input;

  return vw_inspection_new (wish->dataset, wish->split, wish->index, &wish->parameters,
                            wish->model, error);
}

/* Of the keypoints that are shown. */
static int
find_strongest (VwInspector *self)
{
  return self->inspection != NULL ? vw_inspection_strongest (self->inspection, self->pinned_level)
                                  : -1;
}

static gboolean
is_same_digit (const VwInspection *a, const VwInspection *b)
{
  return a != NULL && b != NULL && a->dataset == b->dataset && a->split == b->split
         && a->index == b->index && a->model == b->model;
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
  self->pinned = find_strongest (self);
  g_signal_emit (self, signals[INSPECTED], 0);
  g_signal_emit (self, signals[POINTED], 0);
}

static void
on_inspected (gpointer result, const GError *error, gpointer data)
{
  show (data, result, error);
}

static void
start (VwInspector *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwSplit split = vw_session_get_split (self->session);
  guint index = vw_session_get_selected (self->session);
  VwModel *model = vw_session_get_model (self->session);
  Wish *wish;

  vw_job_cancel (self->job);
  if (dataset == NULL || index >= vw_dataset_get_count (dataset, split))
    {
      show (self, NULL, NULL);
      return;
    }
  wish = g_new0 (Wish, 1);
  *wish = (Wish){ vw_dataset_ref (dataset), split, index,
                  *vw_session_get_settings (self->session),
                  model != NULL ? vw_model_ref (model) : NULL };
  vw_job_start (self->job, &(VwJobWork){ inspect, wish, (GDestroyNotify) wish_free,
                                         (GDestroyNotify) vw_inspection_unref, on_inspected,
                                         self });
}

VwInspector *
vw_inspector_new (VwSession *session)
{
  static const char *const followed[] = { "notify::dataset", "notify::split", "notify::selected",
                                          "notify::model", "notify::settings" };
  VwInspector *self = g_object_new (VW_TYPE_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson.h"

#include <glib/gi18n.h>

struct _VwLesson {
  GObject parent_instance;

  VwInspector *inspector;
  VwStep step;
  VwSteps steps;
};

enum { CHANGED, STEPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwLesson, vw_lesson, G_TYPE_OBJECT)

static void
measure (VwLesson *self, const VwInspection *seen)
{
  int keypoint = vw_inspector_get_keypoint (self->inspector);
  VwStepsSource source = { .width = seen->width,
                           .height = seen->height,
                           .frame = &seen->frame,
                           .parameters = &seen->parameters,
                           .keypoint = keypoint };

  vw_inspection_get_image (seen, &source.rows, &source.cols);
  if (keypoint < 0) /* it may be on another level than the one that is shown */
    source.keypoint = vw_orb_frame_strongest (&seen->frame, -1);
  if (seen->model != NULL)
    {
      source.model = seen->model;
      source.words = seen->words;
      source.row = seen->row;
      source.scores = seen->scores;
      source.predicted = seen->predicted;
      source.truth = vw_inspection_get_true_class (seen);
    }
  vw_steps_init (&self->steps, &source);
}

static void
update (VwLesson *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);

  if (seen != NULL)
    measure (self, seen);
  g_signal_emit (self, signals[CHANGED], 0);
}

VwLesson *
vw_lesson_new (VwInspector *inspector)
{
  VwLesson *self = g_object_new (VW_TYPE_LESSON, NULL);

  self->inspector = g_object_ref (inspector);
  /* Another inspection is always followed by "pointed". */
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vw_inspector_get_session (inspector), "notify::gallery",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

VwInspector *
vw_lesson_get_inspector (VwLesson *self)
{
  g_return_val_if_fail (VW_IS_LESSON (self), NULL);
  return self->inspector;
}

static guint
shown_level (VwLesson *self, const VwInspection *seen)
{
  int level = vw_inspector_get_level (self->inspector);

  if (level >= 0)
    return level;
  if (self->step == VW_STEP_PYRAMID)
    return seen->frame.n_levels - 1; /* to see how much is left */
  return self->steps.keypoint >= 0 && self->step != VW_STEP_BORDER ? self->steps.level : 0;
}

/* The gallery is about the session's model, which the digit may be a moment behind. */
static const VwWordGallery *
find_gallery (VwLesson *self, const VwInspection *seen)
{
  VwSession *session = vw_inspector_get_session (self->inspector);

  return seen->model != NULL && seen->model == vw_session_get_model (session)
             ? vw_session_get_gallery (session)
             : NULL;
}

gboolean
vw_lesson_get_scene (VwLesson *self, VwLessonScene *scene)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);

  if (seen == NULL)
    return FALSE;
  *scene = (VwLessonScene){ seen, &self->steps, self->steps.keypoint, shown_level (self, seen),
                            vw_inspector_get_bit (self->inspector), find_gallery (self, seen) };
  return TRUE;
}

char *
vw_lesson_scene_title (const VwLessonScene *scene)
{
  const VwInspection *seen = scene->seen;

  if (seen->guest != NULL)
    return g_strdup (seen->guest->title);
  return g_strdup_printf (_("Digit %u, a %s"), seen->index, vw_inspection_get_label (seen));
}

VwStep
vw_lesson_get_step (VwLesson *self)
{
  g_return_val_if_fail (VW_IS_LESSON (self), VW_STEP_UPSCALE);
  return self->step;
}

/* One level alone is looked at as long as the steps go level by level. */
void
vw_lesson_set_step (VwLesson *self, int step)
{
  g_return_if_fail (VW_IS_LESSON (self));
  self->step = CLAMP (step, 0, VW_N_STEPS - 1);
  if (self->step < VW_STEP_PYRAMID || self->step > VW_STEP_BORDER)
    vw_inspector_pin_level (self->inspector, -1);
  g_signal_emit (self, signals[STEPPED], 0);
}

void
vw_lesson_pass_keypoints (VwLesson *self, int by)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  int n = seen != NULL ? seen->frame.n_keypoints : 0;

  if (n > 0)
    vw_inspector_pin (self->inspector, (self->steps.keypoint + by + n) % n);
}

VwLack
vw_lesson_get_lack (VwLesson *self)
{
  g_return_val_if_fail (VW_IS_LESSON (self), VW_LACK_NOTHING);
  return vw_steps_lack (&self->steps, self->step);
}

int
vw_lesson_scene_bit (const VwLessonScene *scene)
{
  return MAX (scene->bit, 0);
}

const VwTraceLevel *
vw_lesson_scene_level (const VwLessonScene *scene)
{
  const VwOrbTrace *trace = scene->seen->frame.trace;

  return trace != NULL ? vw_orb_trace_get_level (trace, scene->level) : NULL;
}

const VwTraceCorner *
vw_lesson_scene_corner (const VwLessonScene *scene)
{
  const VwTraceLevel *level = vw_lesson_scene_level (scene);
  const VwTraceCorner *best = NULL;

  for (guint i = 0; level != NULL && i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];

      if (scene->keypoint >= 0 && corner->keypoint == scene->keypoint)
        return corner;
      if (best == NULL || corner->score > best->score)
        best = corner;
    }
  return best;
}

static void
vw_lesson_dispose (GObject *object)
{
  g_clear_object (&VW_LESSON (object)->inspector);
  G_OBJECT_CLASS (vw_lesson_parent_class)->dispose (object);
}

static void
vw_lesson_class_init (VwLessonClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_lesson_dispose;
  signals[CHANGED] = g_signal_new ("changed", VW_TYPE_LESSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[STEPPED] = g_signal_new ("stepped", VW_TYPE_LESSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vw_lesson_init (VwLesson *self)
{
}

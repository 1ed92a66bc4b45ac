/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/inspector.h"
#include "core/orb-trace.h"
#include "core/steps.h"

G_BEGIN_DECLS

/**
 * VwLessonScene:
 * @steps: the numbers of all steps
 * @keypoint: the one that is followed, −1 for none
 * @level: the one that is shown large
 * @bit: of the keypoint's descriptor, that is pointed at; −1 for none
 * @gallery: (nullable): of the model's words, once there is one
 *
 * What the lesson's pictures are made from; borrowed, good until "changed".
 */
typedef struct {
  const VwInspection *seen;
  const VwSteps *steps;
  int keypoint;
  guint level;
  int bit;
  const VwWordGallery *gallery;
} VwLessonScene;

#define VW_TYPE_LESSON (vw_lesson_get_type ())
G_DECLARE_FINAL_TYPE (VwLesson, vw_lesson, VW, LESSON, GObject)

/**
 * VwLesson:
 *
 * The method in steps, on the inspector's digit. Its parts follow its signals:
 *   "changed": another digit, keypoint or level, or none
 *   "stepped": another step
 * Main thread only.
 */
VwLesson *vw_lesson_new (VwInspector *inspector);

VwInspector *vw_lesson_get_inspector (VwLesson *self);

/* Returns: %FALSE when there is no digit. */
gboolean vw_lesson_get_scene (VwLesson *self, VwLessonScene *scene);

VwStep vw_lesson_get_step (VwLesson *self);

/* @step: beyond the first or last one it is that one */
void vw_lesson_set_step (VwLesson *self, int step);

/* Pins the next keypoint, or with −1 the one before, round and round. */
void vw_lesson_pass_keypoints (VwLesson *self, int by);

/* Returns: what the step lacks for there to be a picture. */
VwLack vw_lesson_get_lack (VwLesson *self);

/* Returns: (transfer full): which digit it is, in a few words. */
char *vw_lesson_scene_title (const VwLessonScene *scene);

/* Returns: (transfer none) (nullable): the corner that FAST and suppression are shown at: that of
 *   the keypoint or the strongest one of the shown level. */
const VwTraceCorner *vw_lesson_scene_corner (const VwLessonScene *scene);

/* Returns: the bit that is pointed at, or the first one. */
int vw_lesson_scene_bit (const VwLessonScene *scene);

/* Returns: (transfer none) (nullable): the level that is shown large, as ORB used it. */
const VwTraceLevel *vw_lesson_scene_level (const VwLessonScene *scene);

G_END_DECLS

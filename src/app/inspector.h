/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "core/inspection.h"

G_BEGIN_DECLS

#define VW_TYPE_INSPECTOR (vw_inspector_get_type ())
G_DECLARE_FINAL_TYPE (VwInspector, vw_inspector, VW, INSPECTOR, GObject)

/**
 * VwInspector:
 *
 * The session's selected digit or its guest looked at closely, and what of it is pointed at. The parts of the
 * page follow its signals and never each other:
 *   "inspected": another inspection, or an error instead of one
 *   "pointed": another keypoint, word, level or class is pointed at
 * Main thread only.
 */
VwInspector *vw_inspector_new (VwSession *session);

/* One that looks at a guest of its own instead, with the session's model and settings. */
VwInspector *vw_inspector_new_for_guest (VwSession *session);

/**
 * vw_inspector_set_guest:
 * @guest: (nullable): %NULL for nothing to look at
 *
 * While one guest is looked at, the next waits, and only the last one that came is not passed over:
 * however fast they come, there is always a newer inspection to show.
 */
void vw_inspector_set_guest (VwInspector *self, VwGuest *guest);

/* Returns: (transfer none): whose digit this is about. */
VwSession *vw_inspector_get_session (VwInspector *self);

/* Returns: (transfer none) (nullable): %NULL before the first one and after an error. */
const VwInspection *vw_inspector_get_inspection (VwInspector *self);

/* Returns: (transfer none) (nullable): why there is no inspection. */
const GError *vw_inspector_get_error (VwInspector *self);

/**
 * vw_inspector_point:
 * @keypoint: an index, −1 when the pointer has left
 *
 * Points at a keypoint, and so at its word, as long as the pointer is there.
 */
void vw_inspector_point (VwInspector *self, int keypoint);

/* Points at a word that the digit has; −1 when the pointer has left. */
void vw_inspector_point_word (VwInspector *self, int word);

/* Points at a pyramid level; −1 when the pointer has left. */
void vw_inspector_point_level (VwInspector *self, int level);

/* Points at a bit of the keypoint's descriptor; −1 when the pointer has left. */
void vw_inspector_point_bit (VwInspector *self, int bit);

/* Keeps pointing at a keypoint; −1 for where it starts: the strongest one that is shown, or none for a
   guest of its own. */
void vw_inspector_pin (VwInspector *self, int keypoint);

/* Shows one level alone, and of its keypoints the strongest if another level's is pinned; −1 for all. */
void vw_inspector_pin_level (VwInspector *self, int level);

/* Shows what speaks for and against that class; −1 for the predicted one, which is where each digit
   starts. */
void vw_inspector_choose_class (VwInspector *self, int class_index);

/* Returns: that class; −1 without a model or keypoints. */
int vw_inspector_get_class (VwInspector *self);

/* Returns: the keypoint pointed at, or the pinned one; −1 when none is shown. */
int vw_inspector_get_keypoint (VwInspector *self);

/* Returns: the keypoint under the pointer; −1 when there is none. */
int vw_inspector_get_pointed (VwInspector *self);

/* Returns: the bit pointed at, −1 for none. */
int vw_inspector_get_bit (VwInspector *self);

/* Returns: the word pointed at, or that of the keypoint; −1 without a model or keypoints. */
int vw_inspector_get_word (VwInspector *self);

/* Returns: the level pointed at, or the one shown alone; −1 for all. */
int vw_inspector_get_level (VwInspector *self);
int vw_inspector_get_pinned_level (VwInspector *self);

G_END_DECLS

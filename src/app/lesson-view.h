/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VW_TYPE_LESSON_VIEW (vw_lesson_view_get_type ())
G_DECLARE_FINAL_TYPE (VwLessonView, vw_lesson_view, VW, LESSON_VIEW, GtkWidget)

/**
 * VwLessonView:
 *
 * The lesson for a classroom: the digit large, beside it the step's name, a sentence, its own chart
 * and the arithmetic, below all steps. Page Up and Page Down, Left and Right, Home and End go
 * through the steps, Up and Down through the keypoints. Signals: "left": it was left
 *   "digit-wanted": another digit, by that many (int)
 */
void vw_lesson_view_set_lesson (VwLessonView *self, VwLesson *lesson);

G_END_DECLS

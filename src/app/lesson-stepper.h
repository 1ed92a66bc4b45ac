/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VW_TYPE_LESSON_STEPPER (vw_lesson_stepper_get_type ())
G_DECLARE_FINAL_TYPE (VwLessonStepper, vw_lesson_stepper, VW, LESSON_STEPPER, GtkWidget)

/**
 * VwLessonStepper:
 *
 * All steps in one line, each with what is there of the digit after it: navigation, and the
 * funnel in short. Where the names have no room only numbers are left, and the present step's name.
 * Signal "chosen": a step, as guint.
 */

/* @follow: whether it marks the lesson's present step and has buttons to the next and the last one
 */
void vw_lesson_stepper_set_lesson (VwLessonStepper *self, VwLesson *lesson, gboolean follow);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/lesson.h"

G_BEGIN_DECLS

#define VW_TYPE_LESSON_CANVAS (vw_lesson_canvas_get_type ())
G_DECLARE_FINAL_TYPE (VwLessonCanvas, vw_lesson_canvas, VW, LESSON_CANVAS, VwChart)

/* The digit, large, with what the present step does to it. Its square is the same in every step. */
void vw_lesson_canvas_set_lesson (VwLessonCanvas *self, VwLesson *lesson);

G_END_DECLS

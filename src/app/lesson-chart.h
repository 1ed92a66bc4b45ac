/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/lesson.h"

G_BEGIN_DECLS

#define VW_TYPE_LESSON_CHART (vw_lesson_chart_get_type ())
G_DECLARE_FINAL_TYPE (VwLessonChart, vw_lesson_chart, VW, LESSON_CHART, VwChart)

/* The step's own chart, beside the digit. Grows with the window, letters and lines too. */
void vw_lesson_chart_set_lesson (VwLessonChart *self, VwLesson *lesson);

G_END_DECLS

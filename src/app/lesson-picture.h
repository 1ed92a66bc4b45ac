/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lesson.h"
#include "plot/style.h"

G_BEGIN_DECLS

/**
 * VwLessonPicture:
 * @make: lays the picture out; %NULL when there is nothing to be seen
 * @paint: paints what was laid out
 * @point: (nullable): what is there gets pointed at, or with @pin, kept pointed at
 * @free: of what @make gave
 *
 * The chart of one step. A picture is made anew for each scene and size.
 */
typedef struct {
  gpointer (*make) (const VwLessonScene *scene, double width, double height,
                    const VwPlotStyle *style);
  void (*paint) (gpointer picture, cairo_t *cr, const VwPlotStyle *style);
  void (*point) (gpointer picture, double x, double y, VwInspector *inspector, gboolean pin);
  GDestroyNotify free;
} VwLessonPicture;

/* The least size that pictures are made for, and at which their fonts are as given. */
#define VW_LESSON_WIDTH 548.0
#define VW_LESSON_HEIGHT 400.0

extern const VwLessonPicture vw_lesson_upscale;
extern const VwLessonPicture vw_lesson_pyramid;
extern const VwLessonPicture vw_lesson_fast;
extern const VwLessonPicture vw_lesson_suppression;
extern const VwLessonPicture vw_lesson_border;
extern const VwLessonPicture vw_lesson_quota;
extern const VwLessonPicture vw_lesson_direction;
extern const VwLessonPicture vw_lesson_descriptor;
extern const VwLessonPicture vw_lesson_words;
extern const VwLessonPicture vw_lesson_histogram;
extern const VwLessonPicture vw_lesson_scores;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lesson.h"
#include "plot/overlay.h"

G_BEGIN_DECLS

/* Sides of the square of pixels that FAST and suppression are shown at. */
#define VW_LESSON_RING_SIDE 7
#define VW_LESSON_CLUSTER_SIDE 9

/**
 * vw_lesson_points_add:
 * @points: of VwPlotPoint
 *
 * Adds what the step marks on the canvas.
 *
 * Returns: the pixels that its chart shows enlarged; no columns for none
 */
VwPlotPixelBox vw_lesson_points_add (GArray *points, const VwLessonScene *scene, VwStep step);

/* Where the upscaled pixel lies whose making is shown: at the keypoint, or where ink changes most.
 */
void vw_lesson_find_pixel (const VwLessonScene *scene, guint *x, guint *y);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-points.h"

#include "core/evidence.h"

#include <math.h>
#include <stdlib.h>

#define MIX_REACH 2 /* pixels */

static guint
change_at (const VwInspection *seen, guint x, guint y)
{
  const guint8 *pixel = seen->pixels + (gsize) y * seen->width + x;

  return abs (pixel[1] - pixel[-1]) + abs (pixel[seen->width] - pixel[-(gssize) seen->width]);
}

/* Of the pixels next to @at the one that lies most evenly between two of the @stored ones. */
static guint
find_mixed (guint at, guint size, guint stored)
{
  double least = 1;
  guint found = at;

  for (int i = MAX ((int) at - MIX_REACH, 0); i <= MIN ((int) at + MIX_REACH, (int) size - 1); i++)
    {
      double place = (i + .5) * stored / size - .5;
      double uneven = fabs (place - floor (place) - .5);

      if (uneven >= least)
        continue;
      least = uneven;
      found = i;
    }
  return found;
}

void
vw_lesson_find_pixel (const VwLessonScene *scene, guint *x, guint *y)
{
  const VwInspection *seen = scene->seen;
  guint rows, cols, most = 0;

  vw_inspection_get_image (seen, &rows, &cols);
  *x = seen->width / 2;
  *y = seen->height / 2;
  if (scene->keypoint >= 0)
    {
      const VwKeypoint *keypoint = &seen->frame.keypoints[scene->keypoint];

      *x = find_mixed (lroundf (keypoint->x), seen->width, cols);
      *y = find_mixed (lroundf (keypoint->y), seen->height, rows);
      return;
    }
  for (guint row = 1; row + 1 < seen->height; row++)
    for (guint column = 1; column + 1 < seen->width; column++)
      if (change_at (seen, column, row) > most)
        {
          most = change_at (seen, column, row);
          *x = column;
          *y = row;
        }
}

/* Where a place of a level lies on level 0: pixels are as wide as the levels' sides say. */
static double
on_first_level (double at, guint size, guint first_size)
{
  return (at + .5) * first_size / size - .5;
}

static void
add_survivors (GArray *points, const VwLessonScene *scene)
{
  const VwTraceLevel *level = vw_lesson_scene_level (scene);

  for (guint i = 0; level != NULL && i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];
      VwPlotPoint point = { on_first_level (corner->x, level->sharp.width, scene->seen->width),
                            on_first_level (corner->y, level->sharp.height, scene->seen->height),
                            VW_PLOT_POINT_SURVIVOR, scene->level, 0 };

      if (corner->fate >= VW_CORNER_AT_BORDER)
        g_array_append_val (points, point);
    }
}

static VwPlotPixelBox
box_at_corner (const VwLessonScene *scene, int side)
{
  const VwTraceCorner *corner = vw_lesson_scene_corner (scene);
  const VwTraceLevel *level = vw_lesson_scene_level (scene);
  double across, down;

  if (corner == NULL)
    return (VwPlotPixelBox){ 0 };
  across = (double) scene->seen->width / level->sharp.width;
  down = (double) scene->seen->height / level->sharp.height;
  return (VwPlotPixelBox){ (corner->x - side / 2) * across, (corner->y - side / 2) * down,
                           side * across, side * down };
}

static guint
count_word (const VwInspection *seen, guint word)
{
  g_autoptr (GArray) same = vw_inspection_with_word (seen, word);

  return same->len;
}

/* Each keypoint as large as its word pushes, shared among the word's keypoints. */
static void
add_evidence (GArray *points, const VwInspection *seen)
{
  g_autoptr (VwEvidence) evidence
      = vw_inspection_get_evidence (seen, seen->predicted);
  double most = 1e-9;

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    {
      const VwKeypoint *keypoint = &seen->frame.keypoints[i];
      double push = vw_evidence_find (evidence, seen->words[i])->product
                    / count_word (seen, seen->words[i]);
      VwPlotPoint point
          = { keypoint->x, keypoint->y, push < 0 ? VW_PLOT_POINT_AGAINST : VW_PLOT_POINT_FAVOUR, 0,
              fabs (push) };

      most = MAX (most, fabs (push));
      g_array_append_val (points, point);
    }
  for (guint i = 0; i < points->len; i++)
    g_array_index (points, VwPlotPoint, i).share /= most;
}

VwPlotPixelBox
vw_lesson_points_add (GArray *points, const VwLessonScene *scene, VwStep step)
{
  guint x, y;

  switch (step)
    {
    case VW_STEP_UPSCALE:
      vw_lesson_find_pixel (scene, &x, &y);
      return (VwPlotPixelBox){ x, y, 1, 1 };
    case VW_STEP_FAST:
      return box_at_corner (scene, VW_LESSON_RING_SIDE);
    case VW_STEP_SUPPRESSION:
      add_survivors (points, scene);
      return box_at_corner (scene, VW_LESSON_CLUSTER_SIDE);
    case VW_STEP_SCORES:
      add_evidence (points, scene->seen);
      return (VwPlotPixelBox){ 0 };
    default:
      return (VwPlotPixelBox){ 0 };
    }
}

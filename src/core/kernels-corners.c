/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <string.h>

#define ARC 9 /* pixels in a row that must all be brighter, or all darker */

/* Whether two neighbours of the four at the ends of the cross are off by more than @threshold, as
 * in any arc of 9. */
static gboolean
may_be_corner (const guint8 *pixel, gssize stride, int threshold)
{
  int up = pixel[-3 * stride], down = pixel[3 * stride], left = pixel[-3], right = pixel[3];

  return MIN (MAX (up, down), MAX (left, right)) > *pixel + threshold
         || MAX (MIN (up, down), MIN (left, right)) < *pixel - threshold;
}

/* The highest step that all pixels of some arc make in one direction. */
static int
highest_step (const guint8 *pixel, gssize stride)
{
  int step[16 + ARC - 1], highest = 0;

  for (int i = 0; i < G_N_ELEMENTS (step); i++)
    step[i] = pixel[vw_fast_ring[i % 16][0] + vw_fast_ring[i % 16][1] * stride] - *pixel;
  for (int i = 0; i < 16; i++)
    {
      int least = step[i], most = step[i];

      for (int j = i + 1; j < i + ARC; j++)
        {
          least = MIN (least, step[j]);
          most = MAX (most, step[j]);
        }
      highest = MAX (highest, MAX (least, -most));
    }
  return highest;
}

/* Steps of the pixels inside the margin, 0 for those that are no corner and those beside them; returns
 * how many are corners. */
static guint
measure (const VwPlane *level, int margin, int threshold, VwPlane *steps)
{
  guint n = 0;

  for (int y = margin - 1; y < level->height - margin + 1; y++)
    {
      const guint8 *row = level->pixels + y * level->stride;
      guint8 *to = steps->pixels + y * steps->stride;

      memset (to, 0, level->width);
      if (y < margin || y >= level->height - margin)
        continue;
      for (int x = margin; x < level->width - margin; x++)
        if (may_be_corner (row + x, level->stride, threshold))
          {
            int step = highest_step (row + x, level->stride);

            n += step > threshold;
            to[x] = step > threshold ? step : 0;
          }
    }
  return n;
}

guint
vw_fast_plain (const VwPlane *level, int margin, int threshold, VwFastScratch *scratch,
               VwOrbCorner *corners, guint *n_all)
{
  const VwPlane *steps = &scratch->steps;
  guint n = 0;

  *n_all = measure (level, margin, threshold, &scratch->steps);
  for (int y = margin; y < level->height - margin; y++)
    for (int x = margin; x < level->width - margin; x++)
      {
        const guint8 *step = steps->pixels + y * steps->stride + x;

        if (*step > 0 && *step > vw_fast_highest_around (step, steps->stride))
          corners[n++] = (VwOrbCorner){ x, y, *step - 1 };
      }
  return n;
}

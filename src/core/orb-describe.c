/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include "vision/opencv.h"

#include <math.h>
#include <string.h>

#define BLUR_TAPS 7
#define BLUR_SIGMA 2.0

/* Half the width of each row of a round patch, made symmetric to the diagonal as OpenCV does. */
static void
round_patch_init (VwMomentPatch *patch)
{
  int half = patch->half;
  int most = (int) floorf ((float) half * sqrtf (2.0f) / 2 + 1);
  int least = (int) ceilf ((float) half * sqrtf (2.0f) / 2);

  patch->row_ends = g_new0 (int, half + 2);
  for (int v = 0; v <= most && v < half + 2; v++)
    patch->row_ends[v] = (int) lrint (sqrt ((double) half * half - v * v));
  for (int v = half, u = 0; v >= least; v--, u++)
    {
      while (patch->row_ends[u] == patch->row_ends[u + 1])
        u++;
      patch->row_ends[v] = u;
    }
}

/* The patch as rows of weights, where a row fits into 32 bytes. */
static void
weights_init (VwMomentPatch *patch)
{
  int half = patch->half;

  if (2 * half + 1 > 32)
    return;
  patch->across = g_new0 (gint8, 32 * (2 * half + 1));
  patch->down = g_new0 (gint8, 32 * (2 * half + 1));
  for (int v = -half; v <= half; v++)
    for (int u = -patch->row_ends[ABS (v)]; u <= patch->row_ends[ABS (v)]; u++)
      {
        patch->across[32 * (v + half) + u + half] = (gint8) u;
        patch->down[32 * (v + half) + u + half] = (gint8) v;
      }
}

void
vw_orb_describe_init (VwOrb *self)
{
  gint8 drawn[2 * VW_ORB_TEST_POINTS];
  const gint8 *points = vw_orb_learned_pattern;
  float farthest = 0;

  if (self->parameters.patch_size != 31)
    {
      vw_opencv_random_pattern (self->parameters.patch_size, drawn);
      points = drawn;
    }
  for (guint i = 0; i < VW_ORB_TEST_POINTS; i++)
    {
      self->pattern_x[i] = points[2 * i];
      self->pattern_y[i] = points[2 * i + 1];
      farthest = MAX (farthest, hypotf (self->pattern_x[i], self->pattern_y[i]));
    }
  self->reach = (guint) ceilf (farthest) + 1; /* one for rounding, once turned */
  vw_opencv_gaussian_kernel (BLUR_TAPS, BLUR_SIGMA, self->blur_kernel);
  round_patch_init (&self->patch);
  weights_init (&self->patch);
}

float
vw_orb_direction (const VwOrb *self, const VwOrbLevel *level, guint x, guint y)
{
  int moments[2];

  self->kernels->moments (&self->patch, level->pixels + y * level->stride + x, level->stride,
                          moments);
  return vw_opencv_atan2 ((float) moments[1], (float) moments[0]);
}

/* The part of the level that the descriptors of its keypoints read. */
typedef struct {
  guint left, top, right, bottom; /* right and bottom excluded */
} Region;

static guint
level_position (float coordinate, float scale)
{
  return (guint) lrintf (coordinate * (1.0f / scale));
}

static Region
read_region (const VwOrb *self, const VwOrbLevel *level, guint first)
{
  Region r = { level->width, level->height, 0, 0 };

  for (guint i = first; i < self->keypoints->len; i++)
    {
      const VwKeypoint *k = &g_array_index (self->keypoints, VwKeypoint, i);
      guint x = level_position (k->x, level->scale), y = level_position (k->y, level->scale);

      r.left = MIN (r.left, x - MIN (x, self->reach));
      r.top = MIN (r.top, y - MIN (y, self->reach));
      r.right = MIN (level->width, MAX (r.right, x + self->reach + 1));
      r.bottom = MIN (level->height, MAX (r.bottom, y + self->reach + 1));
    }
  return r;
}

/* OpenCV blurs the level but not its reflected surroundings, which descriptors near the border
 * read as they are: hence a copy first, wherever that can happen. */
static void
blur_region (VwOrb *self, const VwOrbLevel *level, Region r)
{
  gsize corner = r.top * level->stride + r.left;
  guint8 *blurred = self->blurred + (level->pixels - level->buffer);
  VwBlurJob job = { level->pixels + corner, blurred + corner, level->stride, r.right - r.left,
                    r.bottom - r.top, self->blur_kernel, self->blur_rows, self->blur_row_stride,
                    self->blur_line };

  if (self->parameters.edge_threshold < (int) self->pad)
    memcpy (self->blurred, level->buffer, level->stride * (level->height + 2 * self->pad + 8));
  self->kernels->blur (&job);
}

void
vw_orb_describe_level (VwOrb *self, guint index, guint first)
{
  const VwOrbLevel *level = &self->levels[index];
  const guint8 *blurred = self->blurred + (level->pixels - level->buffer);

  if (first == self->keypoints->len)
    return;
  blur_region (self, level, read_region (self, level, first));
  g_byte_array_set_size (self->descriptors, VW_DESCRIPTOR_BYTES * self->keypoints->len);
  for (guint i = first; i < self->keypoints->len; i++)
    {
      const VwKeypoint *k = &g_array_index (self->keypoints, VwKeypoint, i);
      gsize at = level_position (k->y, level->scale) * level->stride
                 + level_position (k->x, level->scale);
      float radians = k->angle * (float) (G_PI / 180.0);
      float turn[2] = { cosf (radians), sinf (radians) };

      self->kernels->describe (blurred + at, level->stride, self->pattern_x, self->pattern_y, turn,
                               self->descriptors->data + VW_DESCRIPTOR_BYTES * i);
    }
}

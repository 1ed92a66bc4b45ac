/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/patch.h"

#include "core/orb-private.h"

#include <math.h>

#define FRACTION_BITS 16 /* of a place on a level */
#define WEIGHT_BITS 8    /* of a bilinear weight */

struct _VwPatchCutter {
  int n_levels, patch_size;
  VwOrbLevel levels[VW_ORB_MAX_LEVELS];
  VwPlane planes[VW_ORB_MAX_LEVELS];
  VwOrbShrinker shrinker;
  int n_made;     /* levels of the present image */
  guint mirrored; /* a bit a level: whether its border is that of the present image */
};

VwPatchCutter *
vw_patch_cutter_new (const VwParameters *parameters, guint width, guint height, GError **error)
{
  g_autoptr (VwPatchCutter) self = g_new0 (VwPatchCutter, 1);
  /* Half a diagonal, and one more to interpolate with. */
  int reach = (int) ceil (parameters->patch_size * G_SQRT2 / 2) + 1;

  g_return_val_if_fail (parameters->levels <= VW_ORB_MAX_LEVELS, NULL);
  self->patch_size = parameters->patch_size;
  if (!vw_orb_plan_levels (parameters, width, height, self->levels, error))
    return NULL;
  self->n_levels = parameters->levels;
  for (int i = 0; i < self->n_levels; i++)
    vw_plane_init (&self->planes[i], self->levels[i].width, self->levels[i].height, reach);
  vw_orb_shrinker_init (&self->shrinker, vw_kernels (), self->levels, self->n_levels);
  return g_steal_pointer (&self);
}

void
vw_patch_cutter_free (VwPatchCutter *self)
{
  for (int i = 0; i < self->n_levels; i++)
    vw_plane_clear (&self->planes[i]);
  vw_orb_shrinker_clear (&self->shrinker);
  g_free (self);
}

void
vw_patch_cutter_load (VwPatchCutter *self, const guint8 *pixels)
{
  vw_plane_load (&self->planes[0], pixels);
  self->n_made = 1;
  self->mirrored = 0;
}

/* Most keypoints lie on the first levels, so the others are made when one of theirs comes. */
static const VwPlane *
need_level (VwPatchCutter *self, int level)
{
  for (; self->n_made <= level; self->n_made++)
    {
      const VwOrbLevel *next = &self->levels[self->n_made];
      VwPlaneArea whole = { 0, 0, next->width, next->height };

      vw_orb_shrinker_make (&self->shrinker, self->planes, self->n_made, &whole);
    }
  if ((self->mirrored & 1u << level) == 0)
    vw_plane_mirror (&self->planes[level]);
  self->mirrored |= 1u << level;
  return &self->planes[level];
}

static int
to_fixed (double number)
{
  return (int) lrint (number * (1 << FRACTION_BITS));
}

static guint8
sample (const guint8 *centre, gssize stride, int x, int y)
{
  const int one = 1 << WEIGHT_BITS, shift = FRACTION_BITS - WEIGHT_BITS;
  const guint8 *at = centre + (y >> FRACTION_BITS) * stride + (x >> FRACTION_BITS);
  int u = x >> shift & (one - 1), v = y >> shift & (one - 1);
  int above = (one - u) * at[0] + u * at[1];
  int below = (one - u) * at[stride] + u * at[stride + 1];

  return (guint8) (((one - v) * above + v * below + one * one / 2) >> 2 * WEIGHT_BITS);
}

void
vw_patch_cutter_cut (VwPatchCutter *self, const VwKeypoint *keypoint, guint side, guint8 *patch)
{
  const VwPlane *plane = need_level (self, keypoint->octave);
  float scale = self->levels[keypoint->octave].scale;
  double angle = keypoint->angle * G_PI / 180, step = (double) self->patch_size / side;
  double corner = (step - self->patch_size) / 2;
  int along_x = to_fixed (step * cos (angle)), along_y = to_fixed (step * sin (angle));
  const guint8 *centre
      = plane->pixels + lrintf (keypoint->y / scale) * plane->stride + lrintf (keypoint->x / scale);

  for (guint row = 0; row < side; row++)
    {
      double down = corner + row * step;
      int x = to_fixed (corner * cos (angle) - down * sin (angle));
      int y = to_fixed (corner * sin (angle) + down * cos (angle));

      for (guint column = 0; column < side; column++, x += along_x, y += along_y)
        *patch++ = sample (centre, plane->stride, x, y);
    }
}

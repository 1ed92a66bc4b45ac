/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-stages.h"

/* The smallest area that holds the level's corners, grown by @margin and cut to the level; nothing
 * when there are none. */
static VwPlaneArea
surround (const VwOrb *self, int level, int margin)
{
  const VwOrbFound *found = &self->found[level];
  int left = G_MAXINT, top = G_MAXINT, right = 0, bottom = 0;
  VwPlaneArea area = { 0 };

  for (guint i = 0; i < found->n; i++)
    {
      left = MIN (left, found->corners[i].x);
      top = MIN (top, found->corners[i].y);
      right = MAX (right, found->corners[i].x);
      bottom = MAX (bottom, found->corners[i].y);
    }
  if (found->n == 0)
    return area;
  area = (VwPlaneArea){ left, top, right - left + 1, bottom - top + 1 };
  return vw_plane_area_grow (&area, margin, self->levels[level].width, self->levels[level].height);
}

/* Makes what keypoints look at, of their levels and of those that these are made of. */
static void
complete_levels (VwOrb *self, int n_levels)
{
  VwPlaneArea missing[VW_ORB_MAX_LEVELS] = { 0 };

  for (int i = n_levels - 1; i > 0; i--)
    {
      VwPlaneArea seen = surround (self, i, self->reach), source;

      missing[i] = vw_plane_area_unite (&missing[i], &seen);
      if (vw_plane_area_contains (&self->searched[i], &missing[i]))
        {
          missing[i].width = 0;
          continue;
        }
      source = vw_orb_shrinker_source (&self->shrinker, i, &missing[i]);
      missing[i - 1] = vw_plane_area_unite (&missing[i - 1], &source);
    }
  for (int i = 1; i < n_levels; i++)
    if (missing[i].width > 0)
      vw_orb_shrinker_make (&self->shrinker, self->planes, i, &missing[i]);
}

static void
append_keypoints (VwOrb *self, int level)
{
  const VwPlane *plane = &self->planes[level];
  const VwOrbFound *found = &self->found[level];
  float scale = self->levels[level].scale;
  guint before = self->keypoints->len;

  for (guint i = 0; i < found->n; i++)
    self->kernels->moments (plane->pixels + found->corners[i].y * plane->stride
                                + found->corners[i].x,
                            plane->stride, &self->disc, self->moments[i]);
  self->kernels->angles (self->moments, found->n, self->angles);
  g_array_set_size (self->keypoints, before + found->n);
  for (guint i = 0; i < found->n; i++)
    {
      const VwOrbCorner *corner = &found->corners[i];

      g_array_index (self->keypoints, VwKeypoint, before + i)
          = (VwKeypoint){ corner->x * scale, corner->y * scale, self->patch_size * scale,
                          self->angles[i],   corner->response,  level };
      if (self->trace != NULL)
        vw_orb_trace_add_keypoint (self->trace, level, corner, self->moments[i], self->angles[i]);
    }
}

static void
describe_corners (VwOrb *self, int level)
{
  const VwPlane *plane = &self->planes[level];
  const VwOrbFound *found = &self->found[level];
  guint before = self->keypoints->len - found->n;

  g_byte_array_set_size (self->descriptors, self->keypoints->len * VW_DESCRIPTOR_BYTES);
  for (guint i = 0; i < found->n; i++)
    {
      const VwOrbCorner *corner = &found->corners[i];
      float turn[2];

      vw_orb_turn (self->angles[i], turn);
      self->kernels->describe (plane->pixels + corner->y * plane->stride + corner->x, plane->stride,
                               &self->tests, turn,
                               self->descriptors->data + (before + i) * VW_DESCRIPTOR_BYTES);
    }
}

/* OpenCV too blurs the level but not the border around it. Blurred is what the level's keypoints
 * look at; all of it for a trace, which shows it. */
static void
blur_level (VwOrb *self, int level)
{
  VwPlane *plane = &self->planes[level];
  VwPlaneArea area = { 0, 0, plane->width, plane->height };

  if (self->trace == NULL)
    area = surround (self, level, self->tests.reach);
  self->kernels->blur (plane, &area, self->blurred);
  if (self->trace != NULL)
    vw_orb_trace_add_blurred (self->trace, level, plane);
}

/* Counts the level's keypoints whose surroundings do not fit into it. */
static guint
count_reflected (const VwOrb *self, int level)
{
  const VwOrbFound *found = &self->found[level];
  int right = self->levels[level].width - self->reach;
  int bottom = self->levels[level].height - self->reach;
  guint reflected = 0;

  for (guint i = 0; i < found->n; i++)
    {
      const VwOrbCorner *corner = &found->corners[i];

      reflected += corner->x < self->reach || corner->x >= right || corner->y < self->reach
                   || corner->y >= bottom;
    }
  return reflected;
}

static void
describe_level (VwOrb *self, int level)
{
  const VwOrbFound *found = &self->found[level];

  if (found->n == 0 && self->trace == NULL)
    return;
  append_keypoints (self, level);
  if (vw_orb_looks_outside (self))
    self->frame.n_reflected += count_reflected (self, level);
  blur_level (self, level);
  describe_corners (self, level);
}

void
vw_orb_describe (VwOrb *self, int n_levels)
{
  complete_levels (self, n_levels); /* while none is blurred yet */
  for (int i = 0; i < n_levels; i++)
    describe_level (self, i);
}

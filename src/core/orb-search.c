/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-stages.h"

#include "vision/opencv.h"

/* Levels only get smaller, so those after one without room have none either. */
static gboolean
has_room (const VwOrb *self, int level)
{
  return MIN (self->levels[level].width, self->levels[level].height) > 2 * self->edge_threshold;
}

static gboolean
is_needed (const VwOrb *self, int level)
{
  return level < self->n_levels && (self->counting || has_room (self, level));
}

/*
 * When nobody counts and no keypoint looks outside, the search for corners takes the places where
 * they can become keypoints, with their neighbours, the ring and the window of the ratings around
 * these, and what the same places of the next level are made of. What keypoints look at is made
 * later, around those that are there.
 */
void
vw_orb_plan_search (VwOrb *self)
{
  int edge = self->edge_threshold;

  for (int i = self->n_levels - 1; i >= 0; i--)
    {
      int width = self->levels[i].width, height = self->levels[i].height;
      VwPlaneArea inside = { edge, edge, width - 2 * edge, height - 2 * edge }, next;

      self->searched[i] = (VwPlaneArea){ 0, 0, width, height };
      if (self->counting || vw_orb_looks_outside (self) || !has_room (self, i))
        continue;
      self->searched[i] = vw_plane_area_grow (&inside, VW_ORB_FAST_RADIUS + 1, width, height);
      if (!is_needed (self, i + 1))
        continue;
      next = vw_orb_shrinker_source (&self->shrinker, i + 1, &self->searched[i + 1]);
      self->searched[i] = vw_plane_area_unite (&self->searched[i], &next);
    }
}

/* Where FAST looks: wherever its ring fits; or, when nobody counts, at what can become a keypoint
 * and at its neighbours, with which it competes. */
static int
fast_margin (const VwOrb *self)
{
  return self->counting ? VW_ORB_FAST_RADIUS : MAX (VW_ORB_FAST_RADIUS, self->edge_threshold - 1);
}

static guint
count_middle (const VwOrb *self, int level)
{
  const VwOrbFound *found = &self->found[level];
  int width = self->levels[level].width, height = self->levels[level].height;
  int wide = width - 2 * self->edge_threshold, high = height - 2 * self->edge_threshold;
  guint middle = 0;

  for (guint i = 0; i < found->n; i++)
    middle += 2 * ABS (2 * found->corners[i].x - (width - 1)) < wide
              && 2 * ABS (2 * found->corners[i].y - (height - 1)) < high;
  return middle;
}

static void
drop_border (VwOrb *self, int level)
{
  VwOrbFound *found = &self->found[level];
  int edge = self->edge_threshold;
  int right = self->levels[level].width - edge, bottom = self->levels[level].height - edge;
  guint left = 0;

  for (guint i = 0; i < found->n; i++)
    {
      VwOrbCorner corner = found->corners[i];

      /* Without a branch: whether a corner is inside cannot be guessed. */
      found->corners[left] = corner;
      left += (corner.x >= edge) & (corner.x < right) & (corner.y >= edge) & (corner.y < bottom);
    }
  found->n = left;
}

/* Leaves the @quota corners of highest response, in the order of OpenCV. */
static gboolean
keep_best (VwOrbFound *found, guint quota, GError **error)
{
  g_autofree VwOrbCorner *all = NULL;
  g_autofree float *responses = NULL;
  g_autofree guint *order = NULL;
  char *message = NULL;
  guint n_all = found->n;

  if (n_all <= quota)
    return TRUE;
  all = g_memdup2 (found->corners, n_all * sizeof *all);
  responses = g_new (float, n_all);
  order = g_new (guint, n_all);
  for (guint i = 0; i < n_all; i++)
    responses[i] = all[i].response;
  if (!vw_opencv_retain_best (responses, n_all, quota, order, &found->n, &message))
    {
      vw_orb_take_message (message, error);
      return FALSE;
    }
  for (guint i = 0; i < found->n; i++)
    found->corners[i] = all[order[i]];
  return TRUE;
}

static void
rate_corners (VwOrb *self, int level)
{
  const VwPlane *plane = &self->planes[level];
  const VwOrbFound *found = &self->found[level];

  for (guint i = 0; i < found->n; i++)
    {
      VwOrbCorner *corner = &found->corners[i];
      int sums[3];

      self->kernels->gradients (plane->pixels + corner->y * plane->stride + corner->x,
                                plane->stride, sums);
      corner->response = vw_orb_harris (sums);
    }
}

/* The corners that are left came as far as that. */
static void
note_corners (VwOrb *self, const VwOrbFound *found, VwCornerFate fate)
{
  if (self->trace != NULL)
    vw_orb_trace_promote (self->trace, found->corners, found->n, fate);
}

/* Leaves the level's keypoints among its corners and counts what each rule drops. */
static gboolean
choose_corners (VwOrb *self, int level, GError **error)
{
  VwLevelCounts *counts = &self->frame.levels[level];
  VwOrbFound *found = &self->found[level];
  guint quota = self->levels[level].quota;

  found->n = self->kernels->fast (&self->planes[level], fast_margin (self), self->fast_threshold,
                                  &self->fast, found->corners, &counts->fast);
  counts->suppressed = found->n;
  if (self->trace != NULL)
    vw_orb_trace_add_corners (self->trace, &self->fast.steps, counts->fast);
  note_corners (self, found, VW_CORNER_AT_BORDER);
  drop_border (self, level);
  counts->border = found->n;
  counts->middle = count_middle (self, level);
  note_corners (self, found, VW_CORNER_OVER_QUOTA);
  if (!keep_best (found, 2 * quota, error))
    return FALSE;
  if (found->n > 0 && vw_orb_looks_outside (self))
    vw_plane_mirror (&self->planes[level]);
  rate_corners (self, level);
  if (self->trace != NULL)
    vw_orb_trace_rate (self->trace, found->corners, found->n);
  if (!keep_best (found, quota, error))
    return FALSE;
  counts->kept = found->n;
  note_corners (self, found, VW_CORNER_KEPT);
  return TRUE;
}

int
vw_orb_search (VwOrb *self, GError **error)
{
  VwOrbCorner *next = self->corners;
  int level = 0;

  for (; is_needed (self, level); level++)
    {
      if (level > 0)
        vw_orb_shrinker_make (&self->shrinker, self->planes, level, &self->searched[level]);
      if (self->trace != NULL)
        {
          vw_plane_mirror (&self->planes[level]);
          vw_orb_trace_add_level (self->trace, &self->planes[level], self->levels[level].scale);
        }
      self->found[level].corners = next;
      if (!choose_corners (self, level, error))
        return -1;
      next += self->found[level].n;
    }
  return level;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-trace-private.h"

#include "core/kernels-private.h"

#include <math.h>
#include <stdlib.h>

G_STATIC_ASSERT (VW_DESCRIPTOR_BITS == VW_ORB_TESTS);

struct _VwOrbTrace {
  gatomicrefcount refs;
  const VwKernels *kernels;
  VwOrbTests tests;
  VwOrbDisc disc;
  guint n_levels;
  VwTraceLevel levels[VW_ORB_MAX_LEVELS];
  GArray *keypoints; /* of VwTraceKeypoint */
};

VwOrbTrace *
vw_orb_trace_new (const VwKernels *kernels, const VwOrbTests *tests, int patch_size)
{
  VwOrbTrace *self = g_new0 (VwOrbTrace, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kernels = kernels;
  self->tests = *tests;
  vw_orb_disc_init (&self->disc, patch_size);
  self->keypoints = g_array_new (FALSE, FALSE, sizeof (VwTraceKeypoint));
  return self;
}

VwOrbTrace *
vw_orb_trace_ref (VwOrbTrace *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_orb_trace_unref (VwOrbTrace *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_levels; i++)
    {
      vw_plane_clear (&self->levels[i].sharp);
      vw_plane_clear (&self->levels[i].blurred);
      g_free ((gpointer) self->levels[i].corners);
    }
  vw_orb_disc_clear (&self->disc);
  g_array_unref (self->keypoints);
  g_free (self);
}

void
vw_orb_trace_add_level (VwOrbTrace *self, const VwPlane *plane, float scale)
{
  VwTraceLevel *level = &self->levels[self->n_levels++];

  level->scale = scale;
  vw_plane_copy (&level->sharp, plane);
}

static VwTraceLevel *
last_level (VwOrbTrace *self)
{
  return &self->levels[self->n_levels - 1];
}

void
vw_orb_trace_add_corners (VwOrbTrace *self, const VwPlane *steps, guint n)
{
  VwTraceLevel *level = last_level (self);
  VwTraceCorner *corner = g_new (VwTraceCorner, n);

  level->corners = corner;
  level->n_corners = n;
  for (int y = VW_ORB_FAST_RADIUS; y < level->sharp.height - VW_ORB_FAST_RADIUS; y++)
    for (int x = VW_ORB_FAST_RADIUS; x < level->sharp.width - VW_ORB_FAST_RADIUS; x++)
      {
        const guint8 *step = steps->pixels + y * steps->stride + x;
        gboolean tied;

        if (*step == 0)
          continue;
        tied = vw_fast_highest_around (step, steps->stride) <= *step;
        *corner++ = (VwTraceCorner){ .x = x,
                                     .y = y,
                                     .score = *step - 1,
                                     .fate = tied ? VW_CORNER_TIED : VW_CORNER_BEATEN,
                                     .keypoint = -1,
                                     .response = NAN };
      }
}

static int
compare_places (gconstpointer key, gconstpointer item)
{
  const VwOrbCorner *a = key;
  const VwTraceCorner *b = item;

  return a->y != b->y ? a->y - b->y : a->x - b->x;
}

static VwTraceCorner *
find_corner (const VwTraceLevel *level, const VwOrbCorner *corner)
{
  return bsearch (corner, level->corners, level->n_corners, sizeof *level->corners, compare_places);
}

void
vw_orb_trace_promote (VwOrbTrace *self, const VwOrbCorner *corners, guint n, VwCornerFate fate)
{
  for (guint i = 0; i < n; i++)
    find_corner (last_level (self), &corners[i])->fate = fate;
}

void
vw_orb_trace_rate (VwOrbTrace *self, const VwOrbCorner *corners, guint n)
{
  for (guint i = 0; i < n; i++)
    find_corner (last_level (self), &corners[i])->response = corners[i].response;
}

void
vw_orb_trace_add_keypoint (VwOrbTrace *self, int level, const VwOrbCorner *corner,
                           const int moments[2], float angle)
{
  VwTraceKeypoint keypoint = { level, corner->x, corner->y, moments[0], moments[1], angle };

  find_corner (&self->levels[level], corner)->keypoint = self->keypoints->len;
  g_array_append_val (self->keypoints, keypoint);
}

void
vw_orb_trace_add_blurred (VwOrbTrace *self, int level, const VwPlane *plane)
{
  vw_plane_copy (&self->levels[level].blurred, plane);
}

guint
vw_orb_trace_get_n_levels (const VwOrbTrace *self)
{
  return self->n_levels;
}

const VwTraceLevel *
vw_orb_trace_get_level (const VwOrbTrace *self, guint level)
{
  g_return_val_if_fail (level < self->n_levels, NULL);
  return &self->levels[level];
}

guint
vw_orb_trace_count (const VwOrbTrace *self, guint level, VwCornerFate fate)
{
  guint n = 0;

  g_return_val_if_fail (level < self->n_levels, 0);
  for (guint i = 0; i < self->levels[level].n_corners; i++)
    n += self->levels[level].corners[i].fate == fate;
  return n;
}

const VwTraceKeypoint *
vw_orb_trace_get_keypoint (const VwOrbTrace *self, guint keypoint)
{
  g_return_val_if_fail (keypoint < self->keypoints->len, NULL);
  return &g_array_index (self->keypoints, VwTraceKeypoint, keypoint);
}

/* From an offset in bytes back to pixels: no test reaches as far as half a row. */
static void
split_offset (gint32 offset, gint32 stride, gint8 turned[2])
{
  int row = (int) floor ((offset + stride / 2) / (double) stride);

  turned[0] = offset - row * stride;
  turned[1] = row;
}

void
vw_orb_trace_get_pairs (const VwOrbTrace *self, guint keypoint,
                        VwTestPair pairs[VW_DESCRIPTOR_BITS])
{
  const VwTraceKeypoint *at = vw_orb_trace_get_keypoint (self, keypoint);
  const VwPlane *plane = &self->levels[at->level].blurred;
  const guint8 *centre = plane->pixels + at->y * plane->stride + at->x;
  gint32 offsets[2][VW_ORB_TESTS];
  float turn[2];

  vw_orb_turn (at->angle, turn);
  self->kernels->turn_tests (&self->tests, turn, plane->stride, offsets);
  for (guint i = 0; i < VW_ORB_TESTS; i++)
    {
      for (guint point = 0; point < 2; point++)
        {
          pairs[i].upright[point][0] = self->tests.x[point][i];
          pairs[i].upright[point][1] = self->tests.y[point][i];
          split_offset (offsets[point][i], plane->stride, pairs[i].turned[point]);
          pairs[i].grey[point] = centre[offsets[point][i]];
        }
      pairs[i].bit = pairs[i].grey[0] < pairs[i].grey[1];
    }
}

int
vw_orb_trace_get_radius (const VwOrbTrace *self)
{
  return self->disc.half;
}

gboolean
vw_orb_trace_is_in_disc (const VwOrbTrace *self, int dx, int dy)
{
  const VwOrbDisc *disc = &self->disc;
  int at = (dy + disc->half) * disc->stride + dx + disc->half;

  if (ABS (dx) > disc->half || ABS (dy) > disc->half)
    return FALSE;
  return (dx == 0 && dy == 0) || disc->x[at] != 0 || disc->y[at] != 0;
}

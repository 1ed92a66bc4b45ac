/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include <math.h>

#define HARRIS_REACH 4 /* a 7 × 7 block of 3 × 3 gradients */

static void
scratch_init (VwOrb *self)
{
  const VwOrbLevel *base = &self->levels[0];

  for (guint i = 0; i < 3; i++)
    self->scores[i] = g_malloc0 (base->width + 2 * VW_KERNEL_SLACK);
  self->corners = g_array_new (FALSE, FALSE, sizeof (VwOrbCorner));
  self->blurred = g_malloc0 (base->stride * (base->height + 2 * self->pad + 8));
  self->blur_row_stride = (base->width + 15) & ~(gsize) 7;
  self->blur_rows = g_new0 (float, self->blur_row_stride * (base->height + 6));
  self->blur_line = g_new0 (float, base->width + 24);
  self->keypoints = g_array_new (FALSE, FALSE, sizeof (VwKeypoint));
  self->descriptors = g_byte_array_new ();
}

VwOrb *
vw_orb_new (const VwParameters *parameters, guint width, guint height, GError **error)
{
  g_autoptr (VwOrb) self = g_new0 (VwOrb, 1);

  self->parameters = *parameters;
  self->kernels = vw_kernels_get ();
  self->counting = TRUE;
  self->patch.half = parameters->patch_size / 2;
  vw_orb_describe_init (self);
  /* As far as anything is read from a keypoint, and by the blur before it. */
  self->pad = MAX (MAX (self->reach, (guint) self->patch.half), HARRIS_REACH) + 4;
  if (!vw_orb_pyramid_init (self, width, height, error))
    return NULL;
  scratch_init (self);
  return g_steal_pointer (&self);
}

void
vw_orb_free (VwOrb *self)
{
  vw_orb_pyramid_clear (self);
  for (guint i = 0; i < 3; i++)
    g_free (self->scores[i]);
  g_clear_pointer (&self->corners, g_array_unref);
  g_clear_pointer (&self->keypoints, g_array_unref);
  g_clear_pointer (&self->descriptors, g_byte_array_unref);
  g_free (self->blurred);
  g_free (self->blur_rows);
  g_free (self->blur_line);
  g_free (self->patch.row_ends);
  g_free (self->patch.across);
  g_free (self->patch.down);
  g_free (self);
}

void
vw_orb_skip_counts (VwOrb *self)
{
  self->counting = FALSE;
}

guint
vw_orb_level_sizes (const VwOrb *self, VwLevelCounts *levels)
{
  for (guint i = 0; i < self->n_levels; i++)
    levels[i] = (VwLevelCounts){ .width = self->levels[i].width,
                                 .height = self->levels[i].height };
  return self->n_levels;
}

/* The corners that are left on a level become keypoints, in pixels of level 0. */
static void
add_keypoints (VwOrb *self, guint index)
{
  const VwOrbLevel *level = &self->levels[index];

  for (guint i = 0; i < self->corners->len; i++)
    {
      const VwOrbCorner *corner = &g_array_index (self->corners, VwOrbCorner, i);
      VwKeypoint keypoint = {
        .x = corner->x * level->scale,
        .y = corner->y * level->scale,
        .size = (float) self->parameters.patch_size * level->scale,
        .angle = vw_orb_direction (self, level, corner->x, corner->y),
        .response = corner->response,
        .octave = (gint32) index,
      };

      g_array_append_val (self->keypoints, keypoint);
    }
}

static void
extract_level (VwOrb *self, guint index)
{
  VwLevelCounts *counts = &self->frame.levels[index];
  guint first = self->keypoints->len;

  vw_orb_find_corners (self, index, counts);
  vw_orb_apply_quota (self, index);
  counts->kept = self->corners->len;
  add_keypoints (self, index);
  vw_orb_describe_level (self, index, first);
}

const VwOrbFrame *
vw_orb_extract (VwOrb *self, const guint8 *pixels, GError **error)
{
  g_array_set_size (self->keypoints, 0);
  g_byte_array_set_size (self->descriptors, 0);
  vw_orb_pyramid_build (self, pixels);
  self->frame.n_levels = vw_orb_level_sizes (self, self->frame.levels);
  for (guint i = 0; i < self->n_built; i++)
    extract_level (self, i);
  self->frame.n_keypoints = self->keypoints->len;
  self->frame.keypoints = (const VwKeypoint *) (const void *) self->keypoints->data;
  self->frame.descriptors = self->descriptors->data;
  return &self->frame;
}

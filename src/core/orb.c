/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-stages.h"

static void
allocate_levels (VwOrb *self)
{
  const VwOrbLevel *levels = self->levels;
  int width = levels[0].width, height = levels[0].height;
  gsize most_corners = 0;

  for (int i = 0; i < self->n_levels; i++)
    {
      vw_plane_init (&self->planes[i], levels[i].width, levels[i].height, self->reach);
      /* No two corners are neighbours once suppressed. */
      most_corners += (gsize) ((levels[i].width + 1) / 2) * ((levels[i].height + 1) / 2);
    }
  vw_orb_shrinker_init (&self->shrinker, self->kernels, levels, self->n_levels);
  vw_plane_init (&self->fast.steps, width, height, 0);
  self->fast.blocks = g_new0 (guint32, vw_fast_blocks (width, height));
  self->fast.masks = g_new0 (guint32, vw_fast_blocks (width, height));
  self->blurred = vw_kernel_alloc_rows (VW_ORB_BLUR_ROWS, width, sizeof *self->blurred);
  self->corners = g_new0 (VwOrbCorner, most_corners);
  /* Seven more, see VwKernels. */
  self->moments = g_malloc0_n (most_corners + 7, sizeof *self->moments);
  self->angles = g_new (float, most_corners + 7);
}

VwOrb *
vw_orb_new_with_kernels (const VwParameters *parameters, guint width, guint height,
                         const VwKernels *kernels, GError **error)
{
  g_autoptr (VwOrb) self = g_new0 (VwOrb, 1);

  g_return_val_if_fail (parameters->levels <= VW_ORB_MAX_LEVELS, NULL);
  self->kernels = kernels;
  self->counting = TRUE;
  self->n_levels = parameters->levels;
  self->edge_threshold = parameters->edge_threshold;
  self->patch_size = parameters->patch_size;
  self->fast_threshold = parameters->fast_threshold;
  self->keypoints = g_array_new (FALSE, FALSE, sizeof (VwKeypoint));
  self->descriptors = g_byte_array_new ();
  if (!vw_orb_plan_levels (parameters, width, height, self->levels, error)
      || !vw_orb_tests_init (&self->tests, self->patch_size, error))
    return NULL;
  vw_orb_disc_init (&self->disc, self->patch_size);
  self->reach = MAX (self->tests.reach + VW_ORB_BLUR_RADIUS, self->disc.half);
  self->reach = MAX (self->reach, VW_ORB_HARRIS_RADIUS + 1);
  allocate_levels (self);
  vw_orb_plan_search (self);
  return g_steal_pointer (&self);
}

VwOrb *
vw_orb_new (const VwParameters *parameters, guint width, guint height, GError **error)
{
  return vw_orb_new_with_kernels (parameters, width, height, vw_kernels (), error);
}

void
vw_orb_free (VwOrb *self)
{
  for (int i = 0; i < self->n_levels; i++)
    vw_plane_clear (&self->planes[i]);
  vw_orb_shrinker_clear (&self->shrinker);
  vw_orb_disc_clear (&self->disc);
  vw_plane_clear (&self->fast.steps);
  g_free (self->fast.blocks);
  g_free (self->fast.masks);
  g_free (self->corners);
  g_free (self->moments);
  g_free (self->angles);
  g_aligned_free (self->blurred);
  g_array_unref (self->keypoints);
  g_byte_array_unref (self->descriptors);
  g_clear_pointer (&self->trace, vw_orb_trace_unref);
  g_free (self);
}

void
vw_orb_skip_counts (VwOrb *self)
{
  g_return_if_fail (!self->explaining);
  self->counting = FALSE;
  vw_orb_plan_search (self);
}

int
vw_orb_frame_strongest (const VwOrbFrame *frame, int level)
{
  const VwKeypoint *keypoints = frame->keypoints;
  int best = -1;

  for (guint i = 0; i < frame->n_keypoints; i++)
    if ((level < 0 || keypoints[i].octave == level)
        && (best < 0 || keypoints[i].response > keypoints[best].response))
      best = i;
  return best;
}

void
vw_orb_explain (VwOrb *self)
{
  g_return_if_fail (self->counting);
  self->explaining = TRUE;
}

static void
begin_frame (VwOrb *self)
{
  g_array_set_size (self->keypoints, 0);
  self->frame.n_levels = self->n_levels;
  self->frame.reach = self->reach;
  self->frame.n_reflected = 0;
  for (int i = 0; i < self->n_levels; i++)
    self->frame.levels[i] = (VwLevelCounts){ .width = self->levels[i].width,
                                             .height = self->levels[i].height };
  g_clear_pointer (&self->trace, vw_orb_trace_unref);
  if (self->explaining)
    self->trace = vw_orb_trace_new (self->kernels, &self->tests, self->patch_size);
}

VwPlane *
vw_orb_get_image (VwOrb *self)
{
  return &self->planes[0];
}

const VwOrbFrame *
vw_orb_run (VwOrb *self, GError **error)
{
  VwOrbFrame *frame = &self->frame;
  int n_levels;

  begin_frame (self);
  n_levels = vw_orb_search (self, error);
  if (n_levels < 0)
    return NULL;
  vw_orb_describe (self, n_levels);
  frame->n_keypoints = self->keypoints->len;
  frame->keypoints = (const VwKeypoint *) self->keypoints->data;
  frame->descriptors = self->descriptors->data;
  frame->trace = self->trace;
  return frame;
}

const VwOrbFrame *
vw_orb_extract (VwOrb *self, const guint8 *pixels, GError **error)
{
  vw_plane_load (&self->planes[0], pixels);
  return vw_orb_run (self, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-trace-private.h"

#include "core/error.h"
#include "vision/opencv.h"

#include <math.h>
#include <string.h>

struct _VwOrb {
  const VwKernels *kernels;
  int n_levels, edge_threshold, patch_size, fast_threshold;
  VwOrbLevel levels[VW_ORB_MAX_LEVELS];
  VwOrbDisc disc;
  VwOrbTests tests;
  gboolean counting;   /* look at all corners, not only at those that can become keypoints */
  gboolean explaining; /* keep a trace, which takes counting */
  int reach;           /* pixels that a keypoint looks at around it, the blur's included */

  VwPlane planes[VW_ORB_MAX_LEVELS];
  VwOrbShrinker shrinker;
  VwFastScratch fast;
  VwOrbCorner *corners;
  float *blurred;

  GArray *keypoints;       /* of VwKeypoint */
  GByteArray *descriptors; /* 32 bytes a keypoint */
  VwOrbTrace *trace;       /* while explaining, of the present image */
  VwOrbFrame frame;
};

static void
allocate_levels (VwOrb *self)
{
  const VwOrbLevel *levels = self->levels;
  int width = levels[0].width, height = levels[0].height;

  for (int i = 0; i < self->n_levels; i++)
    vw_plane_init (&self->planes[i], levels[i].width, levels[i].height, self->reach);
  vw_orb_shrinker_init (&self->shrinker, self->kernels, levels, self->n_levels);
  vw_plane_init (&self->fast.steps, width, height, 0);
  self->fast.blocks = g_new0 (guint32, vw_fast_blocks (width, height));
  self->fast.masks = g_new0 (guint32, vw_fast_blocks (width, height));
  self->blurred = vw_kernel_alloc_rows (VW_ORB_BLUR_ROWS, width, sizeof *self->blurred);
  /* No two corners are neighbours once suppressed. */
  self->corners = g_new0 (VwOrbCorner, ((width + 1) / 2) * ((height + 1) / 2));
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
  g_aligned_free (self->blurred);
  g_array_unref (self->keypoints);
  g_byte_array_unref (self->descriptors);
  g_clear_pointer (&self->trace, vw_orb_trace_unref);
  g_free (self);
}

/* Where FAST looks: wherever its ring fits; or, when nobody counts, at what can become a keypoint and
 * at its neighbours, with which it competes. */
static int
fast_margin (const VwOrb *self)
{
  return self->counting ? VW_ORB_FAST_RADIUS : MAX (VW_ORB_FAST_RADIUS, self->edge_threshold - 1);
}

/* Levels only get smaller, so those after one without room have none either. */
static gboolean
has_room (const VwOrb *self, int level)
{
  return MIN (self->levels[level].width, self->levels[level].height) > 2 * self->edge_threshold;
}

static guint
count_middle (const VwOrb *self, int level, guint n)
{
  int width = self->levels[level].width, height = self->levels[level].height;
  int wide = width - 2 * self->edge_threshold, high = height - 2 * self->edge_threshold;
  guint middle = 0;

  for (guint i = 0; i < n; i++)
    middle += 2 * ABS (2 * self->corners[i].x - (width - 1)) < wide
              && 2 * ABS (2 * self->corners[i].y - (height - 1)) < high;
  return middle;
}

static guint
drop_border (VwOrb *self, int level, guint n)
{
  int edge = self->edge_threshold;
  int right = self->levels[level].width - edge, bottom = self->levels[level].height - edge;
  guint left = 0;

  for (guint i = 0; i < n; i++)
    {
      VwOrbCorner corner = self->corners[i];

      /* Without a branch: whether a corner is inside cannot be guessed. */
      self->corners[left] = corner;
      left += (corner.x >= edge) & (corner.x < right) & (corner.y >= edge) & (corner.y < bottom);
    }
  return left;
}

/* Leaves the @quota corners of highest response, in the order of OpenCV. */
static gboolean
keep_best (VwOrb *self, guint *n, guint quota, GError **error)
{
  g_autofree VwOrbCorner *all = NULL;
  g_autofree float *responses = NULL;
  g_autofree guint *order = NULL;
  char *message = NULL;
  guint n_all = *n;

  if (n_all <= quota)
    return TRUE;
  all = g_memdup2 (self->corners, n_all * sizeof *all);
  responses = g_new (float, n_all);
  order = g_new (guint, n_all);
  for (guint i = 0; i < n_all; i++)
    responses[i] = all[i].response;
  if (!vw_opencv_retain_best (responses, n_all, quota, order, n, &message))
    {
      vw_orb_take_message (message, error);
      return FALSE;
    }
  for (guint i = 0; i < *n; i++)
    self->corners[i] = all[order[i]];
  return TRUE;
}

static void
rate_corners (VwOrb *self, int level, guint n)
{
  const VwPlane *plane = &self->planes[level];

  for (guint i = 0; i < n; i++)
    {
      VwOrbCorner *corner = &self->corners[i];
      int sums[3];

      self->kernels->gradients (plane->pixels + corner->y * plane->stride + corner->x,
                                plane->stride, sums);
      corner->response = vw_orb_harris (sums);
    }
}

/* The smallest area that holds the corners, grown by @margin and cut to the level. */
static VwOrbArea
surround (VwOrb *self, int level, guint n, int margin)
{
  int left = G_MAXINT, top = G_MAXINT, right = 0, bottom = 0;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, self->corners[i].x);
      top = MIN (top, self->corners[i].y);
      right = MAX (right, self->corners[i].x);
      bottom = MAX (bottom, self->corners[i].y);
    }
  left = MAX (left - margin, 0);
  top = MAX (top - margin, 0);
  right = MIN (right + margin, self->levels[level].width - 1);
  bottom = MIN (bottom + margin, self->levels[level].height - 1);
  return (VwOrbArea){ left, top, right - left + 1, bottom - top + 1 };
}

/* Whether a keypoint beyond the edge threshold looks over the edge of the image. */
static gboolean
looks_outside (VwOrb *self)
{
  return MAX (self->edge_threshold, VW_ORB_FAST_RADIUS) < self->reach;
}

static void
append_keypoint (VwOrb *self, int level, const VwOrbCorner *corner)
{
  const VwPlane *plane = &self->planes[level];
  float scale = self->levels[level].scale;
  VwKeypoint keypoint = { corner->x * scale, corner->y * scale, self->patch_size * scale, 0,
                          corner->response, level };
  int moments[2];

  self->kernels->moments (plane->pixels + corner->y * plane->stride + corner->x, plane->stride,
                          &self->disc, moments);
  keypoint.angle = vw_orb_angle (moments[1], moments[0]);
  if (self->trace != NULL)
    vw_orb_trace_add_keypoint (self->trace, corner, moments, keypoint.angle);
  g_array_append_val (self->keypoints, keypoint);
}

static void
describe_corners (VwOrb *self, int level, guint n)
{
  const VwPlane *plane = &self->planes[level];
  guint before = self->keypoints->len - n;

  g_byte_array_set_size (self->descriptors, self->keypoints->len * VW_DESCRIPTOR_BYTES);
  for (guint i = 0; i < n; i++)
    {
      const VwOrbCorner *corner = &self->corners[i];
      float turn[2];

      vw_orb_turn (g_array_index (self->keypoints, VwKeypoint, before + i).angle, turn);
      self->kernels->describe (plane->pixels + corner->y * plane->stride + corner->x,
                               plane->stride, &self->tests, turn,
                               self->descriptors->data + (before + i) * VW_DESCRIPTOR_BYTES);
    }
}

/* The corners that are left came as far as that. */
static void
note_corners (VwOrb *self, guint n, VwCornerFate fate)
{
  if (self->trace != NULL)
    vw_orb_trace_promote (self->trace, self->corners, n, fate);
}

/* Leaves the level's keypoints among the corners and counts what each rule drops. */
static gboolean
choose_corners (VwOrb *self, int level, guint *n, GError **error)
{
  VwLevelCounts *counts = &self->frame.levels[level];
  guint quota = self->levels[level].quota;

  *n = self->kernels->fast (&self->planes[level], fast_margin (self), self->fast_threshold,
                            &self->fast, self->corners, &counts->fast);
  counts->suppressed = *n;
  if (self->trace != NULL)
    vw_orb_trace_add_corners (self->trace, &self->fast.steps, counts->fast);
  note_corners (self, *n, VW_CORNER_AT_BORDER);
  *n = counts->border = drop_border (self, level, *n);
  counts->middle = count_middle (self, level, *n);
  note_corners (self, *n, VW_CORNER_OVER_QUOTA);
  if (!keep_best (self, n, 2 * quota, error))
    return FALSE;
  if (*n > 0 && looks_outside (self))
    vw_plane_mirror (&self->planes[level]);
  rate_corners (self, level, *n);
  if (self->trace != NULL)
    vw_orb_trace_rate (self->trace, self->corners, *n);
  if (!keep_best (self, n, quota, error))
    return FALSE;
  counts->kept = *n;
  note_corners (self, *n, VW_CORNER_KEPT);
  return TRUE;
}

/* OpenCV too blurs the level but not the border around it. Blurred is what the level's first @n
 * corners look at; all of it for a trace, which shows it. */
static void
blur_level (VwOrb *self, int level, guint n)
{
  VwPlane *plane = &self->planes[level];
  VwOrbArea area = { 0, 0, plane->width, plane->height };

  if (self->trace == NULL)
    area = surround (self, level, n, self->tests.reach);
  self->kernels->blur (plane, &area, self->blurred);
  if (self->trace != NULL)
    vw_orb_trace_add_blurred (self->trace, plane);
}

/* Counts those of the first @n corners whose surroundings do not fit into the level. */
static guint
count_reflected (VwOrb *self, int level, guint n)
{
  int right = self->levels[level].width - self->reach;
  int bottom = self->levels[level].height - self->reach;
  guint reflected = 0;

  for (guint i = 0; i < n; i++)
    {
      const VwOrbCorner *corner = &self->corners[i];

      reflected += corner->x < self->reach || corner->x >= right || corner->y < self->reach
                   || corner->y >= bottom;
    }
  return reflected;
}

static gboolean
extract_level (VwOrb *self, int level, GError **error)
{
  guint n;

  if (self->trace != NULL)
    {
      vw_plane_mirror (&self->planes[level]);
      vw_orb_trace_add_level (self->trace, &self->planes[level], self->levels[level].scale);
    }
  if (!choose_corners (self, level, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    append_keypoint (self, level, &self->corners[i]);
  if (n == 0 && self->trace == NULL)
    return TRUE;
  if (looks_outside (self))
    self->frame.n_reflected += count_reflected (self, level, n);
  blur_level (self, level, n);
  describe_corners (self, level, n);
  return TRUE;
}

void
vw_orb_skip_counts (VwOrb *self)
{
  g_return_if_fail (!self->explaining);
  self->counting = FALSE;
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

static gboolean
is_needed (const VwOrb *self, int level)
{
  return level < self->n_levels && (self->counting || has_room (self, level));
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

const VwOrbFrame *
vw_orb_extract (VwOrb *self, const guint8 *pixels, GError **error)
{
  VwOrbFrame *frame = &self->frame;

  begin_frame (self);
  vw_plane_load (&self->planes[0], pixels);
  for (int i = 0; is_needed (self, i); i++)
    {
      /* The next level is made of this one, before it is blurred. */
      if (is_needed (self, i + 1))
        vw_orb_shrinker_make (&self->shrinker, self->planes, i + 1);
      if (!extract_level (self, i, error))
        return NULL;
    }
  frame->n_keypoints = self->keypoints->len;
  frame->keypoints = (const VwKeypoint *) self->keypoints->data;
  frame->descriptors = self->descriptors->data;
  frame->trace = self->trace;
  return frame;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-trace-private.h"

#include "core/error.h"
#include "vision/opencv.h"

#include <math.h>
#include <string.h>

/* The corners of one level that are still in. */
typedef struct {
  VwOrbCorner *corners;
  guint n;
} LevelCorners;

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
  VwPlaneArea searched[VW_ORB_MAX_LEVELS]; /* what is made of a level before its corners are known */
  VwOrbShrinker shrinker;
  VwFastScratch fast;
  VwOrbCorner *corners; /* of all levels */
  LevelCorners found[VW_ORB_MAX_LEVELS];
  int (*moments)[2]; /* of one level's keypoints */
  float *angles;
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

/* Whether a keypoint beyond the edge threshold looks over the edge of the image. */
static gboolean
looks_outside (const VwOrb *self)
{
  return MAX (self->edge_threshold, VW_ORB_FAST_RADIUS) < self->reach;
}

/*
 * When nobody counts and no keypoint looks outside, the search for corners takes the places where
 * they can become keypoints, with their neighbours, the ring and the window of the ratings around
 * these, and what the same places of the next level are made of. What keypoints look at is made
 * later, around those that are there.
 */
static void
plan_search (VwOrb *self)
{
  int edge = self->edge_threshold;

  for (int i = self->n_levels - 1; i >= 0; i--)
    {
      int width = self->levels[i].width, height = self->levels[i].height;
      VwPlaneArea inside = { edge, edge, width - 2 * edge, height - 2 * edge }, next;

      self->searched[i] = (VwPlaneArea){ 0, 0, width, height };
      if (self->counting || looks_outside (self) || !has_room (self, i))
        continue;
      self->searched[i] = vw_plane_area_grow (&inside, VW_ORB_FAST_RADIUS + 1, width, height);
      if (!is_needed (self, i + 1))
        continue;
      next = vw_orb_shrinker_source (&self->shrinker, i + 1, &self->searched[i + 1]);
      self->searched[i] = vw_plane_area_unite (&self->searched[i], &next);
    }
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
  plan_search (self);
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

/* Where FAST looks: wherever its ring fits; or, when nobody counts, at what can become a keypoint and
 * at its neighbours, with which it competes. */
static int
fast_margin (const VwOrb *self)
{
  return self->counting ? VW_ORB_FAST_RADIUS : MAX (VW_ORB_FAST_RADIUS, self->edge_threshold - 1);
}

static guint
count_middle (const VwOrb *self, int level)
{
  const LevelCorners *found = &self->found[level];
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
  LevelCorners *found = &self->found[level];
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
keep_best (LevelCorners *found, guint quota, GError **error)
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
  const LevelCorners *found = &self->found[level];

  for (guint i = 0; i < found->n; i++)
    {
      VwOrbCorner *corner = &found->corners[i];
      int sums[3];

      self->kernels->gradients (plane->pixels + corner->y * plane->stride + corner->x,
                                plane->stride, sums);
      corner->response = vw_orb_harris (sums);
    }
}

/* The smallest area that holds the level's corners, grown by @margin and cut to the level; nothing
 * when there are none. */
static VwPlaneArea
surround (const VwOrb *self, int level, int margin)
{
  const LevelCorners *found = &self->found[level];
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
  return vw_plane_area_grow (&area, margin, self->levels[level].width,
                             self->levels[level].height);
}

static void
append_keypoints (VwOrb *self, int level)
{
  const VwPlane *plane = &self->planes[level];
  const LevelCorners *found = &self->found[level];
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
  const LevelCorners *found = &self->found[level];
  guint before = self->keypoints->len - found->n;

  g_byte_array_set_size (self->descriptors, self->keypoints->len * VW_DESCRIPTOR_BYTES);
  for (guint i = 0; i < found->n; i++)
    {
      const VwOrbCorner *corner = &found->corners[i];
      float turn[2];

      vw_orb_turn (self->angles[i], turn);
      self->kernels->describe (plane->pixels + corner->y * plane->stride + corner->x,
                               plane->stride, &self->tests, turn,
                               self->descriptors->data + (before + i) * VW_DESCRIPTOR_BYTES);
    }
}

/* The corners that are left came as far as that. */
static void
note_corners (VwOrb *self, const LevelCorners *found, VwCornerFate fate)
{
  if (self->trace != NULL)
    vw_orb_trace_promote (self->trace, found->corners, found->n, fate);
}

/* Leaves the level's keypoints among its corners and counts what each rule drops. */
static gboolean
choose_corners (VwOrb *self, int level, GError **error)
{
  VwLevelCounts *counts = &self->frame.levels[level];
  LevelCorners *found = &self->found[level];
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
  if (found->n > 0 && looks_outside (self))
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

/* Makes level by level as much as the search takes. Returns: how many, or -1. */
static int
search_levels (VwOrb *self, GError **error)
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
  const LevelCorners *found = &self->found[level];
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
  const LevelCorners *found = &self->found[level];

  if (found->n == 0 && self->trace == NULL)
    return;
  append_keypoints (self, level);
  if (looks_outside (self))
    self->frame.n_reflected += count_reflected (self, level);
  blur_level (self, level);
  describe_corners (self, level);
}

void
vw_orb_skip_counts (VwOrb *self)
{
  g_return_if_fail (!self->explaining);
  self->counting = FALSE;
  plan_search (self);
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

const VwOrbFrame *
vw_orb_extract (VwOrb *self, const guint8 *pixels, GError **error)
{
  VwOrbFrame *frame = &self->frame;
  int n_levels;

  begin_frame (self);
  vw_plane_load (&self->planes[0], pixels);
  n_levels = search_levels (self, error);
  if (n_levels < 0)
    return NULL;
  /* While none is blurred yet. */
  complete_levels (self, n_levels);
  for (int i = 0; i < n_levels; i++)
    describe_level (self, i);
  frame->n_keypoints = self->keypoints->len;
  frame->keypoints = (const VwKeypoint *) self->keypoints->data;
  frame->descriptors = self->descriptors->data;
  frame->trace = self->trace;
  return frame;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ORB says that it did, on every digit of the sample: against OpenCV, and against itself. */
#include "core/orb-trace.h"

#include "conformance/oracle.h"
#include "core/dataset.h"
#include "core/orb-private.h"
#include "core/presets.h"
#include "core/upscale.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *path;
  const char *settings; /* what differs from the notebook */
  guint every;
  gboolean quota_binds; /* so that this rule is looked at too */
} Case;

static const Case cases[] = {
  { "/trace/notebook", "edge-threshold=31", 1, FALSE },
  { "/trace/edge-4", "edge-threshold=4", 5, FALSE },
  { "/trace/quota", "edge-threshold=8 features=20", 5, TRUE },
  { "/trace/nearest", "interpolation=nearest edge-threshold=15", 5, FALSE },
  { "/trace/threshold-0", "fast-threshold=0 edge-threshold=20 levels=3", 10, FALSE },
  { "/trace/patch-40", "patch-size=40 edge-threshold=0 scale-factor=1.4", 10, FALSE },
};

/* With VW_TEST_KERNELS=plain, those of a machine without AVX2; meson.build then tells OpenCV too.
 */
static const VwKernels *
kernels_under_test (void)
{
  return g_strcmp0 (g_getenv ("VW_TEST_KERNELS"), "plain") == 0 ? &vw_kernels_plain : vw_kernels ();
}

static VwParameters
notebook_with (const char *text)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_auto (GStrv) settings = g_strsplit (text, " ", -1);

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);

      g_assert_true (vw_parameter_parse (&parameters, vw_parameter_find (pair[0]), pair[1], NULL));
    }
  return parameters;
}

/* The level's pixels without the border. */
static guint8 *
unpack (const VwPlane *plane)
{
  guint8 *pixels = g_malloc (plane->width * plane->height);

  for (int y = 0; y < plane->height; y++)
    memcpy (pixels + y * plane->width, plane->pixels + y * plane->stride, plane->width);
  return pixels;
}

static gboolean
is_above (const VwTraceCorner *corner, int threshold, gboolean suppressed)
{
  return corner->score >= threshold && (!suppressed || corner->fate >= VW_CORNER_AT_BORDER);
}

/* The corners that pass at @threshold, row by row, are those of cv::FAST. */
static void
check_fast (const VwTraceLevel *level, const VwOpencvImage *image, int threshold,
            gboolean suppressed)
{
  g_autofree VwOpencvKeypoint *expected = NULL;
  guint n_expected, n = 0;

  g_assert_true (vw_opencv_fast (image, threshold, suppressed, &expected, &n_expected, NULL));
  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];

      if (!is_above (corner, threshold, suppressed))
        continue;
      g_assert_cmpuint (n, <, n_expected);
      g_assert_cmpfloat (corner->x, ==, expected[n].x);
      g_assert_cmpfloat (corner->y, ==, expected[n].y);
      if (suppressed)
        g_assert_cmpfloat (corner->score, ==, expected[n].response);
      n++;
    }
  g_assert_cmpuint (n, ==, n_expected);
}

/* Why suppression dropped whom it dropped, from all the scores. A pixel that is no corner has a
 * score of 0. */
static void
check_suppression (const VwTraceLevel *level)
{
  int width = level->sharp.width, height = level->sharp.height;
  g_autofree guint8 *scores = g_malloc0 ((width + 2) * (height + 2));

  for (guint i = 0; i < level->n_corners; i++)
    scores[(level->corners[i].y + 1) * (width + 2) + level->corners[i].x + 1]
        = level->corners[i].score;
  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];
      guint higher = 0, same = 0;

      for (int at = 0; at < 9; at++)
        {
          int x = corner->x + at % 3, y = corner->y + at / 3;

          higher += at != 4 && scores[y * (width + 2) + x] > corner->score;
          same += at != 4 && scores[y * (width + 2) + x] == corner->score;
        }
      g_assert_cmpint (corner->fate == VW_CORNER_BEATEN, ==, higher > 0);
      g_assert_cmpint (corner->fate == VW_CORNER_TIED, ==, higher == 0 && same > 0);
    }
}

static void
check_border (const VwTraceLevel *level, const VwParameters *parameters)
{
  int edge = parameters->edge_threshold;

  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];
      gboolean inside = MIN (corner->x, corner->y) >= edge && corner->x < level->sharp.width - edge
                        && corner->y < level->sharp.height - edge;

      if (corner->fate >= VW_CORNER_AT_BORDER)
        g_assert_cmpint (corner->fate > VW_CORNER_AT_BORDER, ==, inside);
      if (corner->fate <= VW_CORNER_AT_BORDER)
        g_assert_true (isnan (corner->response));
    }
}

/* What was dropped by the quota is worse than all that was kept: in score, or then in response. */
static void
check_quota (const VwTraceLevel *level)
{
  float least_response = INFINITY;
  int least_score = G_MAXINT;

  for (guint i = 0; i < level->n_corners; i++)
    if (level->corners[i].fate == VW_CORNER_KEPT)
      least_response = MIN (least_response, level->corners[i].response);
  for (guint i = 0; i < level->n_corners; i++)
    if (level->corners[i].fate >= VW_CORNER_OVER_QUOTA && !isnan (level->corners[i].response))
      least_score = MIN (least_score, level->corners[i].score);
  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];

      if (corner->fate != VW_CORNER_OVER_QUOTA)
        continue;
      if (isnan (corner->response))
        g_assert_cmpint (corner->score, <, least_score);
      else
        g_assert_cmpfloat (corner->response, <, least_response);
    }
}

static void
check_counts (const VwOrbTrace *trace, guint level, const VwLevelCounts *counts)
{
  guint kept = vw_orb_trace_count (trace, level, VW_CORNER_KEPT);
  guint inside = kept + vw_orb_trace_count (trace, level, VW_CORNER_OVER_QUOTA);
  guint left = inside + vw_orb_trace_count (trace, level, VW_CORNER_AT_BORDER);

  g_assert_cmpuint (counts->kept, ==, kept);
  g_assert_cmpuint (counts->border, ==, inside);
  g_assert_cmpuint (counts->suppressed, ==, left);
  g_assert_cmpuint (counts->fast, ==,
                    left + vw_orb_trace_count (trace, level, VW_CORNER_TIED)
                        + vw_orb_trace_count (trace, level, VW_CORNER_BEATEN));
}

/* Each level is cv::resize() of the one before. */
static void
check_levels (const VwOrbTrace *trace, const VwParameters *parameters, const guint8 *image)
{
  const VwPlane *first = &vw_orb_trace_get_level (trace, 0)->sharp;
  g_autofree guint8 *before = g_memdup2 (image, first->width * first->height);
  VwOpencvImage larger = { before, first->width, first->height };

  for (guint i = 0; i < vw_orb_trace_get_n_levels (trace); i++)
    {
      const VwTraceLevel *level = vw_orb_trace_get_level (trace, i);
      guint8 *pixels = unpack (&level->sharp);
      VwOpencvImage seen = { pixels, level->sharp.width, level->sharp.height };
      g_autofree guint8 *expected = g_malloc (seen.width * seen.height);

      g_assert_true (vw_opencv_resize (&larger, VW_OPENCV_LINEAR_EXACT, seen.width, seen.height,
                                       expected, NULL));
      g_assert_cmpmem (pixels, seen.width * seen.height, expected, seen.width * seen.height);
      for (int threshold = parameters->fast_threshold; threshold < 255; threshold += 78)
        check_fast (level, &seen, threshold, FALSE);
      check_fast (level, &seen, parameters->fast_threshold, TRUE);
      check_suppression (level);
      check_border (level, parameters);
      check_quota (level);
      g_free (before);
      before = pixels;
      larger = seen;
    }
}

static void
check_orientation (const VwOrbTrace *trace, const VwTraceKeypoint *at)
{
  const VwPlane *plane = &vw_orb_trace_get_level (trace, at->level)->sharp;
  int radius = vw_orb_trace_get_radius (trace), m10 = 0, m01 = 0;
  double angle = atan2 (at->m01, at->m10) * 180 / G_PI;

  for (int y = -radius; y <= radius; y++)
    for (int x = -radius; x <= radius; x++)
      if (vw_orb_trace_is_in_disc (trace, x, y))
        {
          m10 += x * plane->pixels[(at->y + y) * plane->stride + at->x + x];
          m01 += y * plane->pixels[(at->y + y) * plane->stride + at->x + x];
        }
  g_assert_cmpint (at->m10, ==, m10);
  g_assert_cmpint (at->m01, ==, m01);
  g_assert_false (vw_orb_trace_is_in_disc (trace, radius, radius));
  g_assert_cmpfloat (fabs (remainder (at->angle - angle, 360)), <, .3);
}

static void
check_pair (const VwPlane *plane, const VwTraceKeypoint *at, const VwTestPair *pair)
{
  double angle = at->angle * G_PI / 180;

  for (guint point = 0; point < 2; point++)
    {
      const gint8 *upright = pair->upright[point], *turned = pair->turned[point];

      g_assert_cmpfloat (fabs (upright[0] * cos (angle) - upright[1] * sin (angle) - turned[0]), <=,
                         .5001);
      g_assert_cmpfloat (fabs (upright[0] * sin (angle) + upright[1] * cos (angle) - turned[1]), <=,
                         .5001);
      g_assert_cmpuint (pair->grey[point], ==,
                        plane->pixels[(at->y + turned[1]) * plane->stride + at->x + turned[0]]);
    }
}

/* The tests of a keypoint make the descriptor that cv::ORB gives it. */
static void
check_keypoint (const VwOrbFrame *frame, guint keypoint)
{
  const VwTraceKeypoint *at = vw_orb_trace_get_keypoint (frame->trace, keypoint);
  const VwTraceLevel *level = vw_orb_trace_get_level (frame->trace, at->level);
  const guint8 *descriptor = frame->descriptors + keypoint * VW_DESCRIPTOR_BYTES;
  VwTestPair pairs[VW_DESCRIPTOR_BITS];

  g_assert_cmpint (at->level, ==, frame->keypoints[keypoint].octave);
  g_assert_cmpfloat (at->x * level->scale, ==, frame->keypoints[keypoint].x);
  g_assert_cmpfloat (at->y * level->scale, ==, frame->keypoints[keypoint].y);
  g_assert_cmpfloat (at->angle, ==, frame->keypoints[keypoint].angle);
  check_orientation (frame->trace, at);
  vw_orb_trace_get_pairs (frame->trace, keypoint, pairs);
  for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
    {
      g_assert_cmpint (pairs[i].bit, ==, descriptor[i / 8] >> i % 8 & 1);
      check_pair (&level->blurred, at, &pairs[i]);
    }
}

/* Each keypoint is the corner that says so, and no other one is. */
static void
check_kept (const VwOrbFrame *frame)
{
  guint n = 0;

  for (guint i = 0; i < frame->n_levels; i++)
    {
      const VwTraceLevel *level = vw_orb_trace_get_level (frame->trace, i);

      for (guint j = 0; j < level->n_corners; j++)
        {
          const VwTraceCorner *corner = &level->corners[j];

          g_assert_cmpint (corner->keypoint >= 0, ==, corner->fate == VW_CORNER_KEPT);
          if (corner->keypoint < 0)
            continue;
          n++;
          g_assert_cmpfloat (corner->response, ==, frame->keypoints[corner->keypoint].response);
          g_assert_cmpint (corner->x, ==,
                           vw_orb_trace_get_keypoint (frame->trace, corner->keypoint)->x);
          g_assert_cmpint (corner->y, ==,
                           vw_orb_trace_get_keypoint (frame->trace, corner->keypoint)->y);
        }
    }
  g_assert_cmpuint (n, ==, frame->n_keypoints);
}

static guint
check_digit (VwOrb *orb, VwOpencvOrb *oracle, const VwParameters *parameters, const guint8 *pixels)
{
  VwOpencvImage image = { pixels, parameters->upscale, parameters->upscale };
  const VwOrbFrame *frame = vw_orb_extract (orb, pixels, NULL);
  guint over_quota = 0;

  g_assert_true (oracle_agrees (oracle, &image, frame));
  check_levels (frame->trace, parameters, pixels);
  for (guint i = 0; i < frame->n_levels; i++)
    check_counts (frame->trace, i, &frame->levels[i]);
  for (guint i = 0; i < frame->n_levels; i++)
    over_quota += vw_orb_trace_count (frame->trace, i, VW_CORNER_OVER_QUOTA);
  check_kept (frame);
  for (guint i = 0; i < frame->n_keypoints; i++)
    check_keypoint (frame, i);
  return over_quota;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  VwParameters parameters = notebook_with (c->settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, &error);
  g_autoptr (VwUpscaler) upscaler = vw_upscaler_new (&parameters, 28, 28);
  g_autoptr (VwOrb) orb = vw_orb_new_with_kernels (&parameters, parameters.upscale,
                                                   parameters.upscale, kernels_under_test (), NULL);
  g_autoptr (VwOpencvOrb) oracle = oracle_new (&parameters);
  guint over_quota = 0;

  g_assert_no_error (error);
  vw_orb_explain (orb);
  for (VwSplit split = VW_SPLIT_TRAIN; split < VW_N_SPLITS; split++)
    for (guint i = 0; i < vw_dataset_get_count (dataset, split); i += c->every)
      over_quota += check_digit (
          orb, oracle, &parameters,
          vw_upscaler_run (upscaler, vw_dataset_get_image (dataset, split, i), NULL));
  if (c->quota_binds)
    g_assert_cmpuint (over_quota, >, 0);
}

/* A trace outlives the image after it, and the ORB that made it. */
static void
test_kept_trace (void)
{
  VwParameters parameters = notebook_with ("edge-threshold=15");
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, NULL);
  g_autoptr (VwUpscaler) upscaler = vw_upscaler_new (&parameters, 28, 28);
  VwOrb *orb = vw_orb_new (&parameters, 96, 96, NULL);
  g_autofree guint8 *first = g_memdup2 (
      vw_upscaler_run (upscaler, vw_dataset_get_image (dataset, VW_SPLIT_TEST, 0), NULL), 96 * 96);
  g_autofree guint8 *descriptor = NULL;
  g_autoptr (VwOrbTrace) trace = NULL;
  const VwOrbFrame *frame;
  VwTestPair pairs[VW_DESCRIPTOR_BITS];

  g_assert_null (vw_orb_extract (orb, first, NULL)->trace);
  vw_orb_explain (orb);
  frame = vw_orb_extract (orb, first, NULL);
  g_assert_cmpuint (frame->n_keypoints, >, 0);
  descriptor = g_memdup2 (frame->descriptors, VW_DESCRIPTOR_BYTES);
  trace = vw_orb_trace_ref (frame->trace);
  frame = vw_orb_extract (
      orb, vw_upscaler_run (upscaler, vw_dataset_get_image (dataset, VW_SPLIT_TEST, 1), NULL),
      NULL);
  g_assert_true (frame->trace != trace);
  vw_orb_free (orb);
  vw_orb_trace_get_pairs (trace, 0, pairs);
  for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
    g_assert_cmpint (pairs[i].bit, ==, descriptor[i / 8] >> i % 8 & 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/trace/kept", test_kept_trace);
  return g_test_run ();
}

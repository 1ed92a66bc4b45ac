/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of kernels that this machine runs against those in plain C. */
#include "core/orb-private.h"
#include "core/presets.h"
#include "core/upscale-private.h"
#include "vision/opencv.h"
#include "lib/synthetic.h"

#include <math.h>

static gboolean
nothing_to_compare (void)
{
  if (vw_kernels () == &vw_kernels_plain)
    g_test_skip ("this machine runs the plain kernels");
  return vw_kernels () == &vw_kernels_plain;
}

static void
check_keypoints (const VwKernels *kernels, const VwParameters *parameters, guint width,
                 guint height)
{
  g_autoptr (VwOrb) plain
      = vw_orb_new_with_kernels (parameters, width, height, &vw_kernels_plain, NULL);
  g_autoptr (VwOrb) fast
      = vw_orb_new_with_kernels (parameters, width, height, kernels, NULL);

  for (guint i = 0; i < 3 * N_SYNTHETIC; i++)
    {
      g_autofree guint8 *pixels = synthetic_image (i % N_SYNTHETIC, width, height, i);
      const VwOrbFrame *a = vw_orb_extract (plain, pixels, NULL);
      const VwOrbFrame *b = vw_orb_extract (fast, pixels, NULL);

      g_assert_cmpmem (a->keypoints, a->n_keypoints * sizeof *a->keypoints, b->keypoints,
                       b->n_keypoints * sizeof *b->keypoints);
      g_assert_cmpmem (a->levels, a->n_levels * sizeof *a->levels, b->levels,
                       b->n_levels * sizeof *b->levels);
    }
}

static void
check_all_keypoints (const VwKernels *kernels)
{
  VwParameters parameters = vw_preset_find ("fixed-border")->parameters;

  for (int patch_size = 2; patch_size <= 128; patch_size += 21)
    {
      parameters.patch_size = patch_size;
      check_keypoints (kernels, &parameters, 96, 96);
    }
  for (parameters.levels = 4; parameters.scale_factor < 3; parameters.scale_factor += 0.17)
    check_keypoints (kernels, &parameters, 101, 90);
  parameters.scale_factor = 1.2;
  for (parameters.fast_threshold = 0; parameters.fast_threshold < 250;
       parameters.fast_threshold += 31)
    check_keypoints (kernels, &parameters, 131, 38);
}

/* All but the blur and the descriptors: two pyramids, two searches, two directions. */
static void
test_keypoints (void)
{
  if (nothing_to_compare ())
    return;
  for (const VwKernels *const *kernels = vw_kernels_here () + 1; *kernels != NULL; kernels++)
    check_all_keypoints (*kernels);
}

/* An image with room around it for any kernel. */
static void
fill_plane (VwPlane *plane, guint seed)
{
  g_autofree guint8 *pixels = synthetic_image (SYNTHETIC_NOISE, plane->width, plane->height, seed);

  vw_plane_load (plane, pixels);
  vw_plane_mirror (plane);
}

static void
check_descriptors (const VwKernels *kernels, const VwPlane *plane, int patch_size)
{
  VwOrbTests tests;

  g_assert_true (vw_orb_tests_init (&tests, patch_size, NULL));
  for (int i = 0; i < 400; i++)
    {
      const guint8 *centre = plane->pixels + (i % 80) * plane->stride + (i * 7) % 80;
      float turn[2] = { cosf (i * 0.0157f), sinf (i * 0.0157f) };
      guint8 a[VW_DESCRIPTOR_BYTES], b[VW_DESCRIPTOR_BYTES];

      vw_kernels_plain.describe (centre, plane->stride, &tests, turn, a);
      kernels->describe (centre, plane->stride, &tests, turn, b);
      g_assert_cmpmem (a, sizeof a, b, sizeof b);
    }
}

static void
test_describe (void)
{
  VwPlane plane;

  if (nothing_to_compare ())
    return;
  vw_plane_init (&plane, 80, 80, 100);
  for (int patch_size = 2; patch_size <= 128; patch_size++)
    {
      fill_plane (&plane, patch_size);
      for (const VwKernels *const *kernels = vw_kernels_here () + 1; *kernels != NULL; kernels++)
        check_descriptors (*kernels, &plane, patch_size);
    }
  vw_plane_clear (&plane);
}

/* The points of each test, found again in the lanes of the vectors that were packed to bytes. */
static void
test_points (void)
{
  int reached = 0;
  VwOrbTests tests;
  const VwOrbPoints *points = &tests.points;

  g_assert_true (vw_orb_tests_init (&tests, 31, NULL));
  g_assert_true (tests.few_points);
  for (int i = 0; i < 2 * VW_ORB_TESTS; i++)
    {
      int point = i % 2, test = i / 2, group = points->lane[point][test] / VW_ORB_POINT_GROUP, at;

      group += 2 * (points->second[point][test / 64] >> test % 64 & 1);
      group += 4 * (points->third[point][test / 64] >> test % 64 & 1);
      for (at = 0; vw_orb_point_lane (at) != points->lane[point][test] % VW_ORB_POINT_GROUP;)
        at++;
      at += group * VW_ORB_POINT_GROUP;
      g_assert_cmpfloat (points->x[at], ==, tests.x[point][test]);
      g_assert_cmpfloat (points->y[at], ==, tests.y[point][test]);
      reached = MAX (reached, at);
    }
  g_assert_cmpint (reached, ==, 374);
  g_assert_true (vw_orb_tests_init (&tests, 2, NULL));
  g_assert_true (tests.few_points);
  g_assert_true (vw_orb_tests_init (&tests, 128, NULL));
  g_assert_false (tests.few_points); /* too far */
  g_assert_true (vw_orb_tests_init (&tests, 40, NULL));
  g_assert_cmpint (tests.reach, <=, VW_ORB_POINT_REACH);
  g_assert_false (tests.few_points); /* too many */
}

static float
add_product (float a, float b, float sum, gboolean fused)
{
  return fused ? fmaf (a, b, sum) : a * b + sum;
}

/* The columns up to which multiply and add are fused, on a row of the blur and on a column. */
typedef struct {
  int row, column;
} Fused;

/* One row of the blur around a pixel, and then the column of such rows, in OpenCV's order. */
static guint8
blurred (const VwPlane *plane, int x, int y, const Fused *fused)
{
  const float *w = vw_orb_blur_weights;
  float rows[7], sum;

  for (int j = -3; j <= 3; j++)
    {
      const guint8 *at = plane->pixels + (y + j) * plane->stride + x;

      rows[3 + j] = at[-3] * w[3];
      for (int i = -2; i <= 3; i++)
        rows[3 + j] = add_product (at[i], w[ABS (i)], rows[3 + j], x < fused->row);
    }
  sum = rows[3] * w[0];
  for (int j = 1; j <= 3; j++)
    sum = add_product (rows[3 + j] + rows[3 - j], w[j], sum, x < fused->column);
  return MIN (lrintf (sum), 255);
}

static void
check_blur (const VwKernels *kernels, const Fused *fused, const VwPlaneArea *area, guint seed)
{
  float *scratch = vw_kernel_alloc_rows (VW_ORB_BLUR_ROWS, 90, sizeof *scratch);
  VwPlane before, after;

  vw_plane_init (&before, 90, 70, 8);
  vw_plane_init (&after, 90, 70, 8);
  fill_plane (&before, seed);
  fill_plane (&after, seed);
  kernels->blur (&after, area, scratch);
  for (int y = -8; y < 78; y++)
    for (int x = -8; x < 98; x++)
      {
        gboolean inside = x >= area->x && x < area->x + area->width && y >= area->y
                          && y < area->y + area->height;
        guint8 is = after.pixels[y * after.stride + x];

        g_assert_cmpuint (is, ==, inside ? blurred (&before, x, y, fused)
                                         : before.pixels[y * before.stride + x]);
      }
  vw_plane_clear (&before);
  vw_plane_clear (&after);
  g_aligned_free (scratch);
}

/* Every pixel of the area, and none around it. */
static void
test_blur (void)
{
  static const VwPlaneArea areas[] = { { 0, 0, 90, 70 }, { 3, 5, 1, 1 },   { 1, 0, 17, 70 },
                                     { 73, 10, 17, 4 }, { 20, 20, 33, 33 }, { 2, 60, 88, 10 } };

  static const Fused none, all = { 90, 90 }, vectors = { 64, 88 };
  const Fused *here = vw_opencv_blurs_ends_alike () ? &all : &vectors;

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      check_blur (&vw_kernels_plain, &none, &areas[i], i);
      for (const VwKernels *const *kernels = vw_kernels_here () + 1; *kernels != NULL; kernels++)
        check_blur (*kernels, here, &areas[i], i);
    }
}

static void
check_upscalers (const VwKernels *kernels)
{
  VwParameters parameters = vw_preset_find ("notebook-printed")->parameters;

  for (parameters.upscale = 8; parameters.upscale < 200; parameters.upscale += 3)
    {
      g_autofree guint8 *image = synthetic_image (SYNTHETIC_NOISE, 28, 28, parameters.upscale);
      g_autoptr (VwUpscaler) plain
          = vw_upscaler_new_with_kernels (&parameters, 28, 28, &vw_kernels_plain);
      g_autoptr (VwUpscaler) fast
          = vw_upscaler_new_with_kernels (&parameters, 28, 28, kernels);
      gsize n = parameters.upscale * parameters.upscale;

      g_assert_cmpmem (vw_upscaler_run (plain, image, NULL), n,
                       vw_upscaler_run (fast, image, NULL), n);
    }
}

static void
test_upscale (void)
{
  if (nothing_to_compare ())
    return;
  for (const VwKernels *const *kernels = vw_kernels_here () + 1; *kernels != NULL; kernels++)
    check_upscalers (*kernels);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kernels/keypoints", test_keypoints);
  g_test_add_func ("/kernels/describe", test_describe);
  g_test_add_func ("/kernels/points", test_points);
  g_test_add_func ("/kernels/blur", test_blur);
  g_test_add_func ("/kernels/upscale-cubic-float", test_upscale);
  return g_test_run ();
}

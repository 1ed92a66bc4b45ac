/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enlarged digits against cv::resize, and "cubic-float" against the formula. */
#include "core/presets.h"
#include "core/upscale-private.h"
#include "lib/synthetic.h"
#include "vision/opencv.h"

#include <math.h>

static const struct {
  guint rows, cols;
} sizes[] = { { 28, 28 }, { 28, 20 }, { 20, 28 }, { 1, 1 }, { 1, 9 }, { 5, 3 }, { 2, 2 },
              { 64, 48 }, { 300, 7 }, { 33, 32 } };

static const int sides[]
    = { 8, 14, 16, 27, 28, 29, 31, 33, 56, 57, 64, 84, 96, 100, 127, 224, 512 };

static VwParameters
enlarging_to (int side, VwInterpolation interpolation)
{
  VwParameters parameters = vw_preset_default ()->parameters;

  parameters.upscale = side;
  parameters.interpolation = interpolation;
  return parameters;
}

/* Where rows have a border, as where ORB works. */
static void
check_filled (VwUpscaler *upscaler, const guint8 *image, const guint8 *expected)
{
  guint width = vw_upscaler_get_width (upscaler), height = vw_upscaler_get_height (upscaler);
  VwPlane plane;

  vw_plane_init (&plane, width, height, 5);
  g_assert_true (vw_upscaler_fill (upscaler, image, &plane, NULL));
  for (guint y = 0; y < height; y++)
    g_assert_cmpmem (plane.pixels + y * plane.stride, width, expected + y * width, width);
  vw_plane_clear (&plane);
}

/* One size of image, one size of result, and each kind of kernel. */
static void
check_opencv (guint rows, guint cols, int side, VwInterpolation interpolation)
{
  static const VwOpencvInterpolation theirs[]
      = { VW_OPENCV_NEAREST, VW_OPENCV_LINEAR, VW_OPENCV_CUBIC, VW_OPENCV_AREA, VW_OPENCV_LANCZOS };
  const VwKernels *kernels[] = { &vw_kernels_plain, vw_kernels () };
  VwParameters parameters = enlarging_to (side, interpolation);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (kernels); i++)
    {
      g_autofree guint8 *image
          = synthetic_image (i % 2 ? SYNTHETIC_NOISE : SYNTHETIC_RING, cols, rows, side + i);
      g_autoptr (VwUpscaler) upscaler
          = vw_upscaler_new_with_kernels (&parameters, rows, cols, kernels[i / 2]);
      guint width = vw_upscaler_get_width (upscaler), height = vw_upscaler_get_height (upscaler);
      g_autofree guint8 *expected = g_malloc (width * height);
      VwOpencvImage from = { image, cols, rows };

      g_assert_true (
          vw_opencv_resize (&from, theirs[interpolation], width, height, expected, NULL));
      g_assert_cmpmem (vw_upscaler_run (upscaler, image, NULL), width * height, expected,
                       width * height);
      check_filled (upscaler, image, expected);
    }
}

static void
test_like_opencv (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
      check_opencv (sizes[i].rows, sizes[i].cols, sides[j], GPOINTER_TO_UINT (data));
}

static void
test_sides (void)
{
  static const struct {
    guint rows, cols, width, height;
  } cases[] = { { 28, 28, 96, 96 }, { 28, 14, 48, 96 }, { 14, 28, 96, 48 },
                { 300, 1, 1, 96 },  { 3, 2, 64, 96 },   { 100, 33, 32, 96 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VwParameters parameters = enlarging_to (96, VW_INTERPOLATION_LINEAR);
      g_autoptr (VwUpscaler) upscaler
          = vw_upscaler_new (&parameters, cases[i].rows, cases[i].cols);

      g_assert_cmpuint (vw_upscaler_get_width (upscaler), ==, cases[i].width);
      g_assert_cmpuint (vw_upscaler_get_height (upscaler), ==, cases[i].height);
    }
}

/* Keys' kernel with a = −0.75, by the distance from a pixel. */
static double
keys (double distance)
{
  double a = -0.75, x = fabs (distance);

  if (x <= 1)
    return (a + 2) * x * x * x - (a + 3) * x * x + 1;
  return x < 2 ? a * x * x * x - 5 * a * x * x + 8 * a * x - 4 * a : 0;
}

/* The value at (x, y) of the image enlarged to @side, straight from the definition. */
static double
cubic_at (const guint8 *image, int n, int side, int x, int y)
{
  double at_x = (x + 0.5) * n / side - 0.5, at_y = (y + 0.5) * n / side - 0.5, sum = 0;

  for (int row = (int) floor (at_y) - 1; row <= floor (at_y) + 2; row++)
    for (int col = (int) floor (at_x) - 1; col <= floor (at_x) + 2; col++)
      sum += keys (at_x - col) * keys (at_y - row)
             * image[CLAMP (row, 0, n - 1) * n + CLAMP (col, 0, n - 1)];
  return CLAMP (sum, 0, 255);
}

static void
check_cubic (const VwKernels *kernels, int n, int side, Synthetic kind)
{
  VwParameters parameters = enlarging_to (side, VW_INTERPOLATION_CUBIC_FLOAT);
  g_autoptr (VwUpscaler) upscaler = vw_upscaler_new_with_kernels (&parameters, n, n, kernels);
  g_autofree guint8 *image = synthetic_image (kind, n, n, 3);
  const guint8 *enlarged = vw_upscaler_run (upscaler, image, NULL);

  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++) /* a tie may be rounded either way */
      g_assert_cmpfloat_with_epsilon (enlarged[y * side + x], cubic_at (image, n, side, x, y),
                                      0.5001);
}

static void
test_cubic_float (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    for (Synthetic kind = 0; kind < N_SYNTHETIC; kind++)
      {
        check_cubic (&vw_kernels_plain, 28, MIN (sides[i], 128), kind);
        check_cubic (vw_kernels (), 28, MIN (sides[i], 128), kind);
      }
  check_cubic (vw_kernels (), 1, 8, SYNTHETIC_WHITE);
  check_cubic (vw_kernels (), 2, 33, SYNTHETIC_NOISE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = VW_INTERPOLATION_NEAREST; i <= VW_INTERPOLATION_LANCZOS; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/upscale/%s", vw_parameter_find ("interpolation")->choices[i].nick);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_like_opencv);
    }
  g_test_add_func ("/upscale/cubic-float", test_cubic_float);
  g_test_add_func ("/upscale/sides", test_sides);
  return g_test_run ();
}

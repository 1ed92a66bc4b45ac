/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include "vision/opencv.h"

/* exp (−x² / 8), normalised in double and rounded to float. */
const float vw_orb_blur_weights[VW_ORB_BLUR_RADIUS + 1]
    = { 0x1.ba95cp-3f, 0x1.869472p-3f, 0x1.0c70fcp-3f, 0x1.1f5f62p-4f };

#define DEGREES ((float) (180 / G_PI))

/* The polynomial of cv::fastAtan2(). */
const float vw_orb_angle_weights[4]
    = { 0.9997878412794807f * DEGREES, -0.3258083974640975f * DEGREES,
        0.1555786518463281f * DEGREES, -0.04432655554792128f * DEGREES };

const VwKernels vw_kernels_plain = {
  .name = "plain",
  .mix_columns = vw_mix_columns_plain,
  .mix_rows_exact = vw_mix_rows_exact_plain,
  .mix_rows = vw_mix_rows_plain,
  .cubic_columns = vw_cubic_columns_plain,
  .cubic_rows = vw_cubic_rows_plain,
  .fast = vw_fast_plain,
  .gradients = vw_gradients_plain,
  .moments = vw_moments_plain,
  .angles = vw_angles_plain,
  .blur = vw_blur_plain,
  .turn_tests = vw_turn_tests_plain,
  .describe = vw_describe_plain,
};

#ifdef VW_HAVE_AVX2
#define AVX2_KERNELS(kernel_for_blur) \
  { \
    .name = "AVX2", \
    .mix_columns = vw_mix_columns_avx2, \
    .mix_rows_exact = vw_mix_rows_exact_avx2, \
    .mix_rows = vw_mix_rows_avx2, \
    .cubic_columns = vw_cubic_columns_avx2, \
    .cubic_rows = vw_cubic_rows_avx2, \
    .fast = vw_fast_avx2, \
    .gradients = vw_gradients_avx2, \
    .moments = vw_moments_avx2, \
    .angles = vw_angles_avx2, \
    .blur = kernel_for_blur, \
    .turn_tests = vw_turn_tests_avx2, \
    .describe = vw_describe_avx2, \
  }

const VwKernels vw_kernels_avx2 = AVX2_KERNELS (vw_blur_avx2);
const VwKernels vw_kernels_avx2_unfused_ends = AVX2_KERNELS (vw_blur_avx2_unfused_ends);

/* Asked once: OpenCV does not change. */
static gboolean
blurs_ends_alike (void)
{
  static gsize answer;

  if (g_once_init_enter (&answer))
    g_once_init_leave (&answer, vw_opencv_blurs_ends_alike () ? 1 : 2);
  return answer == 1;
}
#endif

const VwKernels *
vw_kernels (void)
{
#ifdef VW_HAVE_AVX2
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma"))
    return blurs_ends_alike () ? &vw_kernels_avx2 : &vw_kernels_avx2_unfused_ends;
#endif
  return &vw_kernels_plain;
}

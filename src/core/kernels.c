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
#define VECTOR_KERNELS(kernels, kernel_for_blur, kernel_for_describe) \
  { \
    .name = kernels, \
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
    .describe = kernel_for_describe, \
  }

/* For an OpenCV that blurs the ends of rows like the rest, and for one that does not. */
static const VwKernels avx2[2] = {
  VECTOR_KERNELS ("AVX2", vw_blur_avx2, vw_describe_avx2),
  VECTOR_KERNELS ("AVX2", vw_blur_avx2_unfused_ends, vw_describe_avx2),
};
static const VwKernels avx512[2] = {
  VECTOR_KERNELS ("AVX-512", vw_blur_avx2, vw_describe_avx512),
  VECTOR_KERNELS ("AVX-512", vw_blur_avx2_unfused_ends, vw_describe_avx512),
};

static gboolean
has_avx512 (void)
{
  return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512bw")
         && __builtin_cpu_supports ("avx512vbmi");
}

static guint
append_vector_kernels (const VwKernels **here)
{
  guint n = 0;
  int ends;

  if (!__builtin_cpu_supports ("avx2") || !__builtin_cpu_supports ("fma"))
    return 0;
  ends = vw_opencv_blurs_ends_alike () ? 0 : 1;
  here[n++] = &avx2[ends];
  if (has_avx512 ())
    here[n++] = &avx512[ends];
  return n;
}
#else
static guint
append_vector_kernels (const VwKernels **here)
{
  return 0;
}
#endif

/* Found out once: neither the processor nor OpenCV changes. */
const VwKernels *const *
vw_kernels_here (void)
{
  static const VwKernels *here[4] = { &vw_kernels_plain };
  static gsize known;

  if (g_once_init_enter (&known))
    g_once_init_leave (&known, 1 + append_vector_kernels (here + 1));
  return here;
}

const VwKernels *
vw_kernels (void)
{
  const VwKernels *const *here = vw_kernels_here ();

  while (here[1] != NULL)
    here++;
  return *here;
}

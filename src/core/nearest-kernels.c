/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nearest-kernels.h"

#include <float.h>
#include <string.h>

#define DIMS 32

typedef float Lanes __attribute__ ((vector_size (VW_NEAREST_LANES * sizeof (float))));

typedef gint32 Mask __attribute__ ((vector_size (VW_NEAREST_LANES * sizeof (gint32))));

/* Where @a is greater, @a, else @b. */
#define GREATER(a, b) \
  ((Lanes) (((Mask) (a) & ((a) > (b))) | ((Mask) (b) & ~((a) > (b)))))

static void
scores (const float *descriptors, const float *centres, const float *halves, guint blocks,
        float *out, float best[VW_NEAREST_ROWS])
{
  const gsize row = (gsize) blocks * VW_NEAREST_LANES;
  Lanes greatest[VW_NEAREST_ROWS];

  for (guint r = 0; r < VW_NEAREST_ROWS; r++)
    for (guint lane = 0; lane < VW_NEAREST_LANES; lane++)
      greatest[r][lane] = -FLT_MAX;

  /* Two blocks at once: eight sums that need not wait for each other, for six loads. */
  for (guint b = 0; b < blocks; b += 2)
    {
      const float *one = centres + (gsize) b * DIMS * VW_NEAREST_LANES;
      const float *two = one + DIMS * VW_NEAREST_LANES;
      Lanes sum[VW_NEAREST_ROWS], other[VW_NEAREST_ROWS];

      for (guint r = 0; r < VW_NEAREST_ROWS; r++)
        for (guint lane = 0; lane < VW_NEAREST_LANES; lane++)
          {
            sum[r][lane] = -halves[b * VW_NEAREST_LANES + lane];
            other[r][lane] = -halves[(b + 1) * VW_NEAREST_LANES + lane];
          }
      for (guint d = 0; d < DIMS; d++)
        {
          Lanes c, e;

          memcpy (&c, one + d * VW_NEAREST_LANES, sizeof c);
          memcpy (&e, two + d * VW_NEAREST_LANES, sizeof e);
          for (guint r = 0; r < VW_NEAREST_ROWS; r++)
            {
              sum[r] += c * descriptors[r * DIMS + d];
              other[r] += e * descriptors[r * DIMS + d];
            }
        }
      for (guint r = 0; r < VW_NEAREST_ROWS; r++)
        {
          memcpy (out + r * row + b * VW_NEAREST_LANES, &sum[r], sizeof sum[r]);
          memcpy (out + r * row + (b + 1) * VW_NEAREST_LANES, &other[r], sizeof other[r]);
          greatest[r] = GREATER (sum[r], greatest[r]);
          greatest[r] = GREATER (other[r], greatest[r]);
        }
    }
  for (guint r = 0; r < VW_NEAREST_ROWS; r++)
    {
      best[r] = greatest[r][0];
      for (guint lane = 1; lane < VW_NEAREST_LANES; lane++)
        best[r] = MAX (best[r], greatest[r][lane]);
    }
}

static guint
near_best (const float *row, guint blocks, float limit, guint *index)
{
  Mask count = { 0 }, sum = { 0 }, here = { 0, 1, 2, 3, 4, 5, 6, 7 };
  guint n = 0;

  *index = 0;
  for (guint b = 0; b < blocks; b++, here += VW_NEAREST_LANES)
    {
      Lanes lanes;
      Mask near;

      memcpy (&lanes, row + b * VW_NEAREST_LANES, sizeof lanes);
      near = lanes >= limit;
      count -= near;
      sum += near & here;
    }
  for (guint lane = 0; lane < VW_NEAREST_LANES; lane++)
    {
      n += (guint) count[lane];
      *index += (guint) sum[lane];
    }
  return n;
}

#ifdef VW_NEAREST_AVX2
const VwNearestKernels vw_nearest_kernels_avx2 = { scores, near_best };
#else
const VwNearestKernels vw_nearest_kernels_plain = { scores, near_best };

const VwNearestKernels *
vw_nearest_kernels_get (void)
{
#ifdef VW_HAVE_AVX2
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma"))
    return &vw_nearest_kernels_avx2;
#endif
  return &vw_nearest_kernels_plain;
}
#endif

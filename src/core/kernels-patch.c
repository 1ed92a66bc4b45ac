/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <float.h>
#include <math.h>

void
vw_gradients_plain (const guint8 *centre, gssize stride, int sums[3])
{
  const int radius = VW_ORB_HARRIS_RADIUS;

  sums[0] = sums[1] = sums[2] = 0;
  for (int y = -radius; y <= radius; y++)
    for (int x = -radius; x <= radius; x++)
      {
        const guint8 *row = centre + y * stride + x, *above = row - stride, *below = row + stride;
        int ix = 2 * (row[1] - row[-1]) + (above[1] - above[-1]) + (below[1] - below[-1]);
        int iy = 2 * (below[0] - above[0]) + (below[-1] - above[-1]) + (below[1] - above[1]);

        sums[0] += ix * ix;
        sums[1] += iy * iy;
        sums[2] += ix * iy;
      }
}

void
vw_moments_plain (const guint8 *centre, gssize stride, const VwOrbDisc *disc, int moments[2])
{
  moments[0] = moments[1] = 0;
  for (int y = 0; y <= 2 * disc->half; y++)
    {
      const guint8 *row = centre + (y - disc->half) * stride - disc->half;

      for (int x = 0; x <= 2 * disc->half; x++)
        {
          moments[0] += row[x] * disc->x[y * disc->stride + x];
          moments[1] += row[x] * disc->y[y * disc->stride + x];
        }
    }
}

void
vw_angles_plain (const int (*vectors)[2], guint n, float *angles)
{
  const float *w = vw_orb_angle_weights;

  for (guint i = 0; i < n; i++)
    {
      float x = vectors[i][0], y = vectors[i][1];
      float width = fabsf (x), height = fabsf (y);
      float ratio = MIN (width, height) / (MAX (width, height) + (float) DBL_EPSILON);
      float square = ratio * ratio;
      float angle = (((w[3] * square + w[2]) * square + w[1]) * square + w[0]) * ratio;

      if (width < height)
        angle = 90 - angle;
      if (x < 0)
        angle = 180 - angle;
      angles[i] = y < 0 ? 360 - angle : angle;
    }
}

void
vw_blur_row_plain (const guint8 *row, int n, float *to)
{
  const float *w = vw_orb_blur_weights;

  for (int i = 0; i < n; i++)
    {
      const guint8 *at = row + i;

      to[i] = at[-3] * w[3] + at[-2] * w[2] + at[-1] * w[1] + at[0] * w[0] + at[1] * w[1]
              + at[2] * w[2] + at[3] * w[3];
    }
}

void
vw_blur_column_plain (const float *const rows[7], int n, guint8 *to)
{
  const float *w = vw_orb_blur_weights;

  for (int i = 0; i < n; i++)
    {
      float sum = rows[3][i] * w[0] + (rows[4][i] + rows[2][i]) * w[1]
                  + (rows[5][i] + rows[1][i]) * w[2] + (rows[6][i] + rows[0][i]) * w[3];

      to[i] = MIN (lrintf (sum), 255);
    }
}

void
vw_blur_plain (VwPlane *level, const VwPlaneArea *area, float *scratch)
{
  const VwBlurHalves halves
      = { vw_blur_row_plain, vw_blur_column_plain, area->width, area->width };

  vw_blur_with (&halves, level, area, scratch);
}

static int
offset (float x, float y, const float turn[2], gssize stride)
{
  return lrintf (x * turn[1] + y * turn[0]) * stride + lrintf (x * turn[0] - y * turn[1]);
}

void
vw_turn_tests_plain (const VwOrbTests *tests, const float turn[2], gssize stride,
                     gint32 offsets[2][VW_ORB_TESTS])
{
  for (int point = 0; point < 2; point++)
    for (int i = 0; i < VW_ORB_TESTS; i++)
      offsets[point][i] = offset (tests->x[point][i], tests->y[point][i], turn, stride);
}

void
vw_describe_plain (const guint8 *centre, gssize stride, const VwOrbTests *tests,
                   const float turn[2], guint8 *descriptor)
{
  gint32 offsets[2][VW_ORB_TESTS];

  vw_turn_tests_plain (tests, turn, stride, offsets);
  for (int i = 0; i < VW_ORB_TESTS / 8; i++)
    {
      guint bits = 0;

      for (int j = 0; j < 8; j++)
        {
          int test = 8 * i + j;

          bits |= (guint) (centre[offsets[0][test]] < centre[offsets[1][test]]) << j;
        }
      descriptor[i] = bits;
    }
}

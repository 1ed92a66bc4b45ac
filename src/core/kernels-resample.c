/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <math.h>

void
vw_mix_columns_plain (const VwTaps *taps, const VwPlane *from, const VwPlaneArea *area, int shift,
                      guint16 *sums)
{
  for (int y = area->y; y < area->y + area->height; y++)
    {
      const guint8 *row = from->pixels + y * from->stride;
      guint16 *to = sums + y * vw_kernel_stride (taps->n);

      for (int i = area->x; i < area->x + area->width; i++)
        to[i] = (row[taps->first[i]] * taps->weights[2 * i]
                 + row[taps->second[i]] * taps->weights[2 * i + 1])
                >> shift;
    }
}

void
vw_mix_rows_exact_plain (const VwTaps *taps, const guint16 *sums, VwPlane *to,
                         const VwPlaneArea *area)
{
  int stride = vw_kernel_stride (to->width);

  for (int y = area->y; y < area->y + area->height; y++)
    {
      const guint16 *a = sums + taps->first[y] * stride, *b = sums + taps->second[y] * stride;
      guint32 weight_a = taps->weights[2 * y], weight_b = taps->weights[2 * y + 1];
      guint8 *row = to->pixels + y * to->stride;

      for (int x = area->x; x < area->x + area->width; x++)
        row[x] = (a[x] * weight_a + b[x] * weight_b + 32768) >> 16;
    }
}

void
vw_mix_rows_plain (const VwTaps *taps, const guint16 *sums, VwPlane *to)
{
  int stride = vw_kernel_stride (to->width);

  for (int y = 0; y < to->height; y++)
    {
      const guint16 *a = sums + taps->first[y] * stride, *b = sums + taps->second[y] * stride;
      int weight_a = taps->weights[2 * y], weight_b = taps->weights[2 * y + 1];
      guint8 *row = to->pixels + y * to->stride;

      for (int x = 0; x < to->width; x++)
        row[x] = (((a[x] * weight_a) >> 16) + ((b[x] * weight_b) >> 16) + 2) >> 2;
    }
}

void
vw_cubic_columns_plain (const VwCubicTaps *taps, const float *from, float *to)
{
  for (int i = 0; i < taps->n; i++)
    {
      const float *at = from + taps->first[i], *weights = taps->weights + 4 * i;

      to[i] = at[0] * weights[0] + at[1] * weights[1] + at[2] * weights[2] + at[3] * weights[3];
    }
}

void
vw_cubic_rows_plain (const float *const rows[4], const float weights[4], int n, guint8 *to)
{
  for (int i = 0; i < n; i++)
    {
      float sum = rows[0][i] * weights[0] + rows[1][i] * weights[1] + rows[2][i] * weights[2]
                  + rows[3][i] * weights[3];

      to[i] = CLAMP (lrintf (sum), 0, 255);
    }
}

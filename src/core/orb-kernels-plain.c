/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-kernels.h"

#include <math.h>
#include <string.h>

static void
shrink_row (const VwShrinkAxis *axis, const guint8 *source, gint32 *row)
{
  for (guint i = 0; i < axis->n; i++)
    {
      const guint8 *pixel = source + axis->offset[i];

      row[i] = pixel[0] * axis->first[i] + pixel[1] * axis->second[i];
    }
}

static void
mix_rows (const gint32 *first, const gint32 *second, gint32 w0, gint32 w1, guint n, guint8 *target)
{
  for (guint i = 0; i < n; i++)
    target[i] = (guint8) ((first[i] * w0 + second[i] * w1 + 32768) >> 16);
}

/* The ring of 16 pixels around a centre, clockwise from the top. */
static void
ring_offsets (gsize stride, gssize offsets[16])
{
  static const gint8 x[16] = { 0, 1, 2, 3, 3, 3, 2, 1, 0, -1, -2, -3, -3, -3, -2, -1 };
  static const gint8 y[16] = { -3, -3, -2, -1, 0, 1, 2, 3, 3, 3, 2, 1, 0, -1, -2, -3 };

  for (guint i = 0; i < 16; i++)
    offsets[i] = y[i] * (gssize) stride + x[i];
}

/* The greatest over the arcs of nine of the least difference in the arc; 0 when there is none. */
static guint
arc_contrast (const guint8 *pixel, const gssize offsets[16])
{
  int difference[16 + 8];
  int best = 0;

  for (guint i = 0; i < 16; i++)
    difference[i] = pixel[offsets[i]] - pixel[0];
  memcpy (difference + 16, difference, 8 * sizeof *difference);
  for (guint start = 0; start < 16; start++)
    {
      int least = difference[start], most = difference[start];

      for (guint i = start + 1; i < start + 9; i++)
        {
          least = MIN (least, difference[i]);
          most = MAX (most, difference[i]);
        }
      best = MAX (best, MAX (least, -most));
    }
  return best;
}

static void
fast_row (VwFastRow *row)
{
  gssize ring[16];

  ring_offsets (row->stride, ring);
  row->corners = 0;
  memset (row->scores, 0, row->to + VW_KERNEL_SLACK);
  for (guint x = row->from; x < row->to; x++)
    {
      const guint8 *pixel = row->centre + x;
      guint contrast;

      /* An arc of nine holds at least one of any two opposite pixels. */
      if (ABS (pixel[ring[0]] - pixel[0]) <= row->threshold
          && ABS (pixel[ring[8]] - pixel[0]) <= row->threshold)
        continue;
      contrast = arc_contrast (pixel, ring);
      if (contrast <= row->threshold)
        continue;
      row->corners++;
      row->scores[x] = (guint8) (contrast - 1);
    }
}

static void
blur (const VwBlurJob *job)
{
  const float *k = job->kernel;

  for (guint y = 0; y < job->height + 6; y++)
    {
      const guint8 *pixel = job->source + ((gssize) y - 3) * (gssize) job->stride - 3;
      float *out = job->rows + y * job->row_stride;

      for (guint x = 0; x < job->width; x++)
        {
          float sum = k[0] * pixel[x];

          for (guint i = 1; i < 7; i++)
            sum += k[i] * pixel[x + i];
          out[x] = sum;
        }
    }
  for (guint y = 0; y < job->height; y++)
    {
      const float *centre = job->rows + (y + 3) * job->row_stride;
      guint8 *target = job->target + y * job->stride;

      for (guint x = 0; x < job->width; x++)
        {
          float sum = k[3] * centre[x];

          for (guint i = 1; i <= 3; i++)
            sum += k[3 + i] * (centre[x + i * job->row_stride] + centre[x - (gssize) (i * job->row_stride)]);
          target[x] = (guint8) CLAMP (lrintf (sum), 0, 255);
        }
    }
}

static void
gradients (const guint8 *centre, gsize stride, int sums[3])
{
  const gssize s = (gssize) stride;

  sums[0] = sums[1] = sums[2] = 0;
  for (int y = -3; y <= 3; y++)
    for (int x = -3; x <= 3; x++)
      {
        const guint8 *p = centre + y * s + x;
        int gx = 2 * (p[1] - p[-1]) + (p[1 - s] - p[-1 - s]) + (p[1 + s] - p[-1 + s]);
        int gy = 2 * (p[s] - p[-s]) + (p[s - 1] - p[-s - 1]) + (p[s + 1] - p[-s + 1]);

        sums[0] += gx * gx;
        sums[1] += gy * gy;
        sums[2] += gx * gy;
      }
}

static void
blend_linear (const gint16 *first, const gint16 *second, const gint16 weights[2], guint n,
              guint8 *target)
{
  for (guint i = 0; i < n; i++)
    target[i] = (guint8) (((first[i] * weights[0] >> 16) + (second[i] * weights[1] >> 16) + 2) >> 2);
}

static void
moments (const VwMomentPatch *patch, const guint8 *centre, gsize stride, int out[2])
{
  int across = 0, down = 0;

  for (int v = -patch->half; v <= patch->half; v++)
    {
      const guint8 *row = centre + v * (gssize) stride;
      int end = patch->row_ends[ABS (v)];

      for (int u = -end; u <= end; u++)
        {
          across += u * row[u];
          down += v * row[u];
        }
    }
  out[0] = across;
  out[1] = down;
}

static void
stretch_cubic (const VwCubicStretch *stretch, const float *padded, float *target)
{
  for (guint i = 0; i < stretch->n; i++)
    {
      const float *p = padded + stretch->source[i], *w = stretch->weight + 4 * i;

      target[i] = p[0] * w[0] + p[1] * w[1] + p[2] * w[2] + p[3] * w[3];
    }
}

static void
blend_cubic (const VwCubicBlend *blend, guint8 *target)
{
  const float *w = blend->weights;

  for (guint i = 0; i < blend->n; i++)
    {
      float sum = blend->rows[0][i] * w[0] + blend->rows[1][i] * w[1] + blend->rows[2][i] * w[2]
                  + blend->rows[3][i] * w[3];

      target[i] = (guint8) CLAMP (lrintf (sum), 0, 255);
    }
}

static void
describe (const guint8 *centre, gsize stride, const float *x, const float *y, const float turn[2],
          guint8 *descriptor)
{
  const float a = turn[0], b = turn[1];
  guint8 values[2];

  memset (descriptor, 0, 32);
  for (guint i = 0; i < 512; i++)
    {
      gssize across = lrintf (x[i] * a - y[i] * b), down = lrintf (x[i] * b + y[i] * a);

      values[i % 2] = centre[down * (gssize) stride + across];
      if (i % 2 == 1 && values[0] < values[1])
        descriptor[i / 16] |= (guint8) (1 << (i / 2 % 8));
    }
}

const VwKernels vw_kernels_plain = {
  .name = "plain",
  .shrink_row = shrink_row,
  .mix_rows = mix_rows,
  .fast_row = fast_row,
  .blur = blur,
  .gradients = gradients,
  .blend_linear = blend_linear,
  .moments = moments,
  .stretch_cubic = stretch_cubic,
  .blend_cubic = blend_cubic,
  .describe = describe,
};

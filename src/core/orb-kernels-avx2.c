/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-kernels.h"

#include <immintrin.h>
#include <string.h>

static void
shrink_row (const VwShrinkAxis *axis, const guint8 *source, gint32 *row)
{
  guint n = axis->n;

  if (!axis->compact)
    {
      vw_kernels_plain.shrink_row (axis, source, row);
      return;
    }
  for (guint i = 0; i < n; i += 8)
    {
      __m128i pixels = _mm_loadu_si128 ((const void *) (source + axis->offset[i]));
      __m128i order = _mm_loadu_si128 ((const void *) (axis->shuffle + 2 * i));
      __m256i wide = _mm256_cvtepu8_epi16 (_mm_shuffle_epi8 (pixels, order));
      __m256i weights = _mm256_loadu_si256 ((const void *) (axis->pairs + 2 * i));

      _mm256_storeu_si256 ((void *) (row + i), _mm256_madd_epi16 (wide, weights));
    }
}

static inline __m256i
mix_eight (const gint32 *first, const gint32 *second, __m256i w0, __m256i w1)
{
  __m256i a = _mm256_mullo_epi32 (_mm256_loadu_si256 ((const void *) first), w0);
  __m256i b = _mm256_mullo_epi32 (_mm256_loadu_si256 ((const void *) second), w1);
  __m256i sum = _mm256_add_epi32 (_mm256_add_epi32 (a, b), _mm256_set1_epi32 (32768));

  return _mm256_srli_epi32 (sum, 16);
}

/* The low bytes of eight 32-bit numbers. */
static inline void
store_eight (__m256i numbers, guint8 *target)
{
  __m256i words = _mm256_packus_epi32 (numbers, numbers);
  __m256i bytes = _mm256_packus_epi16 (words, words);
  guint32 low = (guint32) _mm256_extract_epi32 (bytes, 0);
  guint32 high = (guint32) _mm256_extract_epi32 (bytes, 4);

  memcpy (target, &low, 4);
  memcpy (target + 4, &high, 4);
}

/* The same for the first @n of them. */
static inline void
store_some (__m256i numbers, guint8 *target, guint n)
{
  guint8 bytes[8];

  if (n >= 8)
    {
      store_eight (numbers, target);
      return;
    }
  store_eight (numbers, bytes);
  memcpy (target, bytes, n);
}

static void
mix_rows (const gint32 *first, const gint32 *second, gint32 w0, gint32 w1, guint n, guint8 *target)
{
  __m256i f = _mm256_set1_epi32 (w0), s = _mm256_set1_epi32 (w1);

  for (guint i = 0; i < n; i += 8)
    store_eight (mix_eight (first + i, second + i, f, s), target + i);
}

/* Whether any of 32 pixels may be a corner: an arc of nine holds one of any two opposite pixels,
 * so it holds two neighbours of the four compass points. */
static inline gboolean
may_have_corner (const guint8 *p, gssize stride, __m256i centre, __m256i threshold)
{
  __m256i north = _mm256_loadu_si256 ((const void *) (p - 3 * stride));
  __m256i south = _mm256_loadu_si256 ((const void *) (p + 3 * stride));
  __m256i east = _mm256_loadu_si256 ((const void *) (p + 3));
  __m256i west = _mm256_loadu_si256 ((const void *) (p - 3));
  __m256i bright = _mm256_subs_epu8 (
      _mm256_min_epu8 (_mm256_max_epu8 (north, south), _mm256_max_epu8 (east, west)), centre);
  __m256i dark = _mm256_subs_epu8 (
      centre, _mm256_max_epu8 (_mm256_min_epu8 (north, south), _mm256_min_epu8 (east, west)));
  __m256i over = _mm256_subs_epu8 (_mm256_max_epu8 (bright, dark), threshold);

  return !_mm256_testz_si256 (over, over);
}

/* The greatest over the arcs of nine of the least of their values. */
static inline __m256i
best_arc (const __m256i value[16])
{
  __m256i pair[16], four[16];
  __m256i best = _mm256_setzero_si256 ();

  for (guint i = 0; i < 16; i++)
    pair[i] = _mm256_min_epu8 (value[i], value[(i + 1) % 16]);
  for (guint i = 0; i < 16; i++)
    four[i] = _mm256_min_epu8 (pair[i], pair[(i + 2) % 16]);
  for (guint i = 0; i < 16; i++)
    {
      __m256i eight = _mm256_min_epu8 (four[i], four[(i + 4) % 16]);

      best = _mm256_max_epu8 (best, _mm256_min_epu8 (eight, value[(i + 8) % 16]));
    }
  return best;
}

static inline __m256i
arc_contrast (const guint8 *p, const gssize ring[16], __m256i centre)
{
  __m256i bright[16], dark[16];

  for (guint i = 0; i < 16; i++)
    {
      __m256i pixel = _mm256_loadu_si256 ((const void *) (p + ring[i]));

      bright[i] = _mm256_subs_epu8 (pixel, centre);
      dark[i] = _mm256_subs_epu8 (centre, pixel);
    }
  return _mm256_max_epu8 (best_arc (bright), best_arc (dark));
}

static void
ring_offsets (gssize stride, gssize ring[16])
{
  const gssize offsets[16] = { -3 * stride,     -3 * stride + 1, -2 * stride + 2, -stride + 3,
                               3,               stride + 3,      2 * stride + 2,  3 * stride + 1,
                               3 * stride,      3 * stride - 1,  2 * stride - 2,  stride - 3,
                               -3,              -stride - 3,     -2 * stride - 2, -3 * stride - 1 };

  memcpy (ring, offsets, sizeof offsets);
}

static void
fast_row (VwFastRow *row)
{
  const __m256i threshold = _mm256_set1_epi8 ((char) row->threshold);
  const __m256i one = _mm256_set1_epi8 (1), zero = _mm256_setzero_si256 ();
  gssize ring[16];

  ring_offsets ((gssize) row->stride, ring);
  row->corners = 0;
  memset (row->scores, 0, row->to + VW_KERNEL_SLACK);
  for (guint x = row->from; x < row->to; x += 32)
    {
      const guint8 *p = row->centre + x;
      __m256i centre = _mm256_loadu_si256 ((const void *) p), contrast, over;
      guint32 inside = row->to - x >= 32 ? G_MAXUINT32 : (1u << (row->to - x)) - 1;
      guint32 corners;

      if (!may_have_corner (p, (gssize) row->stride, centre, threshold))
        continue;
      contrast = arc_contrast (p, ring, centre);
      over = _mm256_cmpeq_epi8 (_mm256_subs_epu8 (contrast, threshold), zero);
      corners = ~(guint32) _mm256_movemask_epi8 (over) & inside;
      row->corners += (guint) __builtin_popcount (corners);
      _mm256_storeu_si256 ((void *) (row->scores + x),
                           _mm256_andnot_si256 (over, _mm256_subs_epu8 (contrast, one)));
    }
  memset (row->scores + row->to, 0, VW_KERNEL_SLACK);
}

static void
to_floats (const guint8 *bytes, guint n, float *numbers)
{
  for (guint i = 0; i < n; i += 8)
    {
      __m128i eight = _mm_loadl_epi64 ((const void *) (bytes + i));

      _mm256_storeu_ps (numbers + i, _mm256_cvtepi32_ps (_mm256_cvtepu8_epi32 (eight)));
    }
}

static void
blur_across (const VwBlurJob *job)
{
  float *line = job->line;
  __m256 k[7];

  for (guint i = 0; i < 7; i++)
    k[i] = _mm256_set1_ps (job->kernel[i]);
  for (guint y = 0; y < job->height + 6; y++)
    {
      const guint8 *pixels = job->source + ((gssize) y - 3) * (gssize) job->stride - 3;
      float *out = job->rows + y * job->row_stride;

      to_floats (pixels, job->width + 6, line);
      for (guint x = 0; x < job->width; x += 8)
        {
          __m256 sum = _mm256_mul_ps (k[0], _mm256_loadu_ps (line + x));

          for (guint i = 1; i < 7; i++)
            sum = _mm256_fmadd_ps (k[i], _mm256_loadu_ps (line + x + i), sum);
          _mm256_storeu_ps (out + x, sum);
        }
    }
}

static void
blur (const VwBlurJob *job)
{
  const gsize step = job->row_stride;
  const __m256 k3 = _mm256_set1_ps (job->kernel[3]);
  __m256 k[4];

  blur_across (job);
  for (guint i = 1; i <= 3; i++)
    k[i] = _mm256_set1_ps (job->kernel[3 + i]);
  for (guint y = 0; y < job->height; y++)
    for (guint x = 0; x < job->width; x += 8)
      {
        const float *centre = job->rows + (y + 3) * step + x;
        __m256 sum = _mm256_mul_ps (k3, _mm256_loadu_ps (centre));
        __m256i rounded;

        for (guint i = 1; i <= 3; i++)
          sum = _mm256_fmadd_ps (k[i],
                                 _mm256_add_ps (_mm256_loadu_ps (centre + i * step),
                                                _mm256_loadu_ps (centre - i * step)),
                                 sum);
        rounded = _mm256_cvtps_epi32 (sum);
        store_some (rounded, job->target + y * job->stride + x, job->width - x);
      }
}

static inline __m128i
eight_pixels (const guint8 *pixels)
{
  return _mm_cvtepu8_epi16 (_mm_loadl_epi64 ((const void *) pixels));
}

static inline int
add_up_four (__m128i four)
{
  __m128i two = _mm_add_epi32 (four, _mm_unpackhi_epi64 (four, four));

  return _mm_cvtsi128_si32 (_mm_add_epi32 (two, _mm_shuffle_epi32 (two, 1)));
}

static void
gradients (const guint8 *centre, gsize stride, int sums[3])
{
  const __m128i seven = _mm_setr_epi16 (-1, -1, -1, -1, -1, -1, -1, 0);
  __m128i xx = _mm_setzero_si128 (), yy = xx, xy = xx;
  const guint8 *row = centre - 4 * (gssize) stride - 4;
  __m128i above_side, above_across, here_side, here_across;

  /* Of a row of three pixels: right minus left, and left + 2 × middle + right. */
#define SIDE(p) _mm_sub_epi16 (eight_pixels ((p) + 2), eight_pixels (p))
#define ACROSS(p) \
  _mm_add_epi16 (_mm_add_epi16 (eight_pixels (p), eight_pixels ((p) + 2)), \
                 _mm_slli_epi16 (eight_pixels ((p) + 1), 1))
  above_side = SIDE (row);
  above_across = ACROSS (row);
  here_side = SIDE (row + stride);
  here_across = ACROSS (row + stride);
  for (int y = 0; y < 7; y++, row += stride)
    {
      __m128i below_side = SIDE (row + 2 * stride), below_across = ACROSS (row + 2 * stride);
      __m128i gx = _mm_add_epi16 (_mm_add_epi16 (above_side, below_side),
                                  _mm_slli_epi16 (here_side, 1));
      __m128i gy = _mm_sub_epi16 (below_across, above_across);

      gx = _mm_and_si128 (gx, seven);
      gy = _mm_and_si128 (gy, seven);
      xx = _mm_add_epi32 (xx, _mm_madd_epi16 (gx, gx));
      yy = _mm_add_epi32 (yy, _mm_madd_epi16 (gy, gy));
      xy = _mm_add_epi32 (xy, _mm_madd_epi16 (gx, gy));
      above_side = here_side;
      above_across = here_across;
      here_side = below_side;
      here_across = below_across;
    }
#undef SIDE
#undef ACROSS
  sums[0] = add_up_four (xx);
  sums[1] = add_up_four (yy);
  sums[2] = add_up_four (xy);
}

static void
blend_linear (const gint16 *first, const gint16 *second, const gint16 weights[2], guint n,
              guint8 *target)
{
  const __m256i w0 = _mm256_set1_epi16 (weights[0]), w1 = _mm256_set1_epi16 (weights[1]);
  const __m256i two = _mm256_set1_epi16 (2);

  for (guint i = 0; i < n; i += 16)
    {
      __m256i a = _mm256_mulhi_epi16 (_mm256_loadu_si256 ((const void *) (first + i)), w0);
      __m256i b = _mm256_mulhi_epi16 (_mm256_loadu_si256 ((const void *) (second + i)), w1);
      __m256i sum = _mm256_srai_epi16 (_mm256_add_epi16 (_mm256_add_epi16 (a, b), two), 2);
      __m256i bytes = _mm256_permute4x64_epi64 (_mm256_packus_epi16 (sum, sum), 0x08);

      _mm_storeu_si128 ((void *) (target + i), _mm256_castsi256_si128 (bytes));
    }
}

static inline int
add_up_eight (__m256i numbers)
{
  return add_up_four (_mm_add_epi32 (_mm256_castsi256_si128 (numbers),
                                     _mm256_extracti128_si256 (numbers, 1)));
}

static void
moments (const VwMomentPatch *patch, const guint8 *centre, gsize stride, int out[2])
{
  const __m256i one = _mm256_set1_epi16 (1);
  __m256i across = _mm256_setzero_si256 (), down = across;

  if (patch->across == NULL)
    {
      vw_kernels_plain.moments (patch, centre, stride, out);
      return;
    }
  for (int v = -patch->half, at = 0; v <= patch->half; v++, at += 32)
    {
      const guint8 *row = centre + v * (gssize) stride - patch->half;
      __m256i pixels = _mm256_loadu_si256 ((const void *) row);
      __m256i u = _mm256_loadu_si256 ((const void *) (patch->across + at));
      __m256i w = _mm256_loadu_si256 ((const void *) (patch->down + at));

      across = _mm256_add_epi32 (across, _mm256_madd_epi16 (_mm256_maddubs_epi16 (pixels, u), one));
      down = _mm256_add_epi32 (down, _mm256_madd_epi16 (_mm256_maddubs_epi16 (pixels, w), one));
    }
  out[0] = add_up_eight (across);
  out[1] = add_up_eight (down);
}

static void
stretch_cubic (const VwCubicStretch *stretch, const float *padded, float *target)
{
  for (guint i = 0; i < stretch->n; i += 4)
    {
      __m128 product[4];

      for (guint k = 0; k < 4; k++)
        product[k] = _mm_mul_ps (_mm_loadu_ps (padded + stretch->source[i + k]),
                                 _mm_loadu_ps (stretch->weight + 4 * (i + k)));
      _MM_TRANSPOSE4_PS (product[0], product[1], product[2], product[3]);
      _mm_storeu_ps (target + i, _mm_add_ps (_mm_add_ps (_mm_add_ps (product[0], product[1]),
                                                         product[2]),
                                             product[3]));
    }
}

static void
blend_cubic (const VwCubicBlend *blend, guint8 *target)
{
  __m256 w[4];

  for (guint i = 0; i < 4; i++)
    w[i] = _mm256_set1_ps (blend->weights[i]);
  for (guint x = 0; x < blend->n; x += 8)
    {
      __m256 sum = _mm256_mul_ps (_mm256_loadu_ps (blend->rows[0] + x), w[0]);

      for (guint i = 1; i < 4; i++)
        sum = _mm256_add_ps (sum, _mm256_mul_ps (_mm256_loadu_ps (blend->rows[i] + x), w[i]));
      store_eight (_mm256_cvtps_epi32 (sum), target + x);
    }
}

static void
describe (const guint8 *centre, gsize stride, const float *x, const float *y, const float turn[2],
          guint8 *descriptor)
{
  const __m256 a = _mm256_set1_ps (turn[0]), b = _mm256_set1_ps (turn[1]);
  const __m256i step = _mm256_set1_epi32 ((int) stride);
  gint32 offsets[512];
  guint8 values[512];

  for (guint i = 0; i < 512; i += 8)
    {
      __m256 px = _mm256_loadu_ps (x + i), py = _mm256_loadu_ps (y + i);
      __m256 across = _mm256_sub_ps (_mm256_mul_ps (px, a), _mm256_mul_ps (py, b));
      __m256 down = _mm256_add_ps (_mm256_mul_ps (px, b), _mm256_mul_ps (py, a));

      _mm256_storeu_si256 ((void *) (offsets + i),
                           _mm256_add_epi32 (
                               _mm256_mullo_epi32 (_mm256_cvtps_epi32 (down), step),
                               _mm256_cvtps_epi32 (across)));
    }
  /* First points in the lower half, second points in the upper one. */
  for (guint i = 0; i < 256; i++)
    {
      values[i] = centre[offsets[2 * i]];
      values[256 + i] = centre[offsets[2 * i + 1]];
    }
  for (guint i = 0; i < 8; i++)
    {
      __m256i first = _mm256_loadu_si256 ((const void *) (values + 32 * i));
      __m256i second = _mm256_loadu_si256 ((const void *) (values + 256 + 32 * i));
      __m256i not_less = _mm256_cmpeq_epi8 (_mm256_max_epu8 (first, second), first);
      guint32 bits = ~(guint32) _mm256_movemask_epi8 (not_less);

      memcpy (descriptor + 4 * i, &bits, 4);
    }
}

const VwKernels vw_kernels_avx2 = {
  .name = "AVX2",
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

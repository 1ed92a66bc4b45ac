/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <float.h>
#include <immintrin.h>
#include <string.h>

static inline int
add_up (__m256i numbers)
{
  __m128i four = _mm_add_epi32 (_mm256_castsi256_si128 (numbers),
                                _mm256_extracti128_si256 (numbers, 1));
  __m128i two = _mm_add_epi32 (four, _mm_shuffle_epi32 (four, 0x4e));

  return _mm_cvtsi128_si32 (_mm_add_epi32 (two, _mm_shuffle_epi32 (two, 0xb1)));
}

/* What Sobel's operator makes of one row of 7 pixels: differences and smoothed values along it. */
typedef struct {
  __m128i difference, smoothed;
} SobelRow;

static inline SobelRow
read_sobel_row (const guint8 *row)
{
  const __m128i seven = _mm_setr_epi16 (-1, -1, -1, -1, -1, -1, -1, 0);
  __m128i left = _mm_cvtepu8_epi16 (_mm_loadl_epi64 ((const __m128i *) (row - 1)));
  __m128i here = _mm_cvtepu8_epi16 (_mm_loadl_epi64 ((const __m128i *) row));
  __m128i right = _mm_cvtepu8_epi16 (_mm_loadl_epi64 ((const __m128i *) (row + 1)));
  __m128i sides = _mm_add_epi16 (left, right);

  return (SobelRow){
    _mm_and_si128 (_mm_sub_epi16 (right, left), seven),
    _mm_and_si128 (_mm_add_epi16 (sides, _mm_add_epi16 (here, here)), seven),
  };
}

void
vw_gradients_avx2 (const guint8 *centre, gssize stride, int sums[3])
{
  const int radius = VW_ORB_HARRIS_RADIUS;
  const guint8 *at = centre - (radius + 1) * stride - radius;
  SobelRow above = read_sobel_row (at), row = read_sobel_row (at + stride);
  __m128i xx = _mm_setzero_si128 (), yy = xx, xy = xx;
  __m256i both;

  for (int y = -radius; y <= radius; y++)
    {
      SobelRow below = read_sobel_row (centre + (y + 1) * stride - radius);
      __m128i twice = _mm_add_epi16 (row.difference, row.difference);
      __m128i ix = _mm_add_epi16 (_mm_add_epi16 (above.difference, below.difference), twice);
      __m128i iy = _mm_sub_epi16 (below.smoothed, above.smoothed);

      xx = _mm_add_epi32 (xx, _mm_madd_epi16 (ix, ix));
      yy = _mm_add_epi32 (yy, _mm_madd_epi16 (iy, iy));
      xy = _mm_add_epi32 (xy, _mm_madd_epi16 (ix, iy));
      above = row;
      row = below;
    }
  /* Pairs of xx and yy in one half, of xy in the other. */
  both = _mm256_set_m128i (_mm_hadd_epi32 (xy, xy), _mm_hadd_epi32 (xx, yy));
  both = _mm256_hadd_epi32 (both, both);
  sums[0] = _mm256_extract_epi32 (both, 0);
  sums[1] = _mm256_extract_epi32 (both, 1);
  sums[2] = _mm256_extract_epi32 (both, 4);
}

/* Distances of two neighbouring pixels × their values stay below 2^15 up to a radius of 64. */
void
vw_moments_avx2 (const guint8 *centre, gssize stride, const VwOrbDisc *disc, int moments[2])
{
  const __m256i ones = _mm256_set1_epi16 (1);
  __m256i sum_x = _mm256_setzero_si256 (), sum_y = sum_x;

  for (int x = 0; x < disc->stride; x += 32)
    {
      const guint8 *row = centre - disc->half * stride - disc->half + x;
      const gint8 *xs = disc->x + x, *ys = disc->y + x;

      for (int y = 0; y <= 2 * disc->half; y++)
        {
          __m256i pixels = _mm256_loadu_si256 ((const __m256i *) row);
          __m256i by_x = _mm256_maddubs_epi16 (pixels, _mm256_loadu_si256 ((const __m256i *) xs));
          __m256i by_y = _mm256_maddubs_epi16 (pixels, _mm256_loadu_si256 ((const __m256i *) ys));

          sum_x = _mm256_add_epi32 (sum_x, _mm256_madd_epi16 (by_x, ones));
          sum_y = _mm256_add_epi32 (sum_y, _mm256_madd_epi16 (by_y, ones));
          row += stride;
          xs += disc->stride;
          ys += disc->stride;
        }
    }
  moments[0] = add_up (sum_x);
  moments[1] = add_up (sum_y);
}

/* @angle or, where a bit of @mask is set, what it lacks to @whole. */
static inline __m256
turn_where (__m256 mask, float whole, __m256 angle)
{
  return _mm256_blendv_ps (angle, _mm256_sub_ps (_mm256_set1_ps (whole), angle), mask);
}

static inline __m256
angles_8 (__m256 x, __m256 y)
{
  const float *w = vw_orb_angle_weights;
  const __m256 sign = _mm256_set1_ps (-0.0f), zero = _mm256_setzero_ps ();
  __m256 width = _mm256_andnot_ps (sign, x), height = _mm256_andnot_ps (sign, y);
  __m256 longer = _mm256_add_ps (_mm256_max_ps (width, height),
                                 _mm256_set1_ps ((float) DBL_EPSILON));
  __m256 ratio = _mm256_div_ps (_mm256_min_ps (width, height), longer);
  __m256 square = _mm256_mul_ps (ratio, ratio), angle = _mm256_set1_ps (w[3]);

  for (int i = 2; i >= 0; i--)
    angle = _mm256_add_ps (_mm256_mul_ps (angle, square), _mm256_set1_ps (w[i]));
  angle = _mm256_mul_ps (angle, ratio);
  angle = turn_where (_mm256_cmp_ps (width, height, _CMP_LT_OQ), 90, angle);
  angle = turn_where (_mm256_cmp_ps (x, zero, _CMP_LT_OQ), 180, angle);
  return turn_where (_mm256_cmp_ps (y, zero, _CMP_LT_OQ), 360, angle);
}

/* Nobody can guess where a keypoint points to, so branches would be slow. */
void
vw_angles_avx2 (const int (*vectors)[2], guint n, float *angles)
{
  const __m256i in_order = _mm256_setr_epi32 (0, 1, 4, 5, 2, 3, 6, 7);

  for (guint i = 0; i < n; i += 8)
    {
      __m256 a = _mm256_cvtepi32_ps (_mm256_loadu_si256 ((const __m256i *) vectors[i]));
      __m256 b = _mm256_cvtepi32_ps (_mm256_loadu_si256 ((const __m256i *) vectors[i + 4]));
      __m256 x = _mm256_shuffle_ps (a, b, 0x88), y = _mm256_shuffle_ps (a, b, 0xdd);

      _mm256_storeu_ps (angles + i, _mm256_permutevar8x32_ps (angles_8 (x, y), in_order));
    }
}

static inline __m256
read_pixels (const guint8 *row)
{
  return _mm256_cvtepi32_ps (_mm256_cvtepu8_epi32 (_mm_loadl_epi64 ((const __m128i *) row)));
}

/* In each half, the numbers from the @n-th of @from on, then those of @next. */
#define SHIFTED(next, from, n) \
  _mm256_castsi256_ps (_mm256_alignr_epi8 (_mm256_castps_si256 (next), \
                                           _mm256_castps_si256 (from), 4 * (n)))

static inline void
blur_row (const guint8 *row, int n, float *to)
{
  const float *w = vw_orb_blur_weights;
  const __m256 weights[4] = { _mm256_set1_ps (w[0]), _mm256_set1_ps (w[1]), _mm256_set1_ps (w[2]),
                              _mm256_set1_ps (w[3]) };
  __m256 a = read_pixels (row - 3);

  for (int i = 0; i < n; i += 8)
    {
      __m256 b = read_pixels (row + i + 5);
      __m256 middle = _mm256_permute2f128_ps (a, b, 0x21); /* the end of a, the start of b */
      __m256 sum = _mm256_mul_ps (a, weights[3]);

      sum = _mm256_fmadd_ps (SHIFTED (middle, a, 1), weights[2], sum);
      sum = _mm256_fmadd_ps (SHIFTED (middle, a, 2), weights[1], sum);
      sum = _mm256_fmadd_ps (SHIFTED (middle, a, 3), weights[0], sum);
      sum = _mm256_fmadd_ps (middle, weights[1], sum);
      sum = _mm256_fmadd_ps (SHIFTED (b, middle, 1), weights[2], sum);
      sum = _mm256_fmadd_ps (SHIFTED (b, middle, 2), weights[3], sum);
      _mm256_store_ps (to + i, sum);
      a = b;
    }
}

static inline __m256i
blur_column_8 (const float *const rows[7], int i)
{
  const float *w = vw_orb_blur_weights;
  __m256 sum = _mm256_mul_ps (_mm256_loadu_ps (rows[3] + i), _mm256_set1_ps (w[0]));

  for (int k = 1; k <= 3; k++)
    sum = _mm256_fmadd_ps (
        _mm256_add_ps (_mm256_loadu_ps (rows[3 + k] + i), _mm256_loadu_ps (rows[3 - k] + i)),
        _mm256_set1_ps (w[k]), sum);
  return _mm256_cvtps_epi32 (sum);
}

/* 16 pixels, in the low half. */
static inline __m128i
blur_column_16 (const float *const rows[7], int i)
{
  __m256i words = _mm256_packs_epi32 (blur_column_8 (rows, i), blur_column_8 (rows, i + 8));
  __m256i bytes = _mm256_packus_epi16 (words, words);

  return _mm256_castsi256_si128 (
      _mm256_permutevar8x32_epi32 (bytes, _mm256_setr_epi32 (0, 4, 1, 5, 0, 0, 0, 0)));
}

/* Eight pixels, in the low quarter. */
static inline __m128i
blur_column_last_8 (const float *const rows[7], int i)
{
  __m256i numbers = blur_column_8 (rows, i);
  __m128i words = _mm_packs_epi32 (_mm256_castsi256_si128 (numbers),
                                   _mm256_extracti128_si256 (numbers, 1));

  return _mm_packus_epi16 (words, words);
}

/* The last eight or 16 pixels may overlap those before them. */
static inline void
blur_column (const float *const rows[7], int n, guint8 *to)
{
  int i = 0;

  if (n < 16)
    {
      __m128i pixels = blur_column_16 (rows, 0);

      memcpy (to, &pixels, n);
      return;
    }
  for (; i + 16 <= n; i += 16)
    _mm_storeu_si128 ((__m128i *) (to + i), blur_column_16 (rows, i));
  if (n - i > 8)
    _mm_storeu_si128 ((__m128i *) (to + n - 16), blur_column_16 (rows, n - 16));
  else if (n > i)
    _mm_storel_epi64 ((__m128i *) (to + n - 8), blur_column_last_8 (rows, n - 8));
}

void
vw_blur_avx2 (VwPlane *level, const VwPlaneArea *area, float *scratch)
{
  const VwBlurHalves halves = { blur_row, blur_column, area->width, area->width };

  vw_blur_with (&halves, level, area, scratch);
}

/* OpenCV's rows go 32 pixels at a time and its columns four; what is left over of the level it does
 * one by one, without the machine's fused multiply-add. */
void
vw_blur_avx2_unfused_ends (VwPlane *level, const VwPlaneArea *area, float *scratch)
{
  const VwBlurHalves halves = { blur_row, blur_column, MAX ((level->width & ~31) - area->x, 0),
                                MAX ((level->width & ~3) - area->x, 0) };

  vw_blur_with (&halves, level, area, scratch);
}

/* Where eight turned tests look: offsets from the centre, rounded from half to even. */
static inline __m256i
offsets_8 (const float *xs, const float *ys, const __m256 turn[2], __m256i stride)
{
  __m256 x = _mm256_loadu_ps (xs), y = _mm256_loadu_ps (ys);
  __m256 right = _mm256_sub_ps (_mm256_mul_ps (x, turn[0]), _mm256_mul_ps (y, turn[1]));
  __m256 down = _mm256_add_ps (_mm256_mul_ps (x, turn[1]), _mm256_mul_ps (y, turn[0]));

  return _mm256_add_epi32 (_mm256_mullo_epi32 (_mm256_cvtps_epi32 (down), stride),
                           _mm256_cvtps_epi32 (right));
}

/* The pixels at 16 offsets. One by one: the gather instruction takes longer. */
static inline __m128i
look_up (const guint8 *centre, const gint32 *offsets)
{
  __m128i pixels = _mm_cvtsi32_si128 (centre[offsets[0]]);

#define LOOK_UP(i) pixels = _mm_insert_epi8 (pixels, centre[offsets[i]], i)
  LOOK_UP (1), LOOK_UP (2), LOOK_UP (3), LOOK_UP (4), LOOK_UP (5);
  LOOK_UP (6), LOOK_UP (7), LOOK_UP (8), LOOK_UP (9), LOOK_UP (10);
  LOOK_UP (11), LOOK_UP (12), LOOK_UP (13), LOOK_UP (14), LOOK_UP (15);
#undef LOOK_UP
  return pixels;
}

void
vw_turn_tests_avx2 (const VwOrbTests *tests, const float turn[2], gssize stride,
                    gint32 offsets[2][VW_ORB_TESTS])
{
  const __m256 turns[2] = { _mm256_set1_ps (turn[0]), _mm256_set1_ps (turn[1]) };
  const __m256i strides = _mm256_set1_epi32 (stride);

  for (int point = 0; point < 2; point++)
    for (int i = 0; i < VW_ORB_TESTS; i += 8)
      _mm256_storeu_si256 ((__m256i *) (offsets[point] + i),
                           offsets_8 (tests->x[point] + i, tests->y[point] + i, turns, strides));
}

void
vw_describe_avx2 (const guint8 *centre, gssize stride, const VwOrbTests *tests,
                  const float turn[2], guint8 *descriptor)
{
  _Alignas (32) gint32 offsets[2][VW_ORB_TESTS];

  vw_turn_tests_avx2 (tests, turn, stride, offsets);
  for (int i = 0; i < VW_ORB_TESTS; i += 16)
    {
      __m128i first = look_up (centre, offsets[0] + i), second = look_up (centre, offsets[1] + i);
      __m128i not_below = _mm_cmpeq_epi8 (_mm_max_epu8 (first, second), first);
      guint16 bits = ~_mm_movemask_epi8 (not_below);

      memcpy (descriptor + i / 8, &bits, sizeof bits);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <immintrin.h>

/* Two blocks of 16 bytes side by side. */
static inline __m256i
load_two (const void *low, const void *high)
{
  return _mm256_inserti128_si256 (_mm256_castsi128_si256 (_mm_loadu_si128 (low)),
                                  _mm_loadu_si128 (high), 1);
}

/* What 16 pixels of a row are made of: each half of a vector holds what belongs to 8 of them. */
typedef struct {
  int first[2];
  __m256i shuffles[2], weights[2];
} Mix16;

static inline Mix16
read_taps (const VwTaps *taps, int i)
{
  const guint8 *shuffles = taps->shuffles + 4 * i;
  const gint16 *weights = taps->weights + 2 * i;

  return (Mix16){
    { taps->first[i], taps->first[i + 8] },
    { load_two (shuffles, shuffles + 32), load_two (shuffles + 16, shuffles + 48) },
    { load_two (weights, weights + 16), load_two (weights + 8, weights + 24) },
  };
}

static inline __m256i
mix_16 (const Mix16 *mix, const guint8 *row, int shift)
{
  __m256i pixels = load_two (row + mix->first[0], row + mix->first[1]);
  __m256i low = _mm256_madd_epi16 (_mm256_shuffle_epi8 (pixels, mix->shuffles[0]), mix->weights[0]);
  __m256i high
      = _mm256_madd_epi16 (_mm256_shuffle_epi8 (pixels, mix->shuffles[1]), mix->weights[1]);

  return _mm256_packus_epi32 (_mm256_srai_epi32 (low, shift), _mm256_srai_epi32 (high, shift));
}

/* @shift is known when this is compiled, so that a shift by 0 goes away. */
static inline __attribute__ ((always_inline)) void
mix_columns (const VwTaps *taps, const VwPlane *from, const VwPlaneArea *area, int shift,
             guint16 *sums)
{
  int stride = vw_kernel_stride (taps->n);

  for (int i = area->x & ~15; i < area->x + area->width; i += 16)
    {
      Mix16 mix = read_taps (taps, i);
      const guint8 *row = from->pixels + area->y * from->stride;

      for (int y = area->y; y < area->y + area->height; y++, row += from->stride)
        _mm256_store_si256 ((__m256i *) (sums + y * stride + i), mix_16 (&mix, row, shift));
    }
}

void
vw_mix_columns_avx2 (const VwTaps *taps, const VwPlane *from, const VwPlaneArea *area, int shift,
                     guint16 *sums)
{
  if (!taps->narrow)
    vw_mix_columns_plain (taps, from, area, shift, sums);
  else if (shift == 0)
    mix_columns (taps, from, area, 0, sums);
  else
    mix_columns (taps, from, area, shift, sums);
}

/* 16 sums of a × weight + b × weight, rounded to pixels. The 16-bit numbers are multiplied as signed
 * ones, so they are lowered by 2^15 before, and the result, the weights adding up to 256, raised by
 * 2^23 after it. */
static inline __m256i
mix_rows_exact_16 (__m256i a, __m256i b, __m256i weights)
{
  const __m256i lower = _mm256_set1_epi16 ((short) 0x8000);
  const __m256i raise = _mm256_set1_epi32 ((1 << 23) + (1 << 15));
  __m256i low, high;

  a = _mm256_xor_si256 (a, lower);
  b = _mm256_xor_si256 (b, lower);
  low = _mm256_madd_epi16 (_mm256_unpacklo_epi16 (a, b), weights);
  high = _mm256_madd_epi16 (_mm256_unpackhi_epi16 (a, b), weights);
  low = _mm256_srli_epi32 (_mm256_add_epi32 (low, raise), 16);
  high = _mm256_srli_epi32 (_mm256_add_epi32 (high, raise), 16);
  return _mm256_packus_epi32 (low, high);
}

static inline __m256i
load_sums (const guint16 *sums)
{
  return _mm256_load_si256 ((const __m256i *) sums);
}

/* 32 pixels from two vectors of 16-bit numbers. */
static inline void
store_32 (guint8 *to, __m256i low, __m256i high)
{
  __m256i packed = _mm256_permute4x64_epi64 (_mm256_packus_epi16 (low, high), 0xd8);

  _mm256_storeu_si256 ((__m256i *) to, packed);
}

/* Whole vectors are written: what comes to lie behind a row is its border or the next row, which
 * are written later. */
void
vw_mix_rows_exact_avx2 (const VwTaps *taps, const guint16 *sums, VwPlane *to,
                        const VwPlaneArea *area)
{
  int stride = vw_kernel_stride (to->width);

  for (int y = area->y; y < area->y + area->height; y++)
    {
      const guint16 *a = sums + taps->first[y] * stride, *b = sums + taps->second[y] * stride;
      __m256i weights = _mm256_unpacklo_epi16 (_mm256_set1_epi16 (taps->weights[2 * y]),
                                               _mm256_set1_epi16 (taps->weights[2 * y + 1]));
      guint8 *row = to->pixels + y * to->stride;

      for (int x = area->x & ~31; x < area->x + area->width; x += 32)
        store_32 (row + x,
                  mix_rows_exact_16 (load_sums (a + x), load_sums (b + x), weights),
                  mix_rows_exact_16 (load_sums (a + x + 16), load_sums (b + x + 16), weights));
    }
}

static inline __m256i
mix_rows_16 (__m256i a, __m256i b, __m256i weight_a, __m256i weight_b)
{
  __m256i sum
      = _mm256_add_epi16 (_mm256_mulhi_epi16 (a, weight_a), _mm256_mulhi_epi16 (b, weight_b));

  return _mm256_srai_epi16 (_mm256_add_epi16 (sum, _mm256_set1_epi16 (2)), 2);
}

void
vw_mix_rows_avx2 (const VwTaps *taps, const guint16 *sums, VwPlane *to)
{
  int stride = vw_kernel_stride (to->width);

  for (int y = 0; y < to->height; y++)
    {
      const guint16 *a = sums + taps->first[y] * stride, *b = sums + taps->second[y] * stride;
      __m256i weight_a = _mm256_set1_epi16 (taps->weights[2 * y]);
      __m256i weight_b = _mm256_set1_epi16 (taps->weights[2 * y + 1]);
      guint8 *row = to->pixels + y * to->stride;

      for (int x = 0; x < to->width; x += 32)
        store_32 (row + x,
                  mix_rows_16 (load_sums (a + x), load_sums (b + x), weight_a, weight_b),
                  mix_rows_16 (load_sums (a + x + 16), load_sums (b + x + 16), weight_a, weight_b));
    }
}

/* The four weights of eight pixels, one vector for each tap. */
static inline void
transpose_weights (const float *weights, __m256 taps[4])
{
  __m256 a = _mm256_loadu2_m128 (weights + 16, weights);      /* pixels 0 and 4 */
  __m256 b = _mm256_loadu2_m128 (weights + 20, weights + 4);  /* 1 and 5 */
  __m256 c = _mm256_loadu2_m128 (weights + 24, weights + 8);  /* 2 and 6 */
  __m256 d = _mm256_loadu2_m128 (weights + 28, weights + 12); /* 3 and 7 */
  __m256 ab_low = _mm256_unpacklo_ps (a, b), ab_high = _mm256_unpackhi_ps (a, b);
  __m256 cd_low = _mm256_unpacklo_ps (c, d), cd_high = _mm256_unpackhi_ps (c, d);

  taps[0] = _mm256_shuffle_ps (ab_low, cd_low, 0x44);
  taps[1] = _mm256_shuffle_ps (ab_low, cd_low, 0xee);
  taps[2] = _mm256_shuffle_ps (ab_high, cd_high, 0x44);
  taps[3] = _mm256_shuffle_ps (ab_high, cd_high, 0xee);
}

void
vw_cubic_columns_avx2 (const VwCubicTaps *taps, const float *from, float *to)
{
  const __m256i one = _mm256_set1_epi32 (1);

  if (!taps->narrow)
    {
      vw_cubic_columns_plain (taps, from, to);
      return;
    }
  for (int i = 0; i < taps->n; i += 8)
    {
      __m256 numbers = _mm256_loadu_ps (from + taps->first[i]), weights[4], sum;
      __m256i at = _mm256_sub_epi32 (_mm256_loadu_si256 ((const __m256i *) (taps->first + i)),
                                     _mm256_set1_epi32 (taps->first[i]));

      transpose_weights (taps->weights + 4 * i, weights);
      sum = _mm256_mul_ps (_mm256_permutevar8x32_ps (numbers, at), weights[0]);
      for (int k = 1; k < 4; k++)
        {
          at = _mm256_add_epi32 (at, one);
          sum = _mm256_add_ps (sum, _mm256_mul_ps (_mm256_permutevar8x32_ps (numbers, at),
                                                   weights[k]));
        }
      _mm256_store_ps (to + i, sum);
    }
}

/* 16 pixels, as 16-bit numbers in the order 0–3, 8–11, 4–7, 12–15. */
static inline __m256i
cubic_16 (const float *const rows[4], const float weights[4], int i)
{
  __m256i eight[2];

  for (int half = 0; half < 2; half++, i += 8)
    {
      __m256 sum = _mm256_mul_ps (_mm256_load_ps (rows[0] + i), _mm256_set1_ps (weights[0]));

      for (int k = 1; k < 4; k++)
        sum = _mm256_add_ps (
            sum, _mm256_mul_ps (_mm256_load_ps (rows[k] + i), _mm256_set1_ps (weights[k])));
      eight[half] = _mm256_cvtps_epi32 (sum);
    }
  return _mm256_packs_epi32 (eight[0], eight[1]);
}

void
vw_cubic_rows_avx2 (const float *const rows[4], const float weights[4], int n, guint8 *to)
{
  for (int i = 0; i < n; i += 32)
    store_32 (to + i, _mm256_permute4x64_epi64 (cubic_16 (rows, weights, i), 0xd8),
              _mm256_permute4x64_epi64 (cubic_16 (rows, weights, i + 16), 0xd8));
}

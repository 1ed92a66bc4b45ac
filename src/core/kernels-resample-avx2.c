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

/* 16 pixels: each half of the vector holds 8 of them and the 16 bytes that they are made of. */
static inline __m256i
mix_16 (const VwTaps *taps, const guint8 *row, int i, __m128i shift)
{
  const guint8 *shuffles = taps->shuffles + 4 * i;
  const gint16 *weights = taps->weights + 2 * i;
  __m256i pixels = load_two (row + taps->first[i], row + taps->first[i + 8]);
  __m256i low = _mm256_madd_epi16 (_mm256_shuffle_epi8 (pixels, load_two (shuffles, shuffles + 32)),
                                   load_two (weights, weights + 16));
  __m256i high
      = _mm256_madd_epi16 (_mm256_shuffle_epi8 (pixels, load_two (shuffles + 16, shuffles + 48)),
                           load_two (weights + 8, weights + 24));

  return _mm256_packus_epi32 (_mm256_sra_epi32 (low, shift), _mm256_sra_epi32 (high, shift));
}

void
vw_mix_columns_avx2 (const VwTaps *taps, const VwPlane *from, int shift, guint16 *sums)
{
  __m128i count = _mm_cvtsi32_si128 (shift);

  if (!taps->narrow)
    {
      vw_mix_columns_plain (taps, from, shift, sums);
      return;
    }
  for (int y = 0; y < from->height; y++)
    {
      const guint8 *row = from->pixels + y * from->stride;
      guint16 *to = sums + y * vw_kernel_stride (taps->n);

      for (int i = 0; i < taps->n; i += 16)
        _mm256_storeu_si256 ((__m256i *) (to + i), mix_16 (taps, row, i, count));
    }
}

/* 16 sums of a × weight + b × weight, rounded to pixels. The 16-bit sums go through a multiplication
 * of signed numbers, so they are lowered by 2^15 before, and the result, the weights adding up to
 * 256, raised by 2^23 after it. */
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
  return _mm256_loadu_si256 ((const __m256i *) sums);
}

static inline void
store_pixels (guint8 *to, __m256i pixels)
{
  __m256i packed = _mm256_packus_epi16 (pixels, pixels);

  _mm_storeu_si128 ((__m128i *) to,
                    _mm256_castsi256_si128 (_mm256_permute4x64_epi64 (packed, 0x08)));
}

/* Whole vectors are written: what comes to lie behind a row is its border or the next row, which
 * are written later. */
void
vw_mix_rows_exact_avx2 (const VwTaps *taps, const guint16 *sums, VwPlane *to)
{
  int stride = vw_kernel_stride (to->width);

  for (int y = 0; y < to->height; y++)
    {
      const guint16 *a = sums + taps->first[y] * stride, *b = sums + taps->second[y] * stride;
      __m256i weights = _mm256_set1_epi32 (*(const gint32 *) (taps->weights + 2 * y));
      guint8 *row = to->pixels + y * to->stride;

      for (int x = 0; x < to->width; x += 16)
        store_pixels (row + x, mix_rows_exact_16 (load_sums (a + x), load_sums (b + x), weights));
    }
}

void
vw_mix_rows_avx2 (const VwTaps *taps, const guint16 *sums, VwPlane *to)
{
  const __m256i half = _mm256_set1_epi16 (2);
  int stride = vw_kernel_stride (to->width);

  for (int y = 0; y < to->height; y++)
    {
      const guint16 *a = sums + taps->first[y] * stride, *b = sums + taps->second[y] * stride;
      __m256i weight_a = _mm256_set1_epi16 (taps->weights[2 * y]);
      __m256i weight_b = _mm256_set1_epi16 (taps->weights[2 * y + 1]);
      guint8 *row = to->pixels + y * to->stride;

      for (int x = 0; x < to->width; x += 16)
        {
          __m256i sum = _mm256_add_epi16 (_mm256_mulhi_epi16 (load_sums (a + x), weight_a),
                                          _mm256_mulhi_epi16 (load_sums (b + x), weight_b));

          store_pixels (row + x, _mm256_srai_epi16 (_mm256_add_epi16 (sum, half), 2));
        }
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
      _mm256_storeu_ps (to + i, sum);
    }
}

static inline __m256i
cubic_8 (const float *const rows[4], const float weights[4], int i)
{
  __m256 sum = _mm256_mul_ps (_mm256_loadu_ps (rows[0] + i), _mm256_set1_ps (weights[0]));

  for (int k = 1; k < 4; k++)
    sum = _mm256_add_ps (
        sum, _mm256_mul_ps (_mm256_loadu_ps (rows[k] + i), _mm256_set1_ps (weights[k])));
  return _mm256_cvtps_epi32 (sum);
}

void
vw_cubic_rows_avx2 (const float *const rows[4], const float weights[4], int n, guint8 *to)
{
  for (int i = 0; i < n; i += 16)
    {
      __m256i words
          = _mm256_packs_epi32 (cubic_8 (rows, weights, i), cubic_8 (rows, weights, i + 8));

      store_pixels (to + i, _mm256_permute4x64_epi64 (words, 0xd8));
    }
}

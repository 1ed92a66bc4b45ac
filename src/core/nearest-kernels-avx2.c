/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nearest-kernels.h"

#include <immintrin.h>
#include <string.h>

#define DIMS VW_NEAREST_DIMS
#define LANES VW_NEAREST_LANES
#define ROWS VW_NEAREST_ROWS

static inline __m256i
load (const void *from)
{
  return _mm256_loadu_si256 (from);
}

/* Compiled for processors with AVX2, and once more for those that multiply 16-bit numbers and add
 * them up in one instruction. */
#ifdef VW_NEAREST_VNNI
#define KERNELS vw_nearest_kernels_vnni
#define add_products _mm256_dpwssd_epi32
#else
#define KERNELS vw_nearest_kernels_avx2
#define add_products(sums, a, b) _mm256_add_epi32 (sums, _mm256_madd_epi16 (a, b))
#endif

/* The compiler shall take the sums as they are written: rearranged, they do not stay in registers.
 */
static inline __m256i
as_written (__m256i lanes)
{
  __asm__("" : "+x"(lanes));
  return lanes;
}

/* Two numbers of a descriptor, beside each word. */
static inline __m256i
load_pair (const gint16 *from)
{
  gint32 pair;

  memcpy (&pair, from, sizeof pair);
  return _mm256_set1_epi32 (pair);
}

static inline gint32
greatest_lane (__m256i lanes)
{
  __m128i four
      = _mm_max_epi32 (_mm256_castsi256_si128 (lanes), _mm256_extracti128_si256 (lanes, 1));
  __m128i two = _mm_max_epi32 (four, _mm_shuffle_epi32 (four, _MM_SHUFFLE (1, 0, 3, 2)));

  return MAX (_mm_extract_epi32 (two, 0), _mm_extract_epi32 (two, 1));
}

/* Two blocks at once: eight sums that need not wait for each other, for six loads. */
static inline void
score_two_blocks (const gint16 *descriptors,
                  const gint16 *centres,
                  const gint32 *starts,
                  __m256i sums[2][ROWS])
{
  for (guint r = 0; r < ROWS; r++)
    {
      sums[0][r] = load (starts);
      sums[1][r] = load (starts + LANES);
    }
  for (guint d = 0; d < DIMS; d += 2, centres += 2 * LANES)
    {
      __m256i one = as_written (load (centres)), two = as_written (load (centres + DIMS * LANES));

      for (guint r = 0; r < ROWS; r++)
        {
          __m256i pair = load_pair (descriptors + r * DIMS + d);

          sums[0][r] = as_written (add_products (sums[0][r], one, pair));
          sums[1][r] = as_written (add_products (sums[1][r], two, pair));
        }
    }
}

static void
scores (const gint16 *descriptors,
        const gint16 *centres,
        const gint32 *starts,
        guint blocks,
        gint32 *scores,
        gint32 best[ROWS])
{
  __m256i greatest[ROWS];

  for (guint r = 0; r < ROWS; r++)
    greatest[r] = _mm256_set1_epi32 (G_MININT32);
  for (guint b = 0; b < blocks; b += 2)
    {
      __m256i sums[2][ROWS];

      score_two_blocks (descriptors, centres + (gsize) b * DIMS * LANES, starts + b * LANES, sums);
      for (guint r = 0; r < ROWS; r++)
        {
          gint32 *out = scores + ((gsize) r * blocks + b) * LANES;

          _mm256_storeu_si256 ((__m256i *) out, sums[0][r]);
          _mm256_storeu_si256 ((__m256i *) (out + LANES), sums[1][r]);
          greatest[r] = _mm256_max_epi32 (greatest[r], _mm256_max_epi32 (sums[0][r], sums[1][r]));
        }
    }
  for (guint r = 0; r < ROWS; r++)
    best[r] = greatest_lane (greatest[r]);
}

static inline guint
sum_of_lanes (__m256i lanes)
{
  __m128i four
      = _mm_add_epi32 (_mm256_castsi256_si128 (lanes), _mm256_extracti128_si256 (lanes, 1));
  __m128i two = _mm_add_epi32 (four, _mm_shuffle_epi32 (four, _MM_SHUFFLE (1, 0, 3, 2)));

  return (guint) (_mm_extract_epi32 (two, 0) + _mm_extract_epi32 (two, 1));
}

/* Adds up the places of those near the best, which is the place when there is but one: nothing to
 * jump over that could not be foreseen. */
static guint
near_best (const gint32 *scores, guint blocks, gint32 limit, guint *index)
{
  const __m256i below = _mm256_set1_epi32 (limit - 1), next = _mm256_set1_epi32 (LANES);
  __m256i here = _mm256_setr_epi32 (0, 1, 2, 3, 4, 5, 6, 7);
  __m256i count = _mm256_setzero_si256 (), places = count;

  for (guint b = 0; b < blocks; b++)
    {
      __m256i near = _mm256_cmpgt_epi32 (load (scores + b * LANES), below);

      count = _mm256_sub_epi32 (count, near);
      places = _mm256_add_epi32 (places, _mm256_and_si256 (near, here));
      here = _mm256_add_epi32 (here, next);
    }
  *index = sum_of_lanes (places);
  return sum_of_lanes (count);
}

static double
distance (const guint8 *descriptor, const float *centre)
{
  __m256d sums = _mm256_setzero_pd ();
  __m128d half;

  for (guint d = 0; d < DIMS; d += 4)
    {
      gint32 bytes;
      __m256d number, difference;

      memcpy (&bytes, descriptor + d, sizeof bytes);
      number = _mm256_cvtepi32_pd (_mm_cvtepu8_epi32 (_mm_cvtsi32_si128 (bytes)));
      difference = _mm256_sub_pd (number, _mm256_cvtps_pd (_mm_loadu_ps (centre + d)));
      sums = _mm256_add_pd (sums, _mm256_mul_pd (difference, difference));
    }
  half = _mm_hadd_pd (_mm256_castpd256_pd128 (sums), _mm256_extractf128_pd (sums, 1));
  return _mm_cvtsd_f64 (half) + _mm_cvtsd_f64 (_mm_unpackhi_pd (half, half));
}

const VwNearestKernels KERNELS = { scores, near_best, distance };

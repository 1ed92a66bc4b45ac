/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hamming.h"

#include <immintrin.h>

#define DIMS VW_DESCRIPTOR_BYTES
#define NIBBLES (2 * DIMS)
#define LANES VW_HAMMING_LANES
#define MOST_BLOCKS 8 /* whose distances stay in registers */

/* Row i: how many bits each half byte has that i has not, and the other way round. */
static const _Alignas (16) guint8 differing[16][16] = {
#define BITS(n) (((n) & 1) + ((n) >> 1 & 1) + ((n) >> 2 & 1) + ((n) >> 3 & 1))
#define ROW(i) \
  { BITS (i), BITS (i ^ 1), BITS (i ^ 2), BITS (i ^ 3), BITS (i ^ 4), BITS (i ^ 5), BITS (i ^ 6), \
    BITS (i ^ 7), BITS (i ^ 8), BITS (i ^ 9), BITS (i ^ 10), BITS (i ^ 11), BITS (i ^ 12), \
    BITS (i ^ 13), BITS (i ^ 14), BITS (i ^ 15) }
  ROW (0), ROW (1), ROW (2),  ROW (3),  ROW (4),  ROW (5),  ROW (6),  ROW (7),
  ROW (8), ROW (9), ROW (10), ROW (11), ROW (12), ROW (13), ROW (14), ROW (15),
};

/* The nearest word so far. A distance of 256 counts as 255. */
typedef struct {
  guint word, distance;
} Best;

static inline guint
least_byte (__m256i bytes)
{
  __m128i half = _mm_min_epu8 (_mm256_castsi256_si128 (bytes), _mm256_extracti128_si256 (bytes, 1));
  __m128i pairs = _mm_min_epu8 (half, _mm_srli_epi16 (half, 8)); /* of bytes, in 16-bit numbers */

  pairs = _mm_and_si128 (pairs, _mm_set1_epi16 (255));
  return (guint) _mm_extract_epi16 (_mm_minpos_epu16 (pairs), 0);
}

/* Takes over the nearest of @n blocks' words if it is nearer than @best. */
static inline void
take_least (const __m256i *sums, guint n, guint first_word, Best *best)
{
  __m256i least = sums[0];
  guint distance;

  for (guint b = 1; b < n; b++)
    least = _mm256_min_epu8 (least, sums[b]);
  distance = least_byte (least);
  if (distance >= best->distance)
    return;
  best->distance = distance;
  for (guint b = 0; b < n; b++)
    {
      __m256i equal = _mm256_cmpeq_epi8 (sums[b], _mm256_set1_epi8 ((char) distance));
      guint32 mask = (guint32) _mm256_movemask_epi8 (equal);

      if (mask == 0)
        continue;
      best->word = first_word + b * LANES + (guint) __builtin_ctz (mask);
      return;
    }
}

/* All bits set in the lanes of words that are not there: for them 255 bits differ from the start. */
static inline __m256i
missing_lanes (guint first_word, guint words)
{
  static const guint8 zeros_then_ones[2 * LANES] = { [LANES ... 2 * LANES - 1] = 0xff };
  guint there = MIN (words - first_word, LANES);

  return _mm256_loadu_si256 ((const __m256i *) (zeros_then_ones + LANES - there));
}

/* @n is known when this is compiled, so that the sums stay in registers. */
static inline __attribute__ ((always_inline)) void
look_at_blocks (const VwHammingWords *words, guint block, guint n, const guint8 *nibbles,
                Best *best)
{
  const guint8 *at = words->nibbles + (gsize) block * NIBBLES * LANES;
  __m256i sums[MOST_BLOCKS];

  for (guint b = 0; b < n; b++)
    sums[b] = missing_lanes ((block + b) * LANES, words->words);
  for (guint i = 0; i < NIBBLES; i++)
    {
      __m256i row = _mm256_broadcastsi128_si256 (
          _mm_load_si128 ((const __m128i *) differing[nibbles[i]]));

      for (guint b = 0; b < n; b++)
        {
          const guint8 *from = at + ((gsize) b * NIBBLES + i) * LANES;
          __m256i theirs = _mm256_load_si256 ((const __m256i *) from);

          sums[b] = _mm256_adds_epu8 (sums[b], _mm256_shuffle_epi8 (row, theirs));
        }
    }
  take_least (sums, n, block * LANES, best);
}

static guint
nearest (const VwHammingWords *words, const guint8 *descriptor, guint *distance)
{
  guint8 nibbles[NIBBLES];
  Best best = { 0, G_MAXUINT8 };
  guint block = 0;

  for (guint d = 0; d < DIMS; d++)
    {
      nibbles[2 * d] = descriptor[d] & 15;
      nibbles[2 * d + 1] = descriptor[d] >> 4;
    }
  for (; block + MOST_BLOCKS <= words->blocks; block += MOST_BLOCKS)
    look_at_blocks (words, block, MOST_BLOCKS, nibbles, &best);
  for (; block + 2 <= words->blocks; block += 2)
    look_at_blocks (words, block, 2, nibbles, &best);
  if (block < words->blocks)
    look_at_blocks (words, block, 1, nibbles, &best);
  if (best.distance == G_MAXUINT8)
    return vw_hamming_nearest_one_by_one (words, descriptor, distance);
  *distance = best.distance;
  return best.word;
}

static void
distances (const guint8 *descriptors, gsize n, const guint8 *to, guint32 *found)
{
  for (gsize i = 0; i < n; i++)
    found[i] = vw_hamming_distance (descriptors + i * DIMS, to);
}

const VwHammingKernels vw_hamming_kernels_avx2 = { nearest, distances };

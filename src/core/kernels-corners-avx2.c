/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <immintrin.h>
#include <string.h>

#define LANES 32

static inline __m256i
load (const guint8 *pixels)
{
  return _mm256_loadu_si256 ((const __m256i *) pixels);
}

/* All bits set in the first @n lanes. */
static inline __m256i
first_lanes (int n)
{
  static const guint8 ones_then_zeros[2 * LANES] = {
    [0 ... LANES - 1] = 0xff,
  };

  return load (ones_then_zeros + LANES - MIN (n, LANES));
}

/*
 * The highest of the lowest pixels of all 16 arcs of nine. Arcs that begin at 2k and at 2k + 1
 * share eight pixels and have one more each: the lower of the eight's lowest and of the better of
 * the two stands for both arcs.
 */
static inline __m256i
best_of_lowest (const __m256i ring[16])
{
  __m256i two[8], four[8], best = _mm256_setzero_si256 ();

  for (int k = 0; k < 8; k++)
    two[k] = _mm256_min_epu8 (ring[2 * k + 1], ring[(2 * k + 2) % 16]);
  for (int k = 0; k < 8; k++)
    four[k] = _mm256_min_epu8 (two[k], two[(k + 1) % 8]);
  for (int k = 0; k < 8; k++)
    {
      __m256i shared = _mm256_min_epu8 (four[k], four[(k + 2) % 8]);
      __m256i ends = _mm256_max_epu8 (ring[2 * k], ring[(2 * k + 9) % 16]);

      best = _mm256_max_epu8 (best, _mm256_min_epu8 (shared, ends));
    }
  return best;
}

/* The same with high and low exchanged. */
static inline __m256i
least_of_highest (const __m256i ring[16])
{
  __m256i two[8], four[8], least = _mm256_set1_epi8 (-1);

  for (int k = 0; k < 8; k++)
    two[k] = _mm256_max_epu8 (ring[2 * k + 1], ring[(2 * k + 2) % 16]);
  for (int k = 0; k < 8; k++)
    four[k] = _mm256_max_epu8 (two[k], two[(k + 1) % 8]);
  for (int k = 0; k < 8; k++)
    {
      __m256i shared = _mm256_max_epu8 (four[k], four[(k + 2) % 8]);
      __m256i ends = _mm256_min_epu8 (ring[2 * k], ring[(2 * k + 9) % 16]);

      least = _mm256_min_epu8 (least, _mm256_max_epu8 (shared, ends));
    }
  return least;
}

static inline gboolean
any_above (__m256i values, __m256i threshold)
{
  __m256i above = _mm256_subs_epu8 (values, threshold);

  return !_mm256_testz_si256 (above, above);
}

/* The highest steps that arcs around 32 pixels make, or 0 where none can exceed the threshold. */
static inline __m256i
highest_steps (const guint8 *pixel, const gssize offsets[16], __m256i threshold)
{
  __m256i centre = load (pixel);
  __m256i down = load (pixel + offsets[0]), right = load (pixel + offsets[4]);
  __m256i up = load (pixel + offsets[8]), left = load (pixel + offsets[12]);
  __m256i brightest = _mm256_min_epu8 (_mm256_max_epu8 (up, down), _mm256_max_epu8 (left, right));
  __m256i darkest = _mm256_max_epu8 (_mm256_min_epu8 (up, down), _mm256_min_epu8 (left, right));
  gboolean brighter = any_above (_mm256_subs_epu8 (brightest, centre), threshold);
  gboolean darker = any_above (_mm256_subs_epu8 (centre, darkest), threshold);
  __m256i ring[16], steps = _mm256_setzero_si256 ();

  if (!brighter && !darker)
    return steps;
  for (int i = 0; i < 16; i++)
    ring[i] = load (pixel + offsets[i]);
  if (brighter)
    steps = _mm256_subs_epu8 (best_of_lowest (ring), centre);
  if (darker)
    steps = _mm256_max_epu8 (steps, _mm256_subs_epu8 (centre, least_of_highest (ring)));
  return steps;
}

static guint
score_row (const guint8 *row, int width, const gssize offsets[16], int threshold, guint8 *to)
{
  const int radius = VW_ORB_FAST_RADIUS;
  const __m256i thresholds = _mm256_set1_epi8 (threshold), one = _mm256_set1_epi8 (1);
  guint n = 0;

  for (int x = radius; x < width - radius; x += LANES)
    {
      __m256i steps = highest_steps (row + x, offsets, thresholds);
      __m256i corner;

      steps = _mm256_and_si256 (steps, first_lanes (width - radius - x));
      corner = _mm256_subs_epu8 (steps, thresholds);
      corner = _mm256_cmpeq_epi8 (corner, _mm256_setzero_si256 ());
      n += LANES - __builtin_popcount (_mm256_movemask_epi8 (corner));
      steps = _mm256_andnot_si256 (corner, _mm256_subs_epu8 (steps, one));
      _mm256_storeu_si256 ((__m256i *) (to + x), steps);
    }
  return n;
}

guint
vw_fast_avx2 (const VwPlane *level, int threshold, VwPlane *scores)
{
  const int radius = VW_ORB_FAST_RADIUS;
  gssize offsets[16];
  guint n = 0;

  for (int i = 0; i < 16; i++)
    offsets[i] = vw_fast_ring[i][0] + vw_fast_ring[i][1] * level->stride;
  for (int y = 0; y < level->height; y++)
    {
      guint8 *to = scores->pixels + y * scores->stride;

      if (y < radius || y >= level->height - radius)
        memset (to, 0, level->width);
      else
        {
          memset (to, 0, radius);
          memset (to + MAX (level->width - radius, 0), 0, radius);
          n += score_row (level->pixels + y * level->stride, level->width, offsets, threshold, to);
        }
    }
  return n;
}

/* A bit for each of 32 pixels: whether its score is above those around it. */
static inline guint32
standing_out (const guint8 *score, gssize stride)
{
  __m256i own = load (score), others, above;

  if (_mm256_testz_si256 (own, own))
    return 0;
  others = _mm256_max_epu8 (load (score - 1), load (score + 1));
  for (int row = -1; row <= 1; row += 2)
    {
      const guint8 *near = score + row * stride;

      others = _mm256_max_epu8 (others, _mm256_max_epu8 (load (near - 1), load (near + 1)));
      others = _mm256_max_epu8 (others, load (near));
    }
  above = _mm256_cmpeq_epi8 (_mm256_subs_epu8 (own, others), _mm256_setzero_si256 ());
  return ~(guint32) _mm256_movemask_epi8 (above);
}

guint
vw_suppress_avx2 (const VwPlane *scores, VwOrbCorner *corners)
{
  const int radius = VW_ORB_FAST_RADIUS;
  guint n = 0;

  for (int y = radius; y < scores->height - radius; y++)
    {
      const guint8 *row = scores->pixels + y * scores->stride;

      for (int x = radius; x < scores->width - radius; x += LANES)
        for (guint32 bits = standing_out (row + x, scores->stride); bits != 0; bits &= bits - 1)
          {
            int at = x + __builtin_ctz (bits);

            corners[n++] = (VwOrbCorner){ at, y, row[at] };
          }
    }
  return n;
}

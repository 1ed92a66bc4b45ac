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

/* Seven rows of pixels, the middle one being looked at; constant indices keep them in registers. */
typedef struct {
  const guint8 *rows[2 * VW_ORB_FAST_RADIUS + 1];
} Ring;

static inline __m256i
ring_pixels (const Ring *ring, int i, int x)
{
  i %= 16;
  return load (ring->rows[VW_ORB_FAST_RADIUS + vw_fast_ring[i][1]] + x + vw_fast_ring[i][0]);
}

/*
 * The best of the lowest pixels of the eight arcs of nine that begin at 2k … 2k + 7, from the lower
 * ones of pixels 2k + 1 and 2k + 2, 2k + 3 and 2k + 4 …, and the higher ones of pixels 2k and
 * 2k + 9, 2k + 2 and 2k + 11 …. Arcs that begin at 2k and at 2k + 1 differ in their ends alone;
 * two such pairs share three twos, and four of them one.
 */
static inline __m256i
best_of_arcs (const __m256i low[8], const __m256i ends[8], int k)
{
#define LOW(i) low[(k + (i)) % 8]
#define ENDS(i) ends[(k + (i)) % 8]
  __m256i a = _mm256_max_epu8 (_mm256_min_epu8 (LOW (0), ENDS (0)),
                               _mm256_min_epu8 (LOW (4), ENDS (1)));
  __m256i b = _mm256_max_epu8 (_mm256_min_epu8 (LOW (2), ENDS (2)),
                               _mm256_min_epu8 (LOW (6), ENDS (3)));

  a = _mm256_min_epu8 (a, _mm256_min_epu8 (LOW (1), LOW (2)));
  b = _mm256_min_epu8 (b, _mm256_min_epu8 (LOW (4), LOW (5)));
  return _mm256_min_epu8 (LOW (3), _mm256_max_epu8 (a, b));
}

/* The same with high and low exchanged. */
static inline __m256i
least_of_arcs (const __m256i high[8], const __m256i ends[8], int k)
{
#define HIGH(i) high[(k + (i)) % 8]
  __m256i a = _mm256_min_epu8 (_mm256_max_epu8 (HIGH (0), ENDS (0)),
                               _mm256_max_epu8 (HIGH (4), ENDS (1)));
  __m256i b = _mm256_min_epu8 (_mm256_max_epu8 (HIGH (2), ENDS (2)),
                               _mm256_max_epu8 (HIGH (6), ENDS (3)));

  a = _mm256_max_epu8 (a, _mm256_max_epu8 (HIGH (1), HIGH (2)));
  b = _mm256_max_epu8 (b, _mm256_max_epu8 (HIGH (4), HIGH (5)));
  return _mm256_max_epu8 (HIGH (3), _mm256_min_epu8 (a, b));
}

/* The highest steps that any arc makes: how much its lowest pixel is above the centre, or its
 * highest one below. */
static inline __m256i
highest_steps (const Ring *ring, int x)
{
  __m256i low[8], high[8], low_ends[8], high_ends[8];
  __m256i centre = load (ring->rows[VW_ORB_FAST_RADIUS] + x), best, least;

  for (int k = 0; k < 8; k++)
    {
      __m256i a = ring_pixels (ring, 2 * k + 1, x), b = ring_pixels (ring, 2 * k + 2, x);
      __m256i c = ring_pixels (ring, 2 * k, x), d = ring_pixels (ring, 2 * k + 9, x);

      low[k] = _mm256_min_epu8 (a, b);
      high[k] = _mm256_max_epu8 (a, b);
      low_ends[k] = _mm256_min_epu8 (c, d);
      high_ends[k] = _mm256_max_epu8 (c, d);
    }
  best = _mm256_max_epu8 (best_of_arcs (low, high_ends, 0), best_of_arcs (low, high_ends, 4));
  least = _mm256_min_epu8 (least_of_arcs (high, low_ends, 0), least_of_arcs (high, low_ends, 4));
  return _mm256_max_epu8 (_mm256_subs_epu8 (best, centre), _mm256_subs_epu8 (centre, least));
}

/* Whether any of the first @n pixels, of 32, differs from two neighbours of the cross as it would from an arc. */
static inline gboolean
may_hold_corner (const Ring *ring, int x, int n, __m256i threshold)
{
  __m256i centre = load (ring->rows[VW_ORB_FAST_RADIUS] + x);
  __m256i down = ring_pixels (ring, 0, x), right = ring_pixels (ring, 4, x);
  __m256i up = ring_pixels (ring, 8, x), left = ring_pixels (ring, 12, x);
  __m256i brightest = _mm256_min_epu8 (_mm256_max_epu8 (up, down), _mm256_max_epu8 (left, right));
  __m256i darkest = _mm256_max_epu8 (_mm256_min_epu8 (up, down), _mm256_min_epu8 (left, right));
  __m256i most;

  most = _mm256_max_epu8 (_mm256_subs_epu8 (brightest, centre),
                          _mm256_subs_epu8 (centre, darkest));
  return !_mm256_testz_si256 (_mm256_subs_epu8 (most, threshold), first_lanes (n));
}

static inline Ring
ring_around (const VwPlane *level, int y)
{
  Ring ring;

  for (int i = 0; i < G_N_ELEMENTS (ring.rows); i++)
    ring.rows[i] = level->pixels + (y + i - VW_ORB_FAST_RADIUS) * level->stride;
  return ring;
}

/*
 * Corners are rare, but not so rare that a processor could guess where: so each of the three
 * passes below lists the blocks that the next one is to look at, without a branch.
 */
static inline guint32
block_at (int x, int y)
{
  return (guint32) y << 16 | x;
}

static guint
list_candidates (const VwPlane *level, int margin, int threshold, guint32 *blocks)
{
  const __m256i thresholds = _mm256_set1_epi8 (threshold);
  guint n = 0;

  for (int y = margin; y < level->height - margin; y++)
    {
      Ring ring = ring_around (level, y);

      for (int x = margin; x < level->width - margin; x += LANES)
        {
          blocks[n] = block_at (x, y);
          n += may_hold_corner (&ring, x, level->width - margin - x, thresholds);
        }
    }
  return n;
}

/* Measures the listed blocks up to column @right, counts their corners and keeps those blocks that
 * have one. */
static guint
measure_blocks (const VwPlane *level, int right, int threshold, VwFastScratch *scratch, guint n)
{
  const __m256i thresholds = _mm256_set1_epi8 (threshold);
  guint left = 0;

  scratch->n_corners = 0;
  for (guint i = 0; i < n; i++)
    {
      int x = scratch->blocks[i] & 0xffff, y = scratch->blocks[i] >> 16;
      Ring ring = ring_around (level, y);
      __m256i steps = highest_steps (&ring, x), none;
      guint32 corners;

      steps = _mm256_and_si256 (steps, first_lanes (right - x));
      none = _mm256_cmpeq_epi8 (_mm256_subs_epu8 (steps, thresholds), _mm256_setzero_si256 ());
      steps = _mm256_andnot_si256 (none, steps);
      corners = ~(guint32) _mm256_movemask_epi8 (none);
      _mm256_storeu_si256 ((__m256i *) (scratch->steps.pixels + y * scratch->steps.stride + x),
                           steps);
      scratch->n_corners += __builtin_popcount (corners);
      scratch->blocks[left] = scratch->blocks[i];
      left += corners != 0;
    }
  return left;
}

/* A bit for each of 32 pixels: whether its step is above vw_fast_highest_around(). */
static inline guint32
standing_out (const guint8 *step, gssize stride)
{
  __m256i others = _mm256_max_epu8 (load (step - 1), load (step + 1));
  __m256i below;

  others = _mm256_max_epu8 (others, _mm256_set1_epi8 (1));
  for (int row = -1; row <= 1; row += 2)
    {
      const guint8 *near = step + row * stride;

      others = _mm256_max_epu8 (others, _mm256_max_epu8 (load (near - 1), load (near + 1)));
      others = _mm256_max_epu8 (others, load (near));
    }
  below = _mm256_cmpeq_epi8 (_mm256_subs_epu8 (load (step), others), _mm256_setzero_si256 ());
  return ~(guint32) _mm256_movemask_epi8 (below);
}

/* Keeps of the blocks those where a step stands out, and lists in @masks where. */
static guint
suppress_blocks (const VwPlane *steps, guint32 *blocks, guint32 *masks, guint n)
{
  guint left = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 block = blocks[i];
      guint32 mask = standing_out (steps->pixels + (block >> 16) * steps->stride
                                       + (block & 0xffff), steps->stride);

      blocks[left] = block;
      masks[left] = mask;
      left += mask != 0;
    }
  return left;
}

guint
vw_fast_avx2 (const VwPlane *level, int margin, int threshold, VwFastScratch *scratch,
              VwOrbCorner *corners, guint *n_all)
{
  VwPlane *steps = &scratch->steps;
  guint n_blocks = list_candidates (level, margin, threshold, scratch->blocks), n = 0;

  steps->stride = (level->width + 2 * LANES - 1) & ~(LANES - 1);
  memset (steps->pixels + (margin - 1) * steps->stride, 0,
          MAX (level->height - 2 * margin + 2, 0) * steps->stride);
  n_blocks = measure_blocks (level, level->width - margin, threshold, scratch, n_blocks);
  *n_all = scratch->n_corners;
  n_blocks = suppress_blocks (steps, scratch->blocks, scratch->masks, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      int x = scratch->blocks[i] & 0xffff, y = scratch->blocks[i] >> 16;

      for (guint32 bits = scratch->masks[i]; bits != 0; bits &= bits - 1)
        {
          int at = x + __builtin_ctz (bits);

          corners[n++] = (VwOrbCorner){ at, y, steps->pixels[y * steps->stride + at] - 1 };
        }
    }
  return n;
}

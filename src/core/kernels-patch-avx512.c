/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kernels-private.h"

#include <immintrin.h>
#include <string.h>

#define GROUPS VW_ORB_POINT_GROUPS

static inline __m512i
pack_64 (const __m512i numbers[4])
{
  return _mm512_packs_epi16 (_mm512_packs_epi32 (numbers[0], numbers[1]),
                             _mm512_packs_epi32 (numbers[2], numbers[3]));
}

/* Where a group of points lies once turned: columns and rows from the centre, rounded from half to
 * even, each a signed byte. */
static inline void
turn_group (const float *xs, const float *ys, const __m512 turn[2], __m512i *column, __m512i *row)
{
  __m512i right[4], down[4];

  for (int i = 0; i < 4; i++)
    {
      __m512 x = _mm512_loadu_ps (xs + 16 * i), y = _mm512_loadu_ps (ys + 16 * i);

      right[i] = _mm512_cvtps_epi32 (
          _mm512_sub_ps (_mm512_mul_ps (x, turn[0]), _mm512_mul_ps (y, turn[1])));
      down[i] = _mm512_cvtps_epi32 (
          _mm512_add_ps (_mm512_mul_ps (x, turn[1]), _mm512_mul_ps (y, turn[0])));
    }
  *column = pack_64 (right);
  *row = pack_64 (down);
}

/*
 * Two rows of the patch, 64 pixels of each, are a table of 128 that one instruction looks up for a
 * whole group of points. @pixels has the place in the table until the pixel takes its place, and
 * @pairs the odd one of the two rows, which tells in which table it is.
 */
typedef struct {
  __m512i pixels[GROUPS], pairs[GROUPS];
} Looks;

static inline void
turn_points (const VwOrbTests *tests, const float turn[2], Looks *looks)
{
  const VwOrbPoints *points = &tests->points;
  const __m512 turns[2] = { _mm512_set1_ps (turn[0]), _mm512_set1_ps (turn[1]) };
  const __m512i centre = _mm512_set1_epi8 (tests->reach), one = _mm512_set1_epi8 (1);
  const __m512i second_row = _mm512_set1_epi8 (VW_ORB_POINT_GROUP);

  for (int i = 0; i < GROUPS; i++)
    {
      int first = i * VW_ORB_POINT_GROUP;
      __m512i column, row;

      turn_group (points->x + first, points->y + first, turns, &column, &row);
      column = _mm512_add_epi8 (column, centre);
      row = _mm512_add_epi8 (row, centre);
      looks->pixels[i] = _mm512_mask_add_epi8 (column, _mm512_test_epi8_mask (row, one), column,
                                               second_row);
      looks->pairs[i] = _mm512_or_si512 (row, one);
    }
}

/* Looks up the first @n groups in the pairs of rows before @end. */
static inline __attribute__ ((always_inline)) void
look_up (const guint8 *corner, gssize stride, int first, int end, int n, Looks *looks)
{
  for (int pair = first; pair < end; pair++)
    {
      const guint8 *row = corner + 2 * pair * stride;
      __m512i even = _mm512_loadu_si512 (row), odd = _mm512_loadu_si512 (row + stride);
      __m512i this = _mm512_set1_epi8 (2 * pair + 1);

#pragma GCC unroll 6
      for (int i = 0; i < n; i++)
        looks->pixels[i] = _mm512_mask2_permutex2var_epi8 (
            even, looks->pixels[i], _mm512_cmpeq_epi8_mask (looks->pairs[i], this), odd);
    }
}

/* From above, one group after the other comes in, and below the middle they leave. */
static inline void
look_up_points (const guint8 *corner, gssize stride, const VwOrbPoints *points, Looks *looks)
{
  const int *first = points->first_pair, *end = points->end_pair;

#pragma GCC unroll 5
  for (int n = 1; n < GROUPS; n++)
    look_up (corner, stride, first[n - 1], first[n], n, looks);
  look_up (corner, stride, first[GROUPS - 1], end[GROUPS - 1], GROUPS, looks);
#pragma GCC unroll 5
  for (int n = GROUPS - 1; n > 0; n--)
    look_up (corner, stride, end[n], end[n - 1], n, looks);
}

/* The first pixels of 64 tests, or their second ones. */
static inline __m512i
pick (const __m512i pixels[GROUPS], const VwOrbPoints *points, int point, int i)
{
  __m512i lane = _mm512_loadu_si512 (points->lane[point] + 64 * i);
  __m512i picked = _mm512_permutex2var_epi8 (pixels[0], lane, pixels[1]);

  picked = _mm512_mask_mov_epi8 (picked, points->second[point][i],
                                 _mm512_permutex2var_epi8 (pixels[2], lane, pixels[3]));
  return _mm512_mask_mov_epi8 (picked, points->third[point][i],
                               _mm512_permutex2var_epi8 (pixels[4], lane, pixels[5]));
}

void
vw_describe_avx512 (const guint8 *centre, gssize stride, const VwOrbTests *tests,
                    const float turn[2], guint8 *descriptor)
{
  const VwOrbPoints *points = &tests->points;
  Looks looks;

  if (!tests->few_points)
    {
      vw_describe_avx2 (centre, stride, tests, turn, descriptor);
      return;
    }
  turn_points (tests, turn, &looks);
  look_up_points (centre - tests->reach * stride - tests->reach, stride, points, &looks);
  for (int i = 0; i < VW_ORB_TESTS / 64; i++)
    {
      guint64 bits = _mm512_cmplt_epu8_mask (pick (looks.pixels, points, 0, i),
                                             pick (looks.pixels, points, 1, i));

      memcpy (descriptor + 8 * i, &bits, sizeof bits);
    }
}

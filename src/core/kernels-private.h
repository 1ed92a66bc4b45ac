/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/kernels.h"

/* The kernels by name, for the table that joins them; see VwKernels for what they do. */
#define VW_DECLARE_KERNELS(suffix) \
  void vw_mix_columns_##suffix (const VwTaps *taps, const VwPlane *from, const VwPlaneArea *area, \
                                int shift, guint16 *sums); \
  void vw_mix_rows_exact_##suffix (const VwTaps *taps, const guint16 *sums, VwPlane *to, \
                                   const VwPlaneArea *area); \
  void vw_mix_rows_##suffix (const VwTaps *taps, const guint16 *sums, VwPlane *to); \
  void vw_cubic_columns_##suffix (const VwCubicTaps *taps, const float *from, float *to); \
  void vw_cubic_rows_##suffix (const float *const rows[4], const float weights[4], int n, \
                               guint8 *to); \
  guint vw_fast_##suffix (const VwPlane *level, int margin, int threshold, \
                          VwFastScratch *scratch, VwOrbCorner *corners, guint *n_all); \
  void vw_gradients_##suffix (const guint8 *centre, gssize stride, int sums[3]); \
  void vw_moments_##suffix (const guint8 *centre, gssize stride, const VwOrbDisc *disc, \
                            int moments[2]); \
  void vw_angles_##suffix (const int (*vectors)[2], guint n, float *angles); \
  void vw_blur_##suffix (VwPlane *level, const VwPlaneArea *area, float *scratch); \
  void vw_turn_tests_##suffix (const VwOrbTests *tests, const float turn[2], gssize stride, \
                               gint32 offsets[2][VW_ORB_TESTS]); \
  void vw_describe_##suffix (const guint8 *centre, gssize stride, const VwOrbTests *tests, \
                             const float turn[2], guint8 *descriptor)

G_BEGIN_DECLS

VW_DECLARE_KERNELS (plain);
#ifdef VW_HAVE_AVX2
VW_DECLARE_KERNELS (avx2);
void vw_blur_avx2_unfused_ends (VwPlane *level, const VwPlaneArea *area, float *scratch);
void vw_describe_avx512 (const guint8 *centre, gssize stride, const VwOrbTests *tests,
                         const float turn[2], guint8 *descriptor);
#endif

/* The 16 pixels of FAST's ring in their order: x and y. Source: Rosten & Drummond, Machine learning
 * for high-speed corner detection, ECCV 2006, figure 1. */
static const gint8 vw_fast_ring[16][2] G_GNUC_UNUSED = {
  { 0, 3 },  { 1, 3 },   { 2, 2 },   { 3, 1 },   { 3, 0 },  { 3, -1 }, { 2, -2 }, { 1, -3 },
  { 0, -3 }, { -1, -3 }, { -2, -2 }, { -3, -1 }, { -3, 0 }, { -3, 1 }, { -2, 2 }, { -1, 3 },
};

/* The highest step of a pixel's 8 neighbours, which a corner's own must exceed to survive suppression.
 * It is at least 1, the step of a score of 0: for OpenCV no corner at all has that score too. */
static inline int
vw_fast_highest_around (const guint8 *step, gssize stride)
{
  int highest = 1;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (dx != 0 || dy != 0)
        highest = MAX (highest, step[dy * stride + dx]);
  return highest;
}

typedef void (*VwBlurRowFunc) (const guint8 *row, int n, float *numbers);

/* @rows: those from 3 above to 3 below */
typedef void (*VwBlurColumnFunc) (const float *const rows[7], int n, guint8 *to);

void vw_blur_row_plain (const guint8 *row, int n, float *numbers);
void vw_blur_column_plain (const float *const rows[7], int n, guint8 *to);

/**
 * VwBlurHalves:
 * @row, @column: the two halves, which the compiler puts in their places
 * @row_end, @column_end: columns of the area from which on each half is the plain one
 */
typedef struct {
  VwBlurRowFunc row;
  VwBlurColumnFunc column;
  int row_end, column_end;
} VwBlurHalves;

static inline __attribute__ ((always_inline)) void
vw_blur_row_with (const VwBlurHalves *halves, const guint8 *row, int n, float *numbers)
{
  int end = halves->row_end;

  halves->row (row, n, numbers);
  if (end < n)
    vw_blur_row_plain (row + end, n - end, numbers + end);
}

static inline __attribute__ ((always_inline)) void
vw_blur_column_with (const VwBlurHalves *halves, const float *const rows[7], int n, guint8 *to)
{
  int end = halves->column_end;
  const float *ends[7];

  halves->column (rows, n, to);
  if (end >= n)
    return;
  for (int i = 0; i < 7; i++)
    ends[i] = rows[i] + end;
  vw_blur_column_plain (ends, n - end, to + end);
}

/* VwKernels' @blur from its two halves. */
static inline __attribute__ ((always_inline)) void
vw_blur_with (const VwBlurHalves *halves, VwPlane *level, const VwPlaneArea *area, float *scratch)
{
  const int radius = VW_ORB_BLUR_RADIUS;
  int stride = vw_kernel_stride (area->width);

  /* A row is overwritten only after it, and the three below it, were read. */
  for (int y = -radius; y < area->height + radius; y++)
    {
      guint8 *row = level->pixels + (area->y + y) * level->stride + area->x;
      const float *rows[7];

      vw_blur_row_with (halves, row, area->width, scratch + (y & (VW_ORB_BLUR_ROWS - 1)) * stride);
      if (y < radius)
        continue;
      for (int i = 0; i < 7; i++)
        rows[i] = scratch + ((y - 6 + i) & (VW_ORB_BLUR_ROWS - 1)) * stride;
      vw_blur_column_with (halves, rows, area->width, row - radius * level->stride);
    }
}

G_END_DECLS

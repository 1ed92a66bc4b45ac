/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The hot loops of ORB, once in plain C and once for AVX2 and FMA, both giving the same bytes but
 * for the blur: there OpenCV fuses multiply and add where the processor can, and so do we.
 */

/* Rows may be read up to this many bytes past their last pixel, and written where said. */
#define VW_KERNEL_SLACK 64

/**
 * VwShrinkAxis:
 * @n: length of the smaller side
 * @offset: n source indices
 * @first, @second: n weights of the source pixel and of its right neighbour, together 256
 * @compact: any 8 neighbours draw on at most 16 source pixels
 *
 * One axis of cv::resize() with INTER_LINEAR_EXACT, worked out once.
 */
typedef struct {
  guint n;
  guint16 *offset;
  gint16 *first, *second;
  gboolean compact;
  guint8 *shuffle;  /* n/8 groups of 16 byte indices, relative to the group's first offset */
  gint16 *pairs;    /* n × (first, second) */
} VwShrinkAxis;

/**
 * VwFastRow:
 * @centre: the row's first pixel; three rows above and below can be read
 * @from, @to: columns to test, @to excluded
 * @scores: (out): one byte a column from 0 to @to + slack; 0 where there is no corner
 * @corners: (out): how many pixels pass the test
 */
typedef struct {
  const guint8 *centre;
  gsize stride;
  guint from, to;
  guint8 threshold;
  guint8 *scores;
  guint corners;
} VwFastRow;

/**
 * VwBlurJob:
 * @source, @target: first pixel of the region; 3 pixels around @source can be read
 * @kernel: 7 taps, symmetric
 * @rows: scratch, (height + 6) × row_stride floats, row_stride ≥ width + 7
 * @line: scratch, width + 24 floats
 */
typedef struct {
  const guint8 *source;
  guint8 *target;
  gsize stride;
  guint width, height;
  const float *kernel;
  float *rows;
  gsize row_stride;
  float *line;
} VwBlurJob;

/**
 * VwMomentPatch:
 * @half: rows above and below the centre one
 * @row_ends: half + 1: half the width of each row
 * @across, @down: rows −half … half of 32 weights, from column −half on: the column's and the row's
 *   distance from the centre, 0 outside the patch; %NULL when a row is longer than 32
 *
 * The round patch whose moments give a keypoint its direction.
 */
typedef struct {
  int half;
  int *row_ends;
  gint8 *across, *down;
} VwMomentPatch;

/**
 * VwCubicStretch:
 * @n: pixels of the longer row, a multiple of 4 once padded
 * @source: n indices of the first of four neighbours in the padded shorter row
 * @weight: n × 4
 *
 * The across part of bicubic upscaling in float.
 */
typedef struct {
  guint n;
  guint *source;
  float *weight;
} VwCubicStretch;

/**
 * VwCubicBlend:
 * @rows: four rows of @n numbers
 * @weights: one a row
 *
 * The down part of bicubic upscaling in float.
 */
typedef struct {
  const float *rows[4];
  float weights[4];
  guint n;
} VwCubicBlend;

/**
 * VwKernels:
 * @shrink_row: one source row to the columns of the smaller image, times 256
 * @mix_rows: two such rows to pixels: (first × w0 + second × w1 + 2^15) >> 16
 * @fast_row: FAST's test and score on one row
 * @blur: the 7 × 7 Gaussian of ORB
 * @gradients: sums over the 7 × 7 block around @centre of gx², gy², gx·gy, Sobel gradients
 * @blend_linear: (first × weights[0] >> 16) + (second × weights[1] >> 16), then (… + 2) >> 2
 * @moments: the first moments of the patch around @centre: across and down
 * @stretch_cubic: each number of @target from four neighbours of @padded
 * @blend_cubic: the weighted sum of four rows, rounded to nearest and clamped; @target has slack
 * @describe: 256 tests at @centre with the 512 points (@x, @y) turned by the angle whose cosine and
 *   sine are given; 32 bytes
 */
typedef struct {
  const char *name;
  void (*shrink_row) (const VwShrinkAxis *axis, const guint8 *source, gint32 *row);
  void (*mix_rows) (const gint32 *first, const gint32 *second, gint32 w0, gint32 w1, guint n,
                    guint8 *target);
  void (*fast_row) (VwFastRow *row);
  void (*blur) (const VwBlurJob *job);
  void (*gradients) (const guint8 *centre, gsize stride, int sums[3]);
  void (*blend_linear) (const gint16 *first, const gint16 *second, const gint16 weights[2], guint n,
                        guint8 *target);
  void (*moments) (const VwMomentPatch *patch, const guint8 *centre, gsize stride, int moments[2]);
  void (*stretch_cubic) (const VwCubicStretch *stretch, const float *padded, float *target);
  void (*blend_cubic) (const VwCubicBlend *blend, guint8 *target);
  void (*describe) (const guint8 *centre, gsize stride, const float *x, const float *y,
                    const float turn[2], guint8 *descriptor);
} VwKernels;

extern const VwKernels vw_kernels_plain;
#ifdef VW_HAVE_AVX2
extern const VwKernels vw_kernels_avx2;
#endif

/* Returns: the fastest kernels that this processor runs. */
const VwKernels *vw_kernels_get (void);

G_END_DECLS

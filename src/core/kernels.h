/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plane.h"
#include "core/taps.h"

G_BEGIN_DECLS

#define VW_ORB_TESTS 256
#define VW_ORB_BLUR_RADIUS 3
#define VW_ORB_BLUR_ROWS 8 /* of numbers that are kept while blurring, a power of 2 */
#define VW_ORB_FAST_RADIUS 3
#define VW_ORB_HARRIS_RADIUS 3

/**
 * VwOrbCorner:
 * @response: FAST's score, later Harris'
 */
typedef struct {
  int x, y;
  float response;
} VwOrbCorner;

/**
 * VwFastScratch:
 * @steps: one a pixel inside the margin: 0 where there is no corner, else its score and 1
 * @blocks, @masks: room for vw_fast_blocks() of the largest level
 * @n_corners: found so far
 *
 * Memory for the search for corners.
 */
typedef struct {
  VwPlane steps;
  guint32 *blocks, *masks;
  guint n_corners;
} VwFastScratch;

/* Blocks of 32 pixels that rows are cut into. */
static inline int
vw_fast_blocks (int width, int height)
{
  return (width / 32 + 1) * height;
}

/**
 * VwOrbDisc:
 * @half: radius in pixels
 * @stride: bytes of a row of the tables, a multiple of 32
 * @x, @y: 2 @half + 1 rows: each pixel's distance from the centre, 0 outside the disc
 */
typedef struct {
  int half;
  int stride;
  gint8 *x, *y;
} VwOrbDisc;

/* Points of the patch that are looked up together, and room for so many times as many. */
#define VW_ORB_POINT_GROUP 64
#define VW_ORB_POINT_GROUPS 6

/* How far they may lie from the centre, so that a row of them has no more than 64 pixels. */
#define VW_ORB_POINT_REACH 31

/**
 * VwOrbPoints:
 * @x, @y: the different points that the tests look at, the farthest from the centre first; of each
 *   group in the order of vw_orb_point_lane(); the centre where no point is left
 * @first_pair, @end_pair: the pairs of rows, counted from the highest row that any point can reach,
 *   where a group's points can come to lie, and the pair behind them
 * @lane: where among two groups the first pixel of each test is, and the second
 * @second, @third: the tests whose pixel is in the second two groups, and in the third; a bit each
 *
 * The tests of a learned patch look at 375 points, as many share theirs.
 */
typedef struct {
  float x[VW_ORB_POINT_GROUPS * VW_ORB_POINT_GROUP], y[VW_ORB_POINT_GROUPS * VW_ORB_POINT_GROUP];
  int first_pair[VW_ORB_POINT_GROUPS], end_pair[VW_ORB_POINT_GROUPS];
  guint8 lane[2][VW_ORB_TESTS];
  guint64 second[2][VW_ORB_TESTS / 64], third[2][VW_ORB_TESTS / 64];
} VwOrbPoints;

/* Where the @i-th of 64 numbers comes to lie when four vectors of 16 are packed to one of bytes. */
static inline int
vw_orb_point_lane (int i)
{
  return i % 16 / 4 * 16 + i / 16 * 4 + i % 4;
}

/**
 * VwOrbTests:
 * @x, @y: where the tests look in the upright patch: the first pixel of each, and the second
 * @reach: how far from the centre the turned tests can look, in pixels
 * @few_points: whether the points fit into @points, in number and in reach
 */
typedef struct {
  float x[2][VW_ORB_TESTS], y[2][VW_ORB_TESTS];
  int reach;
  gboolean few_points;
  VwOrbPoints points;
} VwOrbTests;

/**
 * VwKernels:
 * @mix_columns: makes columns of pixels from rows of @from: sums of two × weights, >> @shift;
 *   @area says which; rows of vw_kernel_stride (@taps->n) numbers
 * @mix_rows_exact: makes an area of a shrunk image from such sums: weights in 256ths, rounded once;
 *   beside it, in its rows, anything may be written
 * @mix_rows: makes the rows of an enlarged image: weights in 2048ths, the upper 16 bits of each
 *   product
 * @cubic_columns: makes one row of @taps->n numbers; @from has %VW_CUBIC_MARGIN more on the left
 * @cubic_rows: makes one row of pixels from four rows of numbers
 * @fast: FAST-9 on the pixels at least @margin from each side, at least %VW_ORB_FAST_RADIUS; the
 *   corners whose score is higher than those of their 8 neighbours, in raster
 *   order; @n_all is how many there are before this suppression, the result how many after it
 * @gradients: sums of Ix², Iy² and Ix·Iy over 7 × 7 pixels
 * @moments: first moments in x and in y over the disc
 * @angles: of @n vectors, x and y, in degrees, 0 … 360, to within 0.3: cv::fastAtan2(); up to seven
 *   vectors more may be read and angles written
 * @blur: blurs a part of the level in place, looking %VW_ORB_BLUR_RADIUS pixels around it; @scratch
 *   has %VW_ORB_BLUR_ROWS rows of vw_kernel_stride (@area->width) numbers
 * @turn_tests: where the first pixels of the tests are and the second ones, turned: bytes from the
 *   centre
 * @describe: the 256 bits of the patch, turned by the angle of that cosine and sine; of the row below
 *   the patch and of %VW_KERNEL_SLACK pixels on its right anything may be read
 *
 * The inner loops of upscaling and ORB. All kinds give the same bytes, but for the blur:
 * OpenCV's rounds once where the machine has fused multiply-add and twice where it has not, and so
 * do these, and at the ends of rows as the OpenCV at hand does (vw_opencv_blurs_ends_alike()).
 * @centre and @stride are a pixel of a plane, with room around it for what is looked at.
 */
typedef struct {
  const char *name;
  void (*mix_columns) (const VwTaps *taps, const VwPlane *from, const VwPlaneArea *area, int shift,
                       guint16 *sums);
  void (*mix_rows_exact) (const VwTaps *taps, const guint16 *sums, VwPlane *to,
                          const VwPlaneArea *area);
  void (*mix_rows) (const VwTaps *taps, const guint16 *sums, VwPlane *to);
  void (*cubic_columns) (const VwCubicTaps *taps, const float *from, float *to);
  void (*cubic_rows) (const float *const rows[4], const float weights[4], int n, guint8 *to);
  guint (*fast) (const VwPlane *level, int margin, int threshold, VwFastScratch *scratch,
                 VwOrbCorner *corners, guint *n_all);
  void (*gradients) (const guint8 *centre, gssize stride, int sums[3]);
  void (*moments) (const guint8 *centre, gssize stride, const VwOrbDisc *disc, int moments[2]);
  void (*angles) (const int (*vectors)[2], guint n, float *angles);
  void (*blur) (VwPlane *level, const VwPlaneArea *area, float *scratch);
  void (*turn_tests) (const VwOrbTests *tests, const float turn[2], gssize stride,
                      gint32 offsets[2][VW_ORB_TESTS]);
  void (*describe) (const guint8 *centre, gssize stride, const VwOrbTests *tests,
                    const float turn[2], guint8 *descriptor);
} VwKernels;

extern const VwKernels vw_kernels_plain;

/* Returns: (array zero-terminated=1) (transfer none): the kernels that this machine runs, the plain
 *   ones first and the fastest last. */
const VwKernels *const *vw_kernels_here (void);

/* Returns: (transfer none): the fastest kernels that this machine runs. */
const VwKernels *vw_kernels (void);

/* Numbers in a row of @n, with room for what vectors read and write behind it. */
static inline int
vw_kernel_stride (int n)
{
  return (n + VW_KERNEL_SLACK + 31) & ~31;
}

/* Returns: (transfer full): @rows rows of numbers of @size bytes, all 0, aligned for kernels; to be
 *   freed with g_aligned_free(). */
static inline gpointer
vw_kernel_alloc_rows (int rows, int n, gsize size)
{
  return g_aligned_alloc0 ((gsize) rows * vw_kernel_stride (n), size, VW_KERNEL_ALIGNMENT);
}

/* What the odd powers of the ratio of two sides, from the first to the seventh, count for the angle
 * between them, in degrees. */
extern const float vw_orb_angle_weights[4];

/* The right half of the blur's kernel, from its middle: 7 taps, sigma 2, adding up to 1. */
extern const float vw_orb_blur_weights[VW_ORB_BLUR_RADIUS + 1];

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwTaps:
 * @n: pixels to make
 * @first, @second: the two that each is made of; @second is the right neighbour of @first or, at
 *   the edge, @first itself
 * @weights: two for each
 * @shuffles: 32 bytes for each 8 pixels: where the bytes of their pairs, as 16-bit numbers, lie
 *   behind the first one's @first
 * @narrow: whether all of them lie within 16 bytes
 *
 * One axis of an interpolation between two neighbours.
 */
typedef struct {
  int n;
  int *first, *second;
  gint16 *weights;
  guint8 *shuffles;
  gboolean narrow;
} VwTaps;

/* From @n_from pixels to @n, as cv::resize() with INTER_LINEAR_EXACT: weights in 256ths. */
void vw_taps_init_exact (VwTaps *self, int n_from, int n);

/**
 * vw_taps_init_enlarging:
 * @n: at least @n_from
 * @area: as INTER_AREA does it, not as INTER_LINEAR
 * @column: whether the axis runs down: its outermost pixels are then made of one pixel with two
 *   weights, where those along a row have one weight
 *
 * As cv::resize() enlarges: weights in 2048ths, two that need not add up to one.
 */
void vw_taps_init_enlarging (VwTaps *self, int n_from, int n, gboolean area, gboolean column);
void vw_taps_clear (VwTaps *self);

/* Pixels by which a row is continued on either side for VwCubicTaps. */
#define VW_CUBIC_MARGIN 2

/**
 * VwCubicTaps:
 * @first: for each of @n pixels, the first of the four that it is made of, −2 … n_from − 2
 * @weights: four for each
 * @narrow: whether eight neighbours are always made of at most eight pixels
 *
 * One axis of bicubic interpolation with a = −0.75, half-pixel centres, the outermost pixels
 * repeated. Source: Keys, Cubic convolution interpolation for digital image processing, IEEE
 * Trans. ASSP 29(6), 1981.
 */
typedef struct {
  int n;
  int *first;
  float *weights;
  gboolean narrow;
} VwCubicTaps;

void vw_cubic_taps_init (VwCubicTaps *self, int n_from, int n);
void vw_cubic_taps_clear (VwCubicTaps *self);

G_END_DECLS

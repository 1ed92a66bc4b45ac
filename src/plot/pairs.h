/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb-trace.h"
#include "plot/style.h"

G_BEGIN_DECLS

/**
 * VwPlotPairs:
 * @pairs: %VW_DESCRIPTOR_BITS of them, borrowed
 * @x, @y: where the keypoint is
 * @pixel: units a pixel of its level
 * @upright: as in the pattern, for a patch that was turned back; else as turned with the patch
 * @lit: a bit whose pair stands out, −1 for none
 *
 * The pairs of pixels that a descriptor compares.
 */
typedef struct {
  const VwTestPair *pairs;
  double x, y;
  double pixel;
  gboolean upright;
  int lit;
} VwPlotPairs;

/* Place of one end of a pair: the middle of a pixel. @point: 0 or 1 */
void vw_plot_pairs_place (const VwPlotPairs *self, guint bit, guint point, double *x, double *y);

/* A line a pair: solid for a bit of 1, dashed for 0; where there is room a dot at the pixel with more
 * ink. */
void vw_plot_pairs_paint (cairo_t *cr, const VwPlotPairs *self, const VwPlotStyle *style);

G_END_DECLS

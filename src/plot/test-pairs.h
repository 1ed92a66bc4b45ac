/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"

G_BEGIN_DECLS

/* Two pixels of the upright patch, from its middle; whether the first has less ink. */
typedef struct {
  int x[2], y[2];
  gboolean bit;
} VwPlotPair;

/**
 * VwPlotPairs:
 * @side: of the patch, in pixels
 * @pixels: @side × @side bytes, the patch turned upright
 *
 * The patch of a descriptor and the pairs of pixels that are compared in it. Borrowed.
 */
typedef struct {
  guint side;
  const guint8 *pixels;
  guint n_pairs;
  const VwPlotPair *pairs;
} VwPlotPairs;

/* The patch in @area, @scale units a pixel. */
typedef struct {
  cairo_rectangle_t area;
  double scale;
} VwPlotPairsLayout;

void vw_plot_pairs_layout (const VwPlotPairs *model,
                           double width,
                           double height,
                           VwPlotPairsLayout *out);

/* Returns: the pair that is nearest there, −1 for none. */
int
vw_plot_pairs_hit (const VwPlotPairs *model, const VwPlotPairsLayout *layout, double x, double y);

/* @pointed: the pair that stands out from the others, or −1 */
void vw_plot_pairs_paint (cairo_t *cr,
                          const VwPlotPairs *model,
                          const VwPlotPairsLayout *layout,
                          const VwPlotStyle *style,
                          int pointed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* Values below which 10, 25, 50, 75 and 90 % lie. */
typedef struct {
  double low, lower, median, upper, high;
} VwPlotSpread;

/**
 * VwPlotDistribution:
 * @spreads: of each class
 * @marked: the class of the shown digit, −1 for none
 * @value: of the shown digit, NAN for none
 * @stale: the spreads are of settings that are no longer those; they pale
 *
 * How keypoint counts spread by class: a line from 10 to 90 %, a box from 25 to 75 %, a notch at
 * the median, and one digit as a dot beside its class, or an arrow head and its value when it
 * lies far beyond all of them. Borrowed.
 */
typedef struct {
  guint n_classes;
  const char *const *classes;
  const VwPlotSpread *spreads;
  int marked;
  double value;
  gboolean stale;
  const VwPlotNumbers *numbers;
} VwPlotDistribution;

/* Value v stands at base − v × scale. Zero-initialise before the first use. */
typedef struct {
  double width, height;
  guint n_classes;
  double left, slot, base, scale;
  guint ticks;
  double tick_step;
  VwPlotTexts *texts;
} VwPlotDistributionLayout;

void vw_plot_distribution_layout (const VwPlotDistribution *model, double width, double height,
                                  const VwPlotStyle *style, VwPlotDistributionLayout *out);
void vw_plot_distribution_layout_clear (VwPlotDistributionLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotDistributionLayout, vw_plot_distribution_layout_clear)

/* Returns: the class of that column, or −1. */
int vw_plot_distribution_hit (const VwPlotDistributionLayout *layout, double x, double y);

/* @pointed: a class whose column is marked, or −1 */
void vw_plot_distribution_paint (cairo_t *cr, const VwPlotDistribution *model,
                                 const VwPlotDistributionLayout *layout, const VwPlotStyle *style,
                                 int pointed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"
#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* The words of the drawing; @pixels is a pattern of {count}. Borrowed. */
typedef struct {
  const char *level, *fast, *suppressed, *quota, *kept, *all;
  const char *pixels;
} VwPlotFunnelText;

/**
 * VwPlotFunnel:
 * @levels: counts of each pyramid level
 *
 * From corners to keypoints, a row a level: how many corners FAST finds, how many are left after
 * suppression as a bar, its left part those that are kept. When the quota takes some, what is
 * inside the border has a column of its own.
 */
typedef struct {
  guint n_levels;
  const VwLevelCounts *levels;
  const VwPlotFunnelText *text;
  const VwPlotNumbers *numbers;
} VwPlotFunnel;

/* Zero-initialise before the first use. */
typedef struct {
  double width, height;
  guint n_levels;
  double top, row_height;
  double bullet_x;
  double bar_left, bar_scale, bar_height;
  double rule_y;
  VwPlotTexts *texts;
} VwPlotFunnelLayout;

/* @height: 0 for as much as the fonts ask for. Columns that have no room are left out. */
void vw_plot_funnel_layout (const VwPlotFunnel *model, double width, double height,
                            const VwPlotStyle *style, VwPlotFunnelLayout *out);
void vw_plot_funnel_layout_clear (VwPlotFunnelLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotFunnelLayout, vw_plot_funnel_layout_clear)

/* Returns: the level of that row, or −1. */
int vw_plot_funnel_hit (const VwPlotFunnelLayout *layout, double x, double y);

/* @pointed: a level whose row is marked, or −1 */
void vw_plot_funnel_paint (cairo_t *cr, const VwPlotFunnel *model,
                           const VwPlotFunnelLayout *layout, const VwPlotStyle *style,
                           int pointed);

G_END_DECLS

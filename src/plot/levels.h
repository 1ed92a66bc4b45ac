/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/pixels.h"
#include "plot/text.h"

G_BEGIN_DECLS

#define VW_PLOT_LEVEL_LINES 3

/* A corner of a level, in its pixels. */
typedef struct {
  int x, y;
  gboolean lost;
} VwPlotLevelPoint;

/**
 * VwPlotLevelLine:
 * @text: (nullable):
 * @lost: about what is dropped
 */
typedef struct {
  const char *text;
  gboolean bold, dim, lost;
} VwPlotLevelLine;

/**
 * VwPlotLevel:
 * @pixels: of the level
 * @border: width of its dead border in its pixels, −1 to show none
 * @points: (nullable): corners to mark
 * @lines: written below
 */
typedef struct {
  VwPlotPixels pixels;
  int border;
  guint n_points;
  const VwPlotLevelPoint *points;
  VwPlotLevelLine lines[VW_PLOT_LEVEL_LINES];
} VwPlotLevel;

/* The levels of a pyramid, all in one scale; borrowed. */
typedef struct {
  guint n_levels;
  const VwPlotLevel *levels;
} VwPlotLevels;

/**
 * VwPlotLevelsLayout:
 * @scale: units a pixel
 * @areas: of each level
 *
 * Rows from left to right, at the largest scale that fits. Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  double scale;
  guint n_levels;
  cairo_rectangle_t *areas;
  VwPlotTexts *texts;
} VwPlotLevelsLayout;

void vw_plot_levels_layout (const VwPlotLevels *model, double width, double height,
                            const VwPlotStyle *style, VwPlotLevelsLayout *out);
void vw_plot_levels_layout_clear (VwPlotLevelsLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotLevelsLayout, vw_plot_levels_layout_clear)

/* Returns: the level there, −1 for none. */
int vw_plot_levels_hit (const VwPlotLevelsLayout *layout, double x, double y);

/* @pointed: a level that is marked, or −1 */
void vw_plot_levels_paint (cairo_t *cr, const VwPlotLevels *model, const VwPlotLevelsLayout *layout,
                           const VwPlotStyle *style, int pointed);

G_END_DECLS

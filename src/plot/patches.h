/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotTile:
 * @pixels: side × side bytes
 * @caption: below it, on the left
 * @mark: (nullable): below it, on the right, where @caption is not longer than its half
 * @share: 0 … 1, a bar below that; less than 0 for none
 */
typedef struct {
  const guint8 *pixels;
  const char *caption;
  const char *mark;
  double share;
} VwPlotTile;

/**
 * VwPlotPatches:
 * @side: of all tiles' pixels
 * @columns: how many stand side by side
 *
 * Patches of digits in rows. Borrowed.
 */
typedef struct {
  guint n_tiles;
  const VwPlotTile *tiles;
  guint side;
  guint columns;
} VwPlotPatches;

/* Tile i has its patch at ((i % columns) × step_x, (i / columns) × step_y). Zero-initialise before
 * the first use. */
typedef struct {
  double width, height;
  guint n_tiles, columns;
  double step_x, step_y;
  double tile;  /* side of a patch */
  double bar_y; /* of the bar, from the tile's upper end; 0 without bars */
  VwPlotTexts *texts;
} VwPlotPatchesLayout;

/* As high as @width makes it. */
void vw_plot_patches_layout (const VwPlotPatches *model, double width, const VwPlotStyle *style,
                             VwPlotPatchesLayout *out);
void vw_plot_patches_layout_clear (VwPlotPatchesLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotPatchesLayout, vw_plot_patches_layout_clear)

/* Returns: index of the tile whose patch or caption is there, or −1. */
int vw_plot_patches_hit (const VwPlotPatchesLayout *layout, double x, double y);

void vw_plot_patches_paint (cairo_t *cr, const VwPlotPatches *model,
                            const VwPlotPatchesLayout *layout, const VwPlotStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/color.h"

G_BEGIN_DECLS

/**
 * VwPlotMap:
 * @VW_PLOT_MAP_BLUES: ColorBrewer's Blues, matplotlib's "Blues"
 * @VW_PLOT_MAP_YLGNBU: ColorBrewer's YlGnBu; lightness falls steadily for colour-blind eyes too
 * @VW_PLOT_MAP_GREYS: ColorBrewer's Greys
 * @VW_PLOT_MAP_DIFFERENCE: orange for less, blue for more; ½ is none
 *
 * Each has a twin of its own for dark pages, not its inverse: the low end is the one nearest the
 * page. Source: Brewer, colorbrewer2.org (light maps); the dark ones are this program's.
 */
typedef enum {
  VW_PLOT_MAP_BLUES,
  VW_PLOT_MAP_YLGNBU,
  VW_PLOT_MAP_GREYS,
  VW_PLOT_MAP_DIFFERENCE,
  VW_PLOT_N_MAPS,
} VwPlotMap;

/* Name in files and on the command line: "blues", "ylgnbu", "greys", "difference". */
const char *vw_plot_map_name (VwPlotMap map);
gboolean vw_plot_map_find (const char *name, VwPlotMap *map);

/* @position: 0 … 1, clamped; piecewise linear in sRGB between the map's stops. */
VwPlotColor vw_plot_map_color (VwPlotMap map, gboolean dark, double position);

/* Returns: (transfer full): the whole map as a vertical gradient from its low to its high end. */
cairo_pattern_t *vw_plot_map_gradient (VwPlotMap map, gboolean dark, double y_low, double y_high);

G_END_DECLS

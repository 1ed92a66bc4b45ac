/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/color.h"

G_BEGIN_DECLS

typedef enum {
  VW_PLOT_LIGHT,
  VW_PLOT_DARK,
  VW_PLOT_HIGH_CONTRAST,
  VW_PLOT_HIGH_CONTRAST_DARK,
} VwPlotTheme;

#define VW_PLOT_LEVEL_COLORS 8

/**
 * VwPlotPalette:
 * @background: what charts stand on
 * @paper: what a digit is drawn on
 * @text, @dim: words and figures; both at least 4.5:1 on @background and @paper
 * @track, @bar: a neutral bar and the groove it runs in
 * @ink: a digit's pixel of 255 in thumbnails
 * @canvas_ink: the same on the canvas, where the colours of the method must stand out from it
 * @levels: keypoints kept, by pyramid level
 * @dropped: corners lost at the border
 * @suppressed: corners lost to a stronger neighbour
 * @highlight: what is pointed at
 * @favour, @against: evidence for and against a class; in a comparison gained and lost
 * @accent: rings of selection and focus; the first series of a chart, @against being the second
 *
 * All the colours of the product that are not a colour map. Kept levels run from blue to ochre,
 * losses are vermillion, what is pointed at is crimson, what is raw is grey; no meaning hangs on
 * colour alone.
 */
typedef struct {
  VwPlotColor background, paper;
  VwPlotColor text, dim, grid, axis, track, bar;
  VwPlotColor ink, canvas_ink;
  VwPlotColor levels[VW_PLOT_LEVEL_COLORS];
  VwPlotColor dropped, suppressed, highlight, favour, against, accent;
} VwPlotPalette;

/**
 * VwPlotStyle:
 * @dark: whether the page is dark; colour maps have a twin for it
 * @ring: line width of a selection ring
 * @hatch: opacity of hatching
 * @font_family: (nullable): borrowed; %NULL for the system's sans serif
 * @language: (nullable): borrowed; of the texts, as in "fr"
 * @text_scale: factor on all font sizes, 1 by default
 * @whole_pixels: cells are a whole number of units, for a screen
 */
typedef struct {
  VwPlotPalette palette;
  gboolean dark;
  double ring;
  double hatch;
  const char *font_family;
  const char *language;
  double text_scale;
  gboolean whole_pixels;
} VwPlotStyle;

/* The style of a theme, for a screen, with a text scale of 1. */
void vw_plot_style_init (VwPlotStyle *self, VwPlotTheme theme);

/* The style of everything that is exported: light, whatever the window's theme. */
void vw_plot_style_init_paper (VwPlotStyle *self);

/* Levels beyond the palette share its last colour. */
VwPlotColor vw_plot_style_level (const VwPlotStyle *self, guint level);

G_END_DECLS

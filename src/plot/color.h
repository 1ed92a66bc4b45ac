/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* sRGB, each 0 … 1, not premultiplied. */
typedef struct {
  double red, green, blue, alpha;
} VwPlotColor;

/* @rgb: 0xRRGGBB */
VwPlotColor vw_plot_color_from_rgb (guint32 rgb);

VwPlotColor vw_plot_color_with_alpha (VwPlotColor color, double alpha);

/* @share: 0 gives @from, 1 gives @to; in between linear in sRGB. */
VwPlotColor vw_plot_color_mix (VwPlotColor from, VwPlotColor to, double share);

/* Contrast ratio of two opaque colours, 1 … 21. Source: WCAG 2.1, success criterion 1.4.3. */
double vw_plot_color_contrast (VwPlotColor a, VwPlotColor b);

/**
 * vw_plot_color_on:
 * @fill: opaque colour under a text
 * @dark_theme: which of the two soft inks suits the page
 *
 * Returns: a text colour that stands out from @fill by at least 4.5:1: a soft ink where it
 *   suffices, else pure black or white, one of which always does.
 */
VwPlotColor vw_plot_color_on (VwPlotColor fill, gboolean dark_theme);

/* Steps @color towards @fill by at most @share, as far as their contrast stays at least 4.5:1. */
VwPlotColor vw_plot_color_soften (VwPlotColor color, VwPlotColor fill, double share);

void vw_plot_color_set (cairo_t *cr, VwPlotColor color);

G_END_DECLS

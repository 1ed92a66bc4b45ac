/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"

G_BEGIN_DECLS

/**
 * vw_plot_patch_paint:
 * @patch: side × side bytes, 255 is full ink
 *
 * Paints a patch, the mean of some, or a stored digit as ink on paper into @area: single pixels
 * where they are large, smooth where they are small.
 */
void vw_plot_patch_paint (cairo_t *cr, const VwPlotStyle *style, const guint8 *patch, guint side,
                          const cairo_rectangle_t *area);

G_END_DECLS

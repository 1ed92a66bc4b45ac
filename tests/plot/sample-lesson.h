/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/direction.h"
#include "plot/levels.h"
#include "plot/overlay.h"
#include "plot/pixel-grid.h"
#include "plot/rows.h"
#include "plot/word-pairs.h"
#include "samples.h"

G_BEGIN_DECLS

/* The lesson's drawings, of what is made up. */

VwPlotLevels sample_levels (gboolean french);
VwPlotPixelGrid sample_pixel_grid (void);
VwPlotRows sample_sums (gboolean french);
VwPlotRows sample_quotas (void);
VwPlotDirection sample_direction (double angle);

/* @n: up to 300 */
VwPlotWordPairs sample_word_pairs (gboolean french, guint n, gboolean means);

typedef void LessonDrawFunc (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                             double height);

LessonDrawFunc draw_levels, draw_pixel_grid, draw_rows, draw_direction, draw_word_pairs,
    draw_overlay;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/digit.h"

G_BEGIN_DECLS

/**
 * VwPlotPointKind:
 * @VW_PLOT_POINT_SURVIVOR: a corner that suppression left, a disc in the colour of its level
 * @VW_PLOT_POINT_FAVOUR, @VW_PLOT_POINT_AGAINST: a filled and a hollow circle, as large as it
 * counts
 */
typedef enum {
  VW_PLOT_POINT_SURVIVOR,
  VW_PLOT_POINT_FAVOUR,
  VW_PLOT_POINT_AGAINST,
} VwPlotPointKind;

/* @x, @y: pixels of level 0; @share: of the largest circle, 0 … 1 */
typedef struct {
  double x, y;
  VwPlotPointKind kind;
  guint level;
  double share;
} VwPlotPoint;

/* Marks over a digit that vw_plot_digit_paint() has painted, within its clip. */
void vw_plot_points_paint (cairo_t *cr, const VwPlotDigitLayout *layout, const VwPlotStyle *style,
                           const VwPlotPoint *points, guint n);

/* A frame round @columns × @rows pixels from (@x, @y) on; in pixels of level 0, which those of
 * another level are not a whole number of. */
typedef struct {
  double x, y, columns, rows;
} VwPlotPixelBox;

void vw_plot_box_paint (cairo_t *cr, const VwPlotDigitLayout *layout, const VwPlotStyle *style,
                        const VwPlotPixelBox *box);

/**
 * VwPlotTag:
 * @box: of the pill
 * @keypoint: whose it is
 */
typedef struct {
  cairo_rectangle_t box;
  guint keypoint;
} VwPlotTag;

/* Pills with a text beside each mark of a digit. Zero-initialise before the first use. */
typedef struct {
  guint n_tags;
  VwPlotTag *tags;
  VwPlotTexts *texts;
} VwPlotTags;

/**
 * vw_plot_tags_layout:
 * @texts: of each keypoint of the digit
 *
 * Finds a free place for each, near its mark and over no other mark and tag. Those that find none
 * are left out.
 */
void vw_plot_tags_layout (const VwPlotDigitLayout *digit, const char *const *texts,
                          const VwPlotStyle *style, VwPlotTags *out);
void vw_plot_tags_clear (VwPlotTags *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotTags, vw_plot_tags_clear)

/* @state: (nullable): whose tags stand out, as their marks do */
void vw_plot_tags_paint (cairo_t *cr, const VwPlotTags *self, const VwPlotDigitLayout *digit,
                         const VwPlotStyle *style, const VwPlotDigitState *state);

/**
 * VwPlotRulers:
 *
 * Dimension lines above and left of a digit, which needs 30 units of room there: border, window,
 * border.
 * Zero-initialise before the first use.
 */
typedef struct {
  VwPlotTexts *texts;
} VwPlotRulers;

/* Nothing when the shown level has no room. */
void vw_plot_rulers_layout (const VwPlotDigit *model, const VwPlotDigitLayout *digit,
                            const VwPlotStyle *style, VwPlotRulers *out);
void vw_plot_rulers_clear (VwPlotRulers *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotRulers, vw_plot_rulers_clear)

void vw_plot_rulers_paint (cairo_t *cr, const VwPlotRulers *self, const VwPlotDigitLayout *digit,
                           const VwPlotStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/inspection.h"
#include "core/orb-trace.h"
#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* A corner that passes FAST's test; @x, @y in pixels of level 0. */
typedef struct {
  float x, y;
  guint8 level;
  guint8 score;
  guint8 fate; /* a VwCornerFate */
} VwPlotCorner;

/* What of a digit is shown: of the corners, those that FAST finds, with their scores, and then those
 * that each rule drops. */
typedef enum {
  VW_PLOT_LAYER_PIXELS = 1 << 0,
  VW_PLOT_LAYER_BORDER = 1 << 1,
  VW_PLOT_LAYER_WINDOWS = 1 << 2,
  VW_PLOT_LAYER_RULERS = 1 << 3,
  VW_PLOT_LAYER_KEPT = 1 << 4,
  VW_PLOT_LAYER_DROPPED = 1 << 5,
  VW_PLOT_LAYER_BEATEN = 1 << 6,
  VW_PLOT_LAYER_OVER_QUOTA = 1 << 7,
  VW_PLOT_LAYER_PATCH = 1 << 8,
  VW_PLOT_LAYER_TIED = 1 << 9,
  VW_PLOT_LAYER_SCORES = 1 << 10,
  VW_PLOT_LAYER_PAIRS = 1 << 11,
} VwPlotLayers;

#define VW_PLOT_LAYERS_ALL ((VwPlotLayers) 0xfff)
#define VW_PLOT_LAYERS_DEFAULT ((VwPlotLayers) (0x1ff & ~VW_PLOT_LAYER_BEATEN))

/**
 * VwPlotView:
 * @zoom: 1 shows the whole digit, up to %VW_PLOT_MAX_ZOOM
 * @x, @y: what stands in the middle, as a share of width and height
 */
typedef struct {
  double zoom;
  double x, y;
} VwPlotView;

#define VW_PLOT_WHOLE_VIEW ((VwPlotView) { 1, .5, .5 })
#define VW_PLOT_MAX_ZOOM 16.0

/**
 * VwPlotDigit:
 * @pixels: width × height bytes, 255 is full ink
 * @plane: (nullable): pixels of the level that is shown alone, as ORB made them
 * @corners: (nullable): all that FAST finds
 * @edge_threshold: width of the dead border in pixels of each level
 * @level: the level that is shown alone, −1 for all
 * @focus: with all, the level whose border is hatched and whose window is solid
 * @pixels_pattern: pattern of {count}, as in "{count} px"
 *
 * An upscaled digit with what ORB found in it; everything borrowed.
 */
typedef struct {
  guint width, height;
  const guint8 *pixels;
  const VwPlane *plane;
  guint n_keypoints;
  const VwKeypoint *keypoints;
  guint n_corners;
  const VwPlotCorner *corners;
  guint n_levels;
  const VwLevelCounts *levels;
  guint edge_threshold;
  guint layers;
  int level;
  guint focus;
  VwPlotView view;
  const char *pixels_pattern;
  const VwPlotNumbers *numbers;
} VwPlotDigit;

/* Returns: (transfer full): of #VwPlotCorner: all that FAST found; none without a trace. */
GArray *vw_plot_digit_corners (const VwOrbFrame *frame);

/* Returns: the whole digit that was inspected, without its words; borrows both. */
VwPlotDigit vw_plot_digit_of (const VwInspection *seen, const GArray *corners);

/**
 * VwPlotDigitState:
 * @pointed: index of a keypoint, −1 for none
 * @related: (nullable): indices of keypoints that belong with it, as those of its word
 * @pairs: (nullable): those of the pointed keypoint's descriptor
 * @lit: the bit of it whose pair stands out, −1 for none
 */
typedef struct {
  int pointed;
  const guint *related;
  guint n_related;
  const VwTestPair *pairs;
  int lit;
} VwPlotDigitState;

/* A keypoint in its place. @angle in radians, clockwise. */
typedef struct {
  double x, y, radius, angle;
  guint level;
  guint keypoint;
} VwPlotMark;

/* Where the keypoints of a level can lie at all. */
typedef struct {
  cairo_rectangle_t area;
  guint level;
} VwPlotWindow;

/**
 * VwPlotDigitLayout:
 * @clip: where the digit shows
 * @canvas: the whole digit; beyond @clip when zoomed in
 * @scale: units a pixel
 * @main_level: the level whose window is solid and whose border is hatched
 * @main_window: empty when that level has no room
 * @crowded: whether marks are small, to be told apart
 *
 * Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  cairo_rectangle_t clip, canvas;
  double scale;
  guint main_level;
  cairo_rectangle_t main_window;
  guint n_windows;
  VwPlotWindow windows[VW_ORB_MAX_LEVELS];
  guint n_marks;
  VwPlotMark *marks;
  gboolean crowded;
  VwPlotTexts *texts;
} VwPlotDigitLayout;

void vw_plot_digit_layout (const VwPlotDigit *model, double width, double height,
                           const VwPlotStyle *style, VwPlotDigitLayout *out);
void vw_plot_digit_layout_clear (VwPlotDigitLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotDigitLayout, vw_plot_digit_layout_clear)

/* Returns: index of the nearest keypoint that is shown and in reach, or −1. */
int vw_plot_digit_hit (const VwPlotDigitLayout *layout, double x, double y);

/* Place of a pixel's centre, of level 0. */
void vw_plot_digit_place (const VwPlotDigitLayout *layout, double pixel_x, double pixel_y,
                          double *x, double *y);

/* @state: (nullable): */
void vw_plot_digit_paint (cairo_t *cr, const VwPlotDigit *model, const VwPlotDigitLayout *layout,
                          const VwPlotStyle *style, const VwPlotDigitState *state);

/* Returns: the view with @factor more zoom and the same point of the digit at (@x, @y). */
VwPlotView vw_plot_digit_zoom (const VwPlotDigit *model, const VwPlotDigitLayout *layout, double x,
                               double y, double factor);

/* Returns: the view after the digit was dragged by (@dx, @dy). */
VwPlotView vw_plot_digit_pan (const VwPlotDigit *model, const VwPlotDigitLayout *layout, double dx,
                              double dy);

/**
 * vw_plot_digit_paint_sign:
 * @layer: one layer: its mark, as on the canvas
 * @level: for %VW_PLOT_LAYER_KEPT
 *
 * Paints the sign that stands before a word in the legend, about 12 units wide round (@x, @y).
 */
void vw_plot_digit_paint_sign (cairo_t *cr, const VwPlotStyle *style, VwPlotLayers layer,
                               guint level, double x, double y);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/inspector.h"
#include "plot/digit-figure.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_CANVAS (vw_digit_canvas_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitCanvas, vw_digit_canvas, VW, DIGIT_CANVAS, VwChart)

/**
 * VwDigitCanvas:
 *
 * The enlarged digit with its keypoints. Pointing shows the nearest keypoint, a click keeps it,
 * arrow keys go from one to the next, Escape lets it go; the wheel and + − 0 zoom, dragging moves.
 * Built from a template: the inspector is set once after it.
 */
void vw_digit_canvas_set_inspector (VwDigitCanvas *self, VwInspector *inspector);

/* @factor: times the present zoom, round the middle */
void vw_digit_canvas_zoom (VwDigitCanvas *self, double factor);
void vw_digit_canvas_show_all (VwDigitCanvas *self);

/* Whether a keypoint is in reach of that place. */
gboolean vw_digit_canvas_is_at_keypoint (VwDigitCanvas *self, double x, double y);

/* @layers: #VwPlotLayers */
void vw_digit_canvas_set_layers (VwDigitCanvas *self, guint layers);
guint vw_digit_canvas_get_layers (VwDigitCanvas *self);

/* What is chosen of layers, level, view and keypoint, for a figure of the same. */
VwPlotDigitChoices vw_digit_canvas_get_choices (VwDigitCanvas *self);

G_END_DECLS

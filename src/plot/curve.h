/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

#define VW_PLOT_CURVE_PANELS 2

/* @x: of the parameter; @values: one a panel, NAN where the trial failed */
typedef struct {
  double x;
  double values[VW_PLOT_CURVE_PANELS];
} VwPlotCurvePoint;

/**
 * VwPlotCurvePanel:
 * @title: translated
 * @share: values are 0 … 1 and written as percentages, on an axis fitted to them; else they are
 *   amounts, on an axis from 0 on
 */
typedef struct {
  const char *title;
  gboolean share;
} VwPlotCurvePanel;

/**
 * VwPlotCurve:
 * @x_title: translated: the parameter, with its unit
 * @least, @most: of the x axis: all values of the experiment, those still to come included
 * @x_step: no ticks nearer than this, as 1 for a whole number; 0 for any
 * @ratios: whether equal ratios of x are equally far apart, not equal differences; all x above 0
 * @categories: (nullable): names of the values 0, 1 … of a choice, most + 1 of them
 * @points: in any order; those that are there so far
 * @panels: one above the other over the same x axis
 * @joined: whether points are joined by a line: neighbours on a scale are, seeds and choices not
 * @present: the value in force, NAN for none
 * @mean, @deviation: of the first panel, drawn as a line and a band; NAN for none
 *
 * What a parameter does to accuracy and keypoints. Borrowed.
 */
typedef struct {
  const char *x_title;
  double least, most, x_step;
  gboolean ratios;
  const char *const *categories;
  guint n_points;
  const VwPlotCurvePoint *points;
  guint n_panels;
  VwPlotCurvePanel panels[VW_PLOT_CURVE_PANELS];
  gboolean joined;
  double present;
  double mean, deviation;
  const VwPlotNumbers *numbers;
} VwPlotCurve;

/* Value v stands at area.y + area.height − (v − bottom) × scale. */
typedef struct {
  cairo_rectangle_t area;
  double bottom, top, scale;
  double tick_step;
  guint ticks;
} VwPlotCurveAxis;

/* Zero-initialise before the first use; see vw_plot_curve_across() for the x axis. */
typedef struct {
  double width, height;
  double left, scale, least;
  gboolean ratios;
  guint n_panels;
  VwPlotCurveAxis axes[VW_PLOT_CURVE_PANELS];
  guint *order; /* of the points, by x */
  guint n_points;
  VwPlotTexts *texts;
} VwPlotCurveLayout;

void vw_plot_curve_layout (const VwPlotCurve *model, double width, double height,
                           const VwPlotStyle *style, VwPlotCurveLayout *out);
void vw_plot_curve_layout_clear (VwPlotCurveLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotCurveLayout, vw_plot_curve_layout_clear)

/* Returns: index of the point whose x is nearest to that place, or −1 outside the panels. */
int vw_plot_curve_hit (const VwPlotCurve *model, const VwPlotCurveLayout *layout, double x,
                       double y);

/* Place of a value on the x axis. */
double vw_plot_curve_across (const VwPlotCurveLayout *layout, double x);

/* Place of a point in a panel; NAN where it has no value. */
void vw_plot_curve_place (const VwPlotCurveLayout *layout, const VwPlotCurvePoint *point,
                          guint panel, double *x, double *y);

/* @pointed: index of a point, or −1 */
void vw_plot_curve_paint (cairo_t *cr, const VwPlotCurve *model, const VwPlotCurveLayout *layout,
                          const VwPlotStyle *style, int pointed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plot/style.h"

G_BEGIN_DECLS

#define VW_TYPE_CHART (vw_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (VwChart, vw_chart, VW, CHART, GtkWidget)

/**
 * VwChartClass:
 * @arrange: lays the drawing out anew
 * @paint: paints what was laid out
 * @hover: (nullable): the pointer is there
 * @leave: (nullable): the pointer is gone
 * @press: (nullable): a click, the @n_press-th in a row
 * @key_pressed: (nullable): a key without Control or Alt; whether it meant anything
 *
 * A widget round one drawing of the plot layer: lays out only when data, size, theme or font
 * changed, so that paint and hit test use the same layout.
 */
struct _VwChartClass {
  GtkWidgetClass parent_class;

  void (*arrange) (VwChart *self, double width, double height, const VwPlotStyle *style);
  void (*paint) (VwChart *self, cairo_t *cr, const VwPlotStyle *style);
  void (*hover) (VwChart *self, double x, double y);
  void (*leave) (VwChart *self);
  void (*press) (VwChart *self, int n_press, double x, double y);
  gboolean (*key_pressed) (VwChart *self, guint key);
};

/* The data changed: to be laid out and painted again. */
void vw_chart_changed (VwChart *self);

/* Makes sure that the layout is that of the present data and size, before a hit test. */
void vw_chart_ensure (VwChart *self);

G_END_DECLS

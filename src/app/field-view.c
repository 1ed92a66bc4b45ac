/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/field-view.h"

#include "plot/field.h"

#include <glib/gi18n.h>

struct _VwFieldView {
  VwChart parent_instance;

  VwCentering centering;
  gboolean centred;
  VwPlotFieldLayout layout;
};

G_DEFINE_FINAL_TYPE (VwFieldView, vw_field_view, VW_TYPE_CHART)

static void
vw_field_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwFieldView *self = VW_FIELD_VIEW (chart);

  vw_plot_field_layout (&self->centering, self->centred, width, height, style, &self->layout);
}

static void
vw_field_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwFieldView *self = VW_FIELD_VIEW (chart);

  vw_plot_field_paint (cr, &self->centering, &self->layout, style);
}

void
vw_field_view_show (VwFieldView *self, const VwCentering *centering, gboolean centred)
{
  g_return_if_fail (VW_IS_FIELD_VIEW (self));
  self->centering = *centering;
  self->centred = centred;
  vw_chart_changed (VW_CHART (self));
}

static void
vw_field_view_class_init (VwFieldViewClass *class)
{
  VW_CHART_CLASS (class)->arrange = vw_field_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_field_view_paint;
}

static void
vw_field_view_init (VwFieldView *self)
{
  self->centering.blank = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The image of 28 × 28 pixels"), -1);
}

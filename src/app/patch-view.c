/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/patch-view.h"

#include "core/patch.h"
#include "plot/patch.h"
#include "plot/shapes.h"

#include <glib/gi18n.h>

#define SIDE 62 /* two samples a pixel of a patch of 31 */

struct _VwPatchView {
  VwChart parent_instance;

  gboolean filled;
  guint8 patch[SIDE * SIDE];
};

G_DEFINE_FINAL_TYPE (VwPatchView, vw_patch_view, VW_TYPE_CHART)

static void
cut_out (VwPatchView *self, const VwInspection *seen, const VwKeypoint *keypoint)
{
  /* The keypoint was found with these settings, so they are possible. */
  g_autoptr (VwPatchCutter) cutter
      = vw_patch_cutter_new (&seen->parameters, seen->width, seen->height, NULL);

  vw_patch_cutter_load (cutter, seen->pixels);
  vw_patch_cutter_cut (cutter, keypoint, SIDE, self->patch);
}

void
vw_patch_view_set (VwPatchView *self, const VwInspection *inspection, int keypoint)
{
  g_return_if_fail (VW_IS_PATCH_VIEW (self));
  self->filled = inspection != NULL && keypoint >= 0;
  if (self->filled)
    cut_out (self, inspection, &inspection->frame.keypoints[keypoint]);
  vw_chart_changed (VW_CHART (self));
}

static void
vw_patch_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
}

static void
vw_patch_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwPatchView *self = VW_PATCH_VIEW (chart);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double side = MIN (width, height);
  cairo_rectangle_t area = { (width - side) / 2, (height - side) / 2, side, side };

  if (!self->filled)
    return;
  vw_plot_patch_paint (cr, style, self->patch, SIDE, &area);
  vw_plot_frame (cr, &area, style->palette.highlight, 2);
}

static void
vw_patch_view_class_init (VwPatchViewClass *class)
{
  VW_CHART_CLASS (class)->arrange = vw_patch_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_patch_view_paint;
}

static void
vw_patch_view_init (VwPatchView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Patch of the keypoint"), -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/patch-view.h"

#include "core/orb-trace.h"
#include "core/patch.h"
#include "plot/pairs.h"
#include "plot/patch.h"
#include "plot/shapes.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIDE 62 /* two samples a pixel of a patch of 31 */

struct _VwPatchView {
  VwChart parent_instance;

  guint side; /* of the samples; 0 for none */
  guint8 patch[SIDE * SIDE];
  gboolean pointed, has_pairs, hovered;
  guint pixels; /* of a side of a keypoint's patch */
  int bit;
  VwTestPair pairs[VW_DESCRIPTOR_BITS];
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
  self->pointed = inspection != NULL && keypoint >= 0;
  self->side = self->pointed ? SIDE : 0;
  if (self->pointed)
    cut_out (self, inspection, &inspection->frame.keypoints[keypoint]);
  self->has_pairs = self->pointed && inspection->frame.trace != NULL;
  if (self->has_pairs)
    vw_orb_trace_get_pairs (inspection->frame.trace, keypoint, self->pairs);
  self->pixels = self->pointed ? inspection->parameters.patch_size : 0;
  vw_chart_changed (VW_CHART (self));
}

void
vw_patch_view_set_pixels (VwPatchView *self, const guint8 *pixels)
{
  g_return_if_fail (VW_IS_PATCH_VIEW (self));
  self->pointed = self->has_pairs = FALSE;
  self->side = pixels != NULL ? VW_PATCH_SIDE : 0;
  if (pixels != NULL)
    memcpy (self->patch, pixels, VW_PATCH_PIXELS);
  vw_chart_changed (VW_CHART (self));
}

void
vw_patch_view_set_bit (VwPatchView *self, int bit)
{
  g_return_if_fail (VW_IS_PATCH_VIEW (self));
  self->bit = bit;
  vw_chart_changed (VW_CHART (self));
}

static void
on_enter (VwPatchView *self)
{
  self->hovered = TRUE;
  vw_chart_changed (VW_CHART (self));
}

static void
on_leave (VwPatchView *self)
{
  self->hovered = FALSE;
  vw_chart_changed (VW_CHART (self));
}

static void
paint_pairs (VwPatchView *self, cairo_t *cr, const VwPlotStyle *style,
             const cairo_rectangle_t *area)
{
  VwPlotPairs pairs = { .pairs = self->pairs, .upright = TRUE, .lit = self->bit,
                        .x = area->x + area->width / 2, .y = area->y + area->height / 2,
                        .pixel = area->width / self->pixels };

  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  vw_plot_pairs_paint (cr, &pairs, style);
  cairo_restore (cr);
}

static void
vw_patch_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
}

static void
vw_patch_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwPatchView *self = VW_PATCH_VIEW (chart);
  gboolean paired = self->has_pairs && (self->hovered || self->bit >= 0);
  VwPlotStyle under = *style;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double side = MIN (width, height);
  cairo_rectangle_t area = { (width - side) / 2, (height - side) / 2, side, side };

  if (self->side == 0)
    return;
  if (paired)
    under.palette.ink = style->palette.canvas_ink; /* lines must stand out from it */
  vw_plot_patch_paint (cr, &under, self->patch, self->side, &area);
  if (paired)
    paint_pairs (self, cr, style, &area);
  vw_plot_frame (cr, &area, self->pointed ? style->palette.highlight : style->palette.axis,
                 self->pointed ? 2 : 1);
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
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->bit = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Patch of the keypoint"), -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHEQUER 8 /* px */

struct _VwExportPreview {
  GtkWidget parent_instance;
  VwSheet *sheet; /* the figure borrows from it */
  VwPlotFigure *figure;
  gboolean transparent;
};

G_DEFINE_FINAL_TYPE (VwExportPreview, vw_export_preview, GTK_TYPE_WIDGET)

void
vw_export_preview_show (VwExportPreview *self, VwSheet *sheet, double millimetres,
                        gboolean transparent)
{
  g_clear_pointer (&self->figure, vw_plot_figure_free);
  g_set_object (&self->sheet, sheet);
  self->figure = vw_sheet_make_figure (sheet, millimetres);
  self->transparent = transparent;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  vw_sheet_get_texts (sheet)->title, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

VwPlotDrawing
vw_export_preview_get_drawing (VwExportPreview *self)
{
  return self->figure != NULL ? vw_plot_figure_get_drawing (self->figure) : (VwPlotDrawing) { 0 };
}

static void
snapshot_paper (VwExportPreview *self, GtkSnapshot *snapshot, const graphene_rect_t *sheet)
{
  GskRoundedRect outline;
  GdkRGBA grey = { .84, .84, .84, 1 };

  gsk_rounded_rect_init_from_rect (&outline, sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, .35 }, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, sheet);
  if (!self->transparent)
    return;
  gtk_snapshot_push_repeat (snapshot, sheet,
                            &GRAPHENE_RECT_INIT (sheet->origin.x, sheet->origin.y, 2 * CHEQUER,
                                                 2 * CHEQUER));
  gtk_snapshot_append_color (
      snapshot, &grey, &GRAPHENE_RECT_INIT (sheet->origin.x, sheet->origin.y, CHEQUER, CHEQUER));
  gtk_snapshot_append_color (snapshot, &grey,
                             &GRAPHENE_RECT_INIT (sheet->origin.x + CHEQUER,
                                                  sheet->origin.y + CHEQUER, CHEQUER, CHEQUER));
  gtk_snapshot_pop (snapshot);
}

static void
vw_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwExportPreview *self = VW_EXPORT_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  VwPlotDrawing drawing = vw_export_preview_get_drawing (self);
  graphene_rect_t sheet;
  double scale;
  cairo_t *cr;

  if (drawing.width <= 0)
    return;
  scale = MIN (width / drawing.width, height / drawing.height);
  sheet.size = GRAPHENE_SIZE_INIT (drawing.width * scale, drawing.height * scale);
  sheet.origin = GRAPHENE_POINT_INIT (floor ((width - sheet.size.width) / 2),
                                      floor ((height - sheet.size.height) / 2));
  snapshot_paper (self, snapshot, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_translate (cr, sheet.origin.x, sheet.origin.y);
  cairo_scale (cr, scale, scale);
  drawing.paint (cr, drawing.data);
  cairo_destroy (cr);
}

static void
vw_export_preview_dispose (GObject *object)
{
  VwExportPreview *self = VW_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->figure, vw_plot_figure_free);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (vw_export_preview_parent_class)->dispose (object);
}

static void
vw_export_preview_class_init (VwExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vw_export_preview_dispose;
  widget_class->snapshot = vw_export_preview_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vw_export_preview_init (VwExportPreview *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Preview"), -1);
}

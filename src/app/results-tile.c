/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-tile.h"

#include "app/theme.h"

#include <string.h>

#define SIDE 48

struct _VwResultsTile {
  GtkWidget parent_instance;
  cairo_surface_t *mask; /* how much ink a pixel has; of the image's own size */
};

G_DEFINE_FINAL_TYPE (VwResultsTile, vw_results_tile, GTK_TYPE_WIDGET)

static cairo_surface_t *
mask_of (VwDataset *dataset, VwSplit split, guint index)
{
  guint rows = vw_dataset_get_rows (dataset);
  guint cols = vw_dataset_get_cols (dataset);
  const guint8 *image = vw_dataset_get_image (dataset, split, index);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, cols, rows);
  guint8 *pixels = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);

  if (pixels == NULL)
    return mask;
  for (guint y = 0; y < rows; y++)
    memcpy (pixels + y * stride, image + y * cols, cols);
  cairo_surface_mark_dirty (mask);
  return mask;
}

void
vw_results_tile_set_image (VwResultsTile *self, VwDataset *dataset, VwSplit split, guint index)
{
  g_clear_pointer (&self->mask, cairo_surface_destroy);
  if (dataset != NULL && index < vw_dataset_get_count (dataset, split))
    self->mask = mask_of (dataset, split, index);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vw_results_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwResultsTile *self = VW_RESULTS_TILE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  VwPlotStyle style;
  double scale;
  cairo_t *cr;

  if (self->mask == NULL)
    return;
  vw_theme_get_style (widget, &style);
  scale = MIN (width / (double) cairo_image_surface_get_width (self->mask),
               height / (double) cairo_image_surface_get_height (self->mask));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cr, scale, scale);
  vw_plot_color_set (cr, style.palette.ink);
  cairo_mask_surface (cr, self->mask, 0, 0);
  cairo_destroy (cr);
}

static void
vw_results_tile_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIDE;
}

static void
vw_results_tile_dispose (GObject *object)
{
  g_clear_pointer (&VW_RESULTS_TILE (object)->mask, cairo_surface_destroy);
  G_OBJECT_CLASS (vw_results_tile_parent_class)->dispose (object);
}

static void
vw_results_tile_class_init (VwResultsTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vw_results_tile_dispose;
  widget_class->snapshot = vw_results_tile_snapshot;
  widget_class->measure = vw_results_tile_measure;
  gtk_widget_class_set_css_name (widget_class, "results-tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vw_results_tile_init (VwResultsTile *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  vw_theme_watch (GTK_WIDGET (self));
}

GtkWidget *
vw_results_tile_new_captioned (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "vw-case");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), g_object_new (VW_TYPE_RESULTS_TILE, NULL));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_set_has_tooltip (box, TRUE);
  return box;
}

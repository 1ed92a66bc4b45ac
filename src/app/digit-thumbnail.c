/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-thumbnail.h"

#include "app/ink-texture.h"
#include "app/theme.h"

#define SIDE 44
#define RADIUS 5
#define PAD 2

struct _VwDigitThumbnail {
  GtkWidget parent_instance;

  VwDataset *dataset;
  VwSplit split;
  guint index;
  GdkTexture *texture; /* in the colours of @ink */
  VwPlotColor ink;
};

G_DEFINE_FINAL_TYPE (VwDigitThumbnail, vw_digit_thumbnail, GTK_TYPE_WIDGET)

GtkWidget *
vw_digit_thumbnail_new (void)
{
  return g_object_new (VW_TYPE_DIGIT_THUMBNAIL, NULL);
}

void
vw_digit_thumbnail_set (VwDigitThumbnail *self, VwDataset *dataset, VwSplit split, guint index)
{
  g_return_if_fail (VW_IS_DIGIT_THUMBNAIL (self));
  if (dataset != NULL)
    vw_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  self->dataset = dataset;
  self->split = split;
  self->index = index;
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_texture (VwDigitThumbnail *self, GtkSnapshot *snapshot, float side)
{
  float width = gdk_texture_get_width (self->texture);
  float height = gdk_texture_get_height (self->texture);
  float scale = (side - 2 * PAD) / MAX (width, height);

  gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT ((side - width * scale) / 2, (side - height * scale) / 2, width * scale,
                           height * scale));
}

static void
vw_digit_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwDigitThumbnail *self = VW_DIGIT_THUMBNAIL (widget);
  float side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  VwPlotStyle style;
  GskRoundedRect frame;
  GdkRGBA paper, line;

  vw_theme_get_style (widget, &style);
  paper = vw_ink_to_rgba (style.palette.paper);
  line = vw_ink_to_rgba (style.palette.grid);
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, side, side), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &paper, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  if (self->dataset != NULL) /* within the round corners anyway, and clipping is dear */
    {
      vw_ink_texture_ensure (&self->texture, &self->ink,
                             vw_dataset_get_image (self->dataset, self->split, self->index),
                             vw_dataset_get_cols (self->dataset),
                             vw_dataset_get_rows (self->dataset), style.palette.ink);
      draw_texture (self, snapshot, side);
    }
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
vw_digit_thumbnail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = SIDE;
}

static void
vw_digit_thumbnail_dispose (GObject *object)
{
  VwDigitThumbnail *self = VW_DIGIT_THUMBNAIL (object);

  g_clear_pointer (&self->dataset, vw_dataset_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (vw_digit_thumbnail_parent_class)->dispose (object);
}

static void
vw_digit_thumbnail_class_init (VwDigitThumbnailClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_digit_thumbnail_dispose;
  widget_class->snapshot = vw_digit_thumbnail_snapshot;
  widget_class->measure = vw_digit_thumbnail_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vw_digit_thumbnail_init (VwDigitThumbnail *self)
{
  vw_theme_watch (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/patch-tile.h"

#include "app/ink-texture.h"
#include "app/theme.h"
#include "core/patch.h"

#include <string.h>

struct _VwPatchTile {
  GtkWidget parent_instance;

  gboolean filled;
  guint8 pixels[VW_PATCH_PIXELS];
  GdkTexture *texture; /* in the colour @ink */
  VwPlotColor ink;
};

G_DEFINE_FINAL_TYPE (VwPatchTile, vw_patch_tile, GTK_TYPE_WIDGET)

GtkWidget *
vw_patch_tile_new (int side)
{
  return g_object_new (VW_TYPE_PATCH_TILE, "width-request", side, "height-request", side, "halign",
                       GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
}

void
vw_patch_tile_set (VwPatchTile *self, const guint8 *pixels)
{
  g_return_if_fail (VW_IS_PATCH_TILE (self));
  self->filled = pixels != NULL;
  if (pixels != NULL)
    memcpy (self->pixels, pixels, VW_PATCH_PIXELS);
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vw_patch_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwPatchTile *self = VW_PATCH_TILE (widget);
  float side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, side, side);
  GskRoundedRect frame;
  VwPlotStyle style;
  GdkRGBA paper, line;

  vw_theme_get_style (widget, &style);
  paper = vw_ink_to_rgba (style.palette.paper);
  line = vw_ink_to_rgba (vw_plot_color_with_alpha (style.palette.axis, .55));
  gsk_rounded_rect_init_from_rect (&frame, &area, 0);
  gtk_snapshot_append_color (snapshot, &paper, &area);
  if (self->filled)
    {
      vw_ink_texture_ensure (&self->texture, &self->ink, self->pixels, VW_PATCH_SIDE, VW_PATCH_SIDE,
                             style.palette.ink);
      gtk_snapshot_append_texture (snapshot, self->texture, &area);
    }
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
vw_patch_tile_dispose (GObject *object)
{
  g_clear_object (&VW_PATCH_TILE (object)->texture);
  G_OBJECT_CLASS (vw_patch_tile_parent_class)->dispose (object);
}

static void
vw_patch_tile_class_init (VwPatchTileClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_patch_tile_dispose;
  widget_class->snapshot = vw_patch_tile_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vw_patch_tile_init (VwPatchTile *self)
{
  vw_theme_watch (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/word-cell.h"

#include "app/ink-texture.h"
#include "app/strings.h"
#include "app/theme.h"
#include "core/word-facts.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIDE 52
#define GAP 1
#define BAR 3.f

struct _VwWordItem {
  GObject parent_instance;

  guint word;
};

struct _VwWordCell {
  GtkWidget parent_instance;

  char *number, *owner, *description;
  float share; /* of the most frequent word */
  gboolean filled;
  guint8 pixels[VW_PATCH_PIXELS];
  GdkTexture *texture; /* in the colour @ink */
  VwPlotColor ink;
};

G_DEFINE_FINAL_TYPE (VwWordItem, vw_word_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (VwWordCell, vw_word_cell, GTK_TYPE_WIDGET)

static void
vw_word_item_class_init (VwWordItemClass *class)
{
}

static void
vw_word_item_init (VwWordItem *self)
{
}

VwWordItem *
vw_word_item_new (guint word)
{
  VwWordItem *self = g_object_new (VW_TYPE_WORD_ITEM, NULL);

  self->word = word;
  return self;
}

guint
vw_word_item_get_word (VwWordItem *self)
{
  g_return_val_if_fail (VW_IS_WORD_ITEM (self), 0);
  return self->word;
}

char *
vw_word_describe (const VwModel *model, const VwWordGallery *gallery, guint word)
{
  guint64 n = gallery->patches[word];
  g_autofree char *count = vw_strings_count ((guint) n);
  g_autofree char *patches = g_strdup_printf (ngettext ("%s patch", "%s patches", n), count);
  int leader = vw_word_leader (gallery, word);
  g_autofree char *share = NULL;

  if (leader < 0)
    return g_strdup_printf (_("Word %u, %s"), word, patches);
  share = vw_strings_percent (vw_word_share (gallery, word, (guint) leader), 0);
  return g_strdup_printf (_("Word %u, %s, %s from %s"), word, patches, share,
                          model->class_names[leader]);
}

void
vw_word_cell_set (VwWordCell *self, const VwModel *model, const VwWordGallery *gallery, guint word,
                  guint64 most)
{
  int owner = vw_word_owner (gallery, word);

  g_return_if_fail (VW_IS_WORD_CELL (self));
  g_clear_object (&self->texture);
  self->filled = gallery->patches[word] > 0;
  memcpy (self->pixels, vw_word_gallery_mean (gallery, word), VW_PATCH_PIXELS);
  g_free (self->number);
  self->number = g_strdup_printf ("%u", word);
  g_free (self->owner);
  self->owner = owner >= 0 ? g_strdup (model->class_names[owner]) : NULL;
  self->share = (float) (gallery->patches[word] / (double) MAX (most, 1));
  g_free (self->description);
  self->description = vw_word_describe (model, gallery, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_tooltip (VwWordCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->description);
  return self->description != NULL;
}

GtkWidget *
vw_word_cell_new (void)
{
  return g_object_new (VW_TYPE_WORD_CELL, NULL);
}

static void
append_color (GtkSnapshot *snapshot, VwPlotColor color, float x, float y, float width, float height)
{
  GdkRGBA rgba = vw_ink_to_rgba (color);

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_patch (VwWordCell *self, GtkSnapshot *snapshot, const VwPlotPalette *palette)
{
  GdkRGBA line = vw_ink_to_rgba (vw_plot_color_with_alpha (palette->axis, .55));
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, SIDE, SIDE);
  GskRoundedRect frame;

  append_color (snapshot, palette->paper, 0, 0, SIDE, SIDE);
  if (self->filled)
    {
      vw_ink_texture_ensure (&self->texture, &self->ink, self->pixels, VW_PATCH_SIDE, VW_PATCH_SIDE,
                             palette->ink);
      gtk_snapshot_append_texture (snapshot, self->texture, &area);
    }
  gsk_rounded_rect_init_from_rect (&frame, &area, 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

/* Returns: the width of what was drawn; @right is where it ends, or 0 to begin at the left. */
static int
draw_text (VwWordCell *self, GtkSnapshot *snapshot, const char *text, VwPlotColor color, int right,
           int room)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA rgba = vw_ink_to_rgba (color);
  int width;

  if (right > 0)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    pango_layout_set_width (layout, (width = MAX (room, 0)) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (right > 0 ? right - width : 0, SIDE + GAP));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
vw_word_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwWordCell *self = VW_WORD_CELL (widget);
  float y = gtk_widget_get_height (widget) - BAR;
  VwPlotStyle style;
  int used;

  if (self->number == NULL)
    return;
  vw_theme_get_style (widget, &style);
  draw_patch (self, snapshot, &style.palette);
  used = draw_text (self, snapshot, self->number, style.palette.dim, 0, SIDE);
  if (self->owner != NULL)
    draw_text (self, snapshot, self->owner, style.palette.favour, SIDE, SIDE - used - 3);
  append_color (snapshot, style.palette.track, 0, y, SIDE, BAR);
  append_color (snapshot, style.palette.bar, 0, y, SIDE * self->share, BAR);
}

static void
vw_word_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  int line;

  *minimum = *natural = SIDE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  layout = gtk_widget_create_pango_layout (widget, "0");
  pango_layout_get_pixel_size (layout, NULL, &line);
  *minimum = *natural = SIDE + 2 * GAP + line + (int) BAR;
}

static void
vw_word_cell_finalize (GObject *object)
{
  VwWordCell *self = VW_WORD_CELL (object);

  g_clear_object (&self->texture);
  g_free (self->number);
  g_free (self->owner);
  g_free (self->description);
  G_OBJECT_CLASS (vw_word_cell_parent_class)->finalize (object);
}

static void
vw_word_cell_class_init (VwWordCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = vw_word_cell_finalize;
  widget_class->snapshot = vw_word_cell_snapshot;
  widget_class->measure = vw_word_cell_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vw_word_cell_init (VwWordCell *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE); /* made when it is wanted: there are many */
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  vw_theme_watch (GTK_WIDGET (self));
}

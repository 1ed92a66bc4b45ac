/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/word-cell.h"

#include "app/ink-texture.h"
#include "app/patch-tile.h"
#include "app/strings.h"
#include "app/theme.h"
#include "core/word-facts.h"

#include <glib/gi18n.h>

#define SIDE 52
#define BAR 3.f

struct _VwWordItem {
  GObject parent_instance;

  guint word;
};

struct _VwWordCell {
  GtkBox parent_instance;

  VwPatchTile *tile;
  GtkLabel *number, *owner;
  float share; /* of the most frequent word */
};

G_DEFINE_FINAL_TYPE (VwWordItem, vw_word_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (VwWordCell, vw_word_cell, GTK_TYPE_BOX)

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
  g_autofree char *number = g_strdup_printf ("%u", word);
  g_autofree char *text = vw_word_describe (model, gallery, word);

  g_return_if_fail (VW_IS_WORD_CELL (self));
  vw_patch_tile_set (self->tile,
                     gallery->patches[word] > 0 ? vw_word_gallery_mean (gallery, word) : NULL);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->owner, owner >= 0 ? model->class_names[owner] : "");
  self->share = (float) (gallery->patches[word] / (double) MAX (most, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tile), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
vw_word_cell_new (void)
{
  return g_object_new (VW_TYPE_WORD_CELL, NULL);
}

static void
vw_word_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwWordCell *self = VW_WORD_CELL (widget);
  float width = gtk_widget_get_width (widget);
  float y = gtk_widget_get_height (widget) - BAR;
  VwPlotStyle style;
  GdkRGBA track, bar;

  GTK_WIDGET_CLASS (vw_word_cell_parent_class)->snapshot (widget, snapshot);
  vw_theme_get_style (widget, &style);
  track = vw_ink_to_rgba (style.palette.track);
  bar = vw_ink_to_rgba (style.palette.bar);
  gtk_snapshot_append_color (snapshot, &track, &GRAPHENE_RECT_INIT (0, y, width, BAR));
  gtk_snapshot_append_color (snapshot, &bar, &GRAPHENE_RECT_INIT (0, y, width * self->share, BAR));
}

static void
vw_word_cell_class_init (VwWordCellClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = vw_word_cell_snapshot;
}

static void
vw_word_cell_init (VwWordCell *self)
{
  GtkWidget *tile = vw_patch_tile_new (SIDE);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *number = gtk_label_new (NULL), *owner = gtk_label_new (NULL);

  self->tile = VW_PATCH_TILE (tile);
  self->number = GTK_LABEL (number);
  self->owner = GTK_LABEL (owner);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self), SIDE, -1);
  gtk_box_append (GTK_BOX (self), tile);
  gtk_box_append (GTK_BOX (self), line);
  gtk_widget_add_css_class (line, "caption");
  gtk_widget_add_css_class (line, "numeric");
  gtk_widget_set_margin_top (line, 1);
  gtk_widget_set_margin_bottom (line, (int) BAR + 1);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_box_append (GTK_BOX (line), number);
  gtk_widget_add_css_class (owner, "vw-owner");
  gtk_widget_set_hexpand (owner, TRUE);
  gtk_widget_set_halign (owner, GTK_ALIGN_END);
  gtk_label_set_ellipsize (self->owner, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), owner);
  vw_theme_watch (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* A visual word in a list: its number. */
#define VW_TYPE_WORD_ITEM (vw_word_item_get_type ())
G_DECLARE_FINAL_TYPE (VwWordItem, vw_word_item, VW, WORD_ITEM, GObject)
VwWordItem *vw_word_item_new (guint word);
guint vw_word_item_get_word (VwWordItem *self);

#define VW_TYPE_WORD_CELL (vw_word_cell_get_type ())
G_DECLARE_FINAL_TYPE (VwWordCell, vw_word_cell, VW, WORD_CELL, GtkWidget)

/* A word in the grid: the mean of its patches, number, the class that owns it, how often it is. One
 * widget without children, since a grid keeps hundreds of them. */
GtkWidget *vw_word_cell_new (void);

/* @most: patches of the most frequent word */
void vw_word_cell_set (VwWordCell *self, const VwModel *model, const VwWordGallery *gallery,
                       guint word, guint64 most);

/* Returns: (transfer full): "Word 149, 461 patches, 47 % from 3" */
char *vw_word_describe (const VwModel *model, const VwWordGallery *gallery, guint word);

G_END_DECLS

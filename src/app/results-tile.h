/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/dataset.h"

G_BEGIN_DECLS

#define VW_TYPE_RESULTS_TILE (vw_results_tile_get_type ())
G_DECLARE_FINAL_TYPE (VwResultsTile, vw_results_tile, VW, RESULTS_TILE, GtkWidget)

/**
 * VwResultsTile:
 *
 * A stored image of a data set, small, in the ink of the theme, sharp on any scale.
 */

/* Returns: a box with the tile as its first child and a label as its last, for lists of them. */
GtkWidget *vw_results_tile_new_captioned (void);

/* @dataset: (nullable): %NULL shows nothing */
void vw_results_tile_set_image (VwResultsTile *self, VwDataset *dataset, VwSplit split, guint index);

G_END_DECLS

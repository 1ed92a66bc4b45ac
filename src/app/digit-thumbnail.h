/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/dataset.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_THUMBNAIL (vw_digit_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitThumbnail, vw_digit_thumbnail, VW, DIGIT_THUMBNAIL, GtkWidget)

/* A stored image as small ink on paper, in the colours of the theme. */
GtkWidget *vw_digit_thumbnail_new (void);

/* @dataset: (nullable): %NULL for empty paper */
void vw_digit_thumbnail_set (VwDigitThumbnail *self, VwDataset *dataset, VwSplit split,
                             guint index);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/sheet.h"

G_BEGIN_DECLS

#define VW_TYPE_EXPORT_PREVIEW (vw_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (VwExportPreview, vw_export_preview, VW, EXPORT_PREVIEW, GtkWidget)

/**
 * VwExportPreview:
 *
 * A figure as it will be exported, as large as fits, on paper or on the chequers of a transparent
 * picture.
 */

/* @millimetres: the width on paper */
void vw_export_preview_show (VwExportPreview *self, VwSheet *sheet, double millimetres,
                             gboolean transparent);

/* Returns: the drawing that is shown; of no width before the first sheet. */
VwPlotDrawing vw_export_preview_get_drawing (VwExportPreview *self);

G_END_DECLS

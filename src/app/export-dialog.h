/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/paper.h"

G_BEGIN_DECLS

#define VW_TYPE_EXPORT_DIALOG (vw_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VwExportDialog, vw_export_dialog, VW, EXPORT_DIALOG, AdwWindow)

/* Opens the dialog that writes or copies what @paper has, as a picture or a table; in the window of
   @widget it is said what was written. */
void vw_export_dialog_present (GtkWidget *widget, VwPaper *paper);

G_END_DECLS

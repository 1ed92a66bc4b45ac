/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/matrix-choices.h"

G_BEGIN_DECLS

#define VW_TYPE_EXPORT_DIALOG (vw_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VwExportDialog, vw_export_dialog, VW, EXPORT_DIALOG, AdwWindow)

/* Opens the dialog that writes the matrix of @model as a picture or a table. */
void vw_export_dialog_present (GtkWindow *parent, VwModel *model, const VwMatrixChoices *choices);

G_END_DECLS

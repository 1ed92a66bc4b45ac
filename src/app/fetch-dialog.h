/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VW_TYPE_FETCH_DIALOG (vw_fetch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VwFetchDialog, vw_fetch_dialog, VW, FETCH_DIALOG, AdwWindow)

/**
 * VwFetchDialog:
 *
 * Offers the data sets that can be fetched: what each is, how large, whose, and where it goes;
 * fetches, checks and opens them. Closing it cancels, and what came stays to be taken up again.
 * Signal "open" (string path): the folder is there and is wanted.
 */
VwFetchDialog *vw_fetch_dialog_new (GtkWindow *parent);

/* Chooses one. @problem: (nullable): why it could not be opened */
void vw_fetch_dialog_choose (VwFetchDialog *self, const char *name, const GError *problem);

G_END_DECLS

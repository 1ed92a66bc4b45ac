/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Figures stand at the right, and so do the titles of @table's columns from @first on then. */
void vw_column_titles_align (GtkColumnView *table, guint first);

/* The title of one column alone; @tip (nullable) says more of it. */
void
vw_column_titles_describe (GtkColumnView *table, guint column, const char *tip, gboolean at_right);

G_END_DECLS

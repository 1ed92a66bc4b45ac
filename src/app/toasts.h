/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @text for some seconds at the foot of the window that @widget is in. */
void vw_toast (GtkWidget *widget, const char *text);

/* Says under which name a file has been saved. */
void vw_toast_saved (GtkWidget *widget, const char *path);

/* Says @text, with a button @label that leads to @page of the window. */
void vw_toast_with_page (GtkWidget *widget, const char *text, const char *label, const char *page);

typedef void (*VwUndoFunc) (gpointer object, gpointer data);

/**
 * VwUndo:
 * @undo: called with the others when the user wants it back
 * @object: (transfer full): a GObject
 * @data: (transfer full): freed with @free_data
 */
typedef struct {
  VwUndoFunc undo;
  gpointer object;
  gpointer data;
  GDestroyNotify free_data;
} VwUndo;

/* The same with a button that undoes what @text tells of. */
void vw_toast_with_undo (GtkWidget *widget, const char *text, const VwUndo *undo);

/* Says which file could not be read and why, and how many others; @problems is of GError. */
void vw_toast_problems (GtkWidget *widget, const GPtrArray *problems);

G_END_DECLS

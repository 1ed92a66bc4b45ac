/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes @content to @path; not on the main thread. */
typedef gboolean (*VwSaveFunc) (gconstpointer content, const char *path, GError **error);

/* On the main thread, once it is saved. */
typedef void (*VwSavedFunc) (GtkWidget *widget, const char *path);

/**
 * VwSaving:
 * @widget: in whose window it is said how it went
 * @path: as the user chose it
 * @failed: (transfer none): heading of what is said if it fails; lives as long as the program
 * @content: (transfer full): what is saved
 * @saved: (nullable): called if the window is still there
 */
typedef struct {
  GtkWidget *widget;
  const char *path;
  const char *failed;
  VwSaveFunc save;
  gpointer content;
  GDestroyNotify free_content;
  VwSavedFunc saved;
} VwSaving;

/* Saves without holding the window up; what is saved last is there last. The application does not end
 * before it is done, and an error is said even if the window has been closed. Main thread. */
void vw_save (const VwSaving *saving);

/* The same for the content of a whole file. @bytes: (transfer full) */
void vw_save_bytes (GtkWidget *widget, const char *path, const char *failed, GBytes *bytes);

G_END_DECLS

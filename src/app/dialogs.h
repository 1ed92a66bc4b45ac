/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @path: (nullable): NULL when the user changed their mind. Main thread. */
typedef void (*VwFileFunc) (const char *path, gpointer data);

/**
 * VwFileRequest:
 * @title: of the dialog
 * @name: (nullable): the name to suggest, for saving, with its ending: a portal gives right to the
 *   name that comes back and to no other, so nothing may be added to it
 * @kinds: (nullable): what the patterns are together, for example “Models”
 * @patterns: (nullable): %NULL-terminated, such as "*.vwm"; all files can be chosen too
 * @data: for @done; must live as long as the parent window or until @free_data
 */
typedef struct {
  GtkFileChooserAction action;
  const char *title;
  const char *name;
  const char *kinds;
  const char *const *patterns;
  VwFileFunc done;
  gpointer data;
  GDestroyNotify free_data;
} VwFileRequest;

/* Asks for a local file or folder; goes away with @parent. */
void vw_choose_file (GtkWindow *parent, const VwFileRequest *request);

/**
 * VwNameRequest:
 * @heading: of the dialog
 * @accept: what its button says
 * @name: to begin with
 * @placeholder: (nullable): what stands there when the name is empty
 * @most: characters at most
 * @check: (nullable): Returns: (transfer full) (nullable): why a name cannot be
 * @done: gets the name, unless the user changed their mind
 * @data: for both; must live as long as the parent window or until @free_data
 */
typedef struct {
  const char *heading, *accept, *name, *placeholder;
  int most;
  char *(*check) (const char *name, gpointer data);
  void (*done) (const char *name, gpointer data);
  gpointer data;
  GDestroyNotify free_data;
} VwNameRequest;

void vw_ask_name (GtkWindow *parent, const VwNameRequest *request);

/* Says that something failed, with the core's reason in the user's language; silent about
   cancelling. @parent: (nullable): none when it has been closed */
void vw_show_error (GtkWindow *parent, const char *heading, const GError *error);

void vw_show_about (GtkWindow *parent);

/* Opens @dialog so large, in px, but smaller than @parent by @margin; a parent that has no size yet
   sets no limit. */
void vw_size_within (GtkWindow *dialog, GtkWindow *parent, int width, int height, int margin);

G_END_DECLS

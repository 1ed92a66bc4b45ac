/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_WORD_GRID (vw_word_grid_get_type ())
G_DECLARE_FINAL_TYPE (VwWordGrid, vw_word_grid, VW, WORD_GRID, GtkBox)

/**
 * VwWordGrid:
 *
 * The words of the session's gallery, for all classes or one, in an order of choice; choosing one
 * makes it the session's word. Its buttons are the actions "words.copy" and "words.export" of who
 * holds it. Signals "activated": the user wants to go on to what is said of the word; "listed":
 * other words are shown.
 */
void vw_word_grid_set_session (VwWordGrid *self, VwSession *session);

/* Returns: (transfer full): of guint: the words that are shown, in their order. */
GArray *vw_word_grid_list (VwWordGrid *self);

/* In a narrow window classes are in a drop-down. */
void vw_word_grid_set_narrow (VwWordGrid *self, gboolean narrow);

/* Moves the keyboard to the chosen word. */
void vw_word_grid_enter (VwWordGrid *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_WORD_PANE (vw_word_pane_get_type ())
G_DECLARE_FINAL_TYPE (VwWordPane, vw_word_pane, VW, WORD_PANE, GtkBox)

/**
 * VwWordPane:
 *
 * All about the session's word: the mean of its patches and how often it occurs, the nearest real
 * patches, each of which leads to its digit, and what it says about each class. Empty without a
 * gallery or a word.
 */
void vw_word_pane_set_session (VwWordPane *self, VwSession *session);

/* Fewer patches side by side in a narrow window. */
void vw_word_pane_set_narrow (VwWordPane *self, gboolean narrow);

/* Moves the keyboard to the first patch. */
void vw_word_pane_enter (VwWordPane *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_WORDS_PANE (vw_words_pane_get_type ())
G_DECLARE_FINAL_TYPE (VwWordsPane, vw_words_pane, VW, WORDS_PANE, GtkBox)

/* The digit's visual words and what the model makes of them; before training, where they will be. */
void vw_words_pane_set_inspector (VwWordsPane *self, VwInspector *inspector);

/* A low window has less height for it, and a narrow one no room for the scores. */
void vw_words_pane_set_size (VwWordsPane *self, gboolean low, gboolean narrow);

G_END_DECLS

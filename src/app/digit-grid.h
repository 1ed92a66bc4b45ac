/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/digit-counts.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_GRID (vw_digit_grid_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitGrid, vw_digit_grid, VW, DIGIT_GRID, GtkBox)

/* The digits of the session's split that pass its filter; choosing one selects it. */
void vw_digit_grid_set_session (VwDigitGrid *self, VwSession *session, VwDigitCounts *counts);

/* In a narrow window there are three columns, and the filters hide behind a button. */
void vw_digit_grid_set_narrow (VwDigitGrid *self, gboolean narrow);

/* Selects the digit that is listed so many after the selected one, or before it; none beyond the
   ends. */
void vw_digit_grid_pass (VwDigitGrid *self, int by);

/* Asks for an index to go to. */
void vw_digit_grid_ask_index (VwDigitGrid *self);

G_END_DECLS

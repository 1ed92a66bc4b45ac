/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_NEXT_STEP (vw_next_step_get_type ())
G_DECLARE_FINAL_TYPE (VwNextStep, vw_next_step, VW, NEXT_STEP, AdwBin)

/**
 * VwNextStep:
 *
 * When the model is what a preset gives, and that is what the next training would do again: the
 * preset that comes next in the lesson, to be taken with one click. Else it is hidden.
 */
GtkWidget *vw_next_step_new (VwSession *session);

G_END_DECLS

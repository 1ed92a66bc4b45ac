/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_KEYPOINT_CARD (vw_keypoint_card_get_type ())
G_DECLARE_FINAL_TYPE (VwKeypointCard, vw_keypoint_card, VW, KEYPOINT_CARD, GtkBox)

/* What is known of the keypoint that is pointed at. */
void vw_keypoint_card_set_inspector (VwKeypointCard *self, VwInspector *inspector);

/* Returns: (transfer full) (nullable): the same in two lines, where there is no room for a card */
char *vw_keypoint_describe (VwInspector *inspector);

G_END_DECLS

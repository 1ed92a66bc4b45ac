/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/digit-canvas.h"

G_BEGIN_DECLS

#define VW_TYPE_LAYER_SWITCHES (vw_layer_switches_get_type ())
G_DECLARE_FINAL_TYPE (VwLayerSwitches, vw_layer_switches, VW, LAYER_SWITCHES, GtkBox)

/* The legend of the canvas: what each sign means, and a switch for each. */
void vw_layer_switches_set_canvas (VwLayerSwitches *self, VwDigitCanvas *canvas);

/* In a narrow window there is only room for those that are also the legend. */
void vw_layer_switches_set_narrow (VwLayerSwitches *self, gboolean narrow);

/* Whether the digit has corners over the quota, which most have not. */
void vw_layer_switches_set_quota (VwLayerSwitches *self, gboolean quota);

G_END_DECLS

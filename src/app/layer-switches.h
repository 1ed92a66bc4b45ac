/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/digit-canvas.h"

G_BEGIN_DECLS

#define VW_TYPE_LAYER_SWITCHES (vw_layer_switches_get_type ())
G_DECLARE_FINAL_TYPE (VwLayerSwitches, vw_layer_switches, VW, LAYER_SWITCHES, GtkWidget)

/* The legend of the canvas: what each sign means and how many there are, and a switch for each. */
void vw_layer_switches_set_canvas (VwLayerSwitches *self, VwDigitCanvas *canvas,
                                   VwInspector *inspector);

/* In a narrow window those that are the legend come first, the others when they are asked for. */
void vw_layer_switches_set_narrow (VwLayerSwitches *self, gboolean narrow);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VW_TYPE_FLOW_LAYOUT (vw_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (VwFlowLayout, vw_flow_layout, VW, FLOW_LAYOUT, GtkLayoutManager)

/* Children of their natural width side by side, in as many centred rows as they need. */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VW_TYPE_HEADING (vw_heading_get_type ())
G_DECLARE_FINAL_TYPE (VwHeading, vw_heading, VW, HEADING, GtkWidget)

/* Three children: a title, facts about it, and controls at the end. In one row if all have their
   natural width there; else the facts have a line below; and where not even title and controls stand
   side by side, it is the controls that go below. */

G_END_DECLS

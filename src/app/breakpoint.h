/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a page make do with less room, or spread out again. */
typedef void (*VwBreakpointFunc) (gpointer page, gboolean narrow);

/**
 * vw_breakpoint_add:
 * @scroller: within @page, with all that it shows
 * @width: in pixels at a text scale of 1
 *
 * Calls @adapt whenever @scroller has become narrower than @width, or no longer is; what has never been
 * narrow is not told. libadwaita has breakpoints of its own from 1.4 on.
 */
void vw_breakpoint_add (GtkScrolledWindow *scroller, int width, VwBreakpointFunc adapt,
                        gpointer page);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plot/style.h"

G_BEGIN_DECLS

/**
 * vw_theme_get_style:
 * @style: (out caller-allocates): good for one layout or drawing; its strings live forever
 *
 * Light, dark or high contrast, the font and the text scale of @widget, for what is drawn in it.
 * The one place that asks the theme: ask again for every drawing instead of keeping the answer.
 */
void vw_theme_get_style (GtkWidget *widget, VwPlotStyle *style);

/**
 * vw_theme_watch:
 *
 * Has @widget laid out and drawn anew when light turns to dark or contrast to high, as long as it
 * lives. A change of font or text scale does that by itself.
 */
void vw_theme_watch (GtkWidget *widget);

G_END_DECLS

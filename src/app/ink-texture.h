/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plot/style.h"

G_BEGIN_DECLS

/**
 * vw_ink_texture_ensure:
 * @texture: (inout) (nullable): made in the colour @made_in
 * @pixels: cols × rows bytes, 255 is full ink
 * @ink: the colour that it should be in
 *
 * Makes @pixels a texture whose opacity they are, unless there already is one in that colour:
 * drawing one again costs nearly nothing.
 */
void vw_ink_texture_ensure (GdkTexture **texture, VwPlotColor *made_in, const guint8 *pixels,
                            guint cols, guint rows, VwPlotColor ink);

GdkRGBA vw_ink_to_rgba (VwPlotColor color);

G_END_DECLS

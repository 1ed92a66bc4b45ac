/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/text.h"

G_BEGIN_DECLS

/* Every text inside the place, none over another, none without its glyphs being there. */
void check_texts (const VwPlotTexts *texts, double width, double height, const char *what);

/* Whether a text of exactly that string is there. */
gboolean has_text (const VwPlotTexts *texts, const char *string);

/* Texts that had to end in an ellipsis. */
guint count_cut (const VwPlotTexts *texts);

/* The pixel at (x, y) of an ARGB32 image, as 0xAARRGGBB. */
guint32 pixel_at (cairo_surface_t *surface, double x, double y);

/* The opaque pixel of that colour. */
guint32 pixel_of (VwPlotColor color);

/* Ends the program, all tests skipped, when the font of the tests is not installed. */
void need_test_font (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"

G_BEGIN_DECLS

/* Which point of a text stands at the given place. */
typedef enum { VW_PLOT_START, VW_PLOT_CENTER, VW_PLOT_END } VwPlotAlign;

/* Direction of reading. */
typedef enum { VW_PLOT_ACROSS, VW_PLOT_UPWARDS, VW_PLOT_DOWNWARDS } VwPlotTurn;

/**
 * VwPlotLabel:
 * @string: UTF-8; %NULL and "" add nothing
 * @x, @y: the place; across the reading direction it is the middle of the figures' height
 * @size: of the font, in units
 * @max_width: along the reading direction; what is longer ends in an ellipsis; 0 for any
 * @tag: the chart's own, to find the text again
 *
 * An order to put a text somewhere.
 */
typedef struct {
  const char *string;
  double x, y;
  VwPlotAlign align;
  VwPlotTurn turn;
  double size;
  gboolean bold;
  double max_width;
  VwPlotColor color;
  guint tag;
} VwPlotLabel;

/**
 * VwPlotText:
 * @x, @y: start of the base line
 * @box: what the ink covers along y and the advance along x, turned as the text is
 * @cut: whether it ends in an ellipsis
 * @unknown_glyphs: characters that no installed font has
 *
 * A text in its place.
 */
typedef struct {
  char *string;
  double x, y;
  VwPlotTurn turn;
  double size;
  gboolean bold;
  double max_width;
  VwPlotColor color;
  guint tag;
  cairo_rectangle_t box;
  gboolean cut;
  guint unknown_glyphs;
} VwPlotText;

/**
 * VwPlotTexts:
 *
 * All the texts of a layout, in the order in which they are painted. Figures have one width, so
 * that columns line up. Sizes do not depend on the device: no hinting, no rounded advances.
 */
typedef struct _VwPlotTexts VwPlotTexts;

VwPlotTexts *vw_plot_texts_new (const VwPlotStyle *style);
void vw_plot_texts_free (VwPlotTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwPlotTexts, vw_plot_texts_free)

/* Advance of @string, in units; 0 for %NULL. */
double vw_plot_texts_measure (VwPlotTexts *self, const char *string, double size, gboolean bold);

/* Height of the figures of a font of that size. */
double vw_plot_texts_figure_height (const VwPlotTexts *self, double size);

/* Distance of base lines. */
double vw_plot_texts_line_height (const VwPlotTexts *self, double size);

void vw_plot_texts_add (VwPlotTexts *self, const VwPlotLabel *label);

/**
 * vw_plot_texts_add_lines:
 * @width: where lines end at the latest, 0 to end them only at line feeds
 *
 * Breaks the text into lines, the middle of the first at @label's y.
 *
 * Returns: how many lines it became.
 */
guint vw_plot_texts_add_lines (VwPlotTexts *self, const VwPlotLabel *label, double width);

/* How many lines that would be. */
guint vw_plot_texts_count_lines (VwPlotTexts *self, const char *string, double size, double width);

guint vw_plot_texts_get_n (const VwPlotTexts *self);
const VwPlotText *vw_plot_texts_get (const VwPlotTexts *self, guint index);

/**
 * VwPlotEmphasis:
 * @tags: texts to paint bold and in @color
 * @n_tags: how many
 */
typedef struct {
  const guint *tags;
  guint n_tags;
  VwPlotColor color;
} VwPlotEmphasis;

/* @emphasis: (nullable): */
void vw_plot_texts_paint (const VwPlotTexts *self, cairo_t *cr, const VwPlotEmphasis *emphasis);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/rows.h"

#include "plot/patch.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 14.0
#define GAP 9.0
#define LEAST_ROW 21.0
#define MOST_ROW 34.0
#define LONGEST_LABEL .45 /* of the width */

static void
find_range (const VwPlotRows *model, double *least, double *most)
{
  *least = *most = 0;
  for (guint i = 0; i < model->n_rows; i++)
    {
      const VwPlotRow *row = &model->rows[i];

      *least = MIN (*least, MIN (row->from, row->to));
      *most = MAX (*most, MAX (MAX (row->from, row->lost), MAX (row->to, row->track)));
    }
}

static double
widest (const VwPlotRows *model, VwPlotTexts *texts, double size, gboolean figures)
{
  double width = 0;

  for (guint i = 0; i < model->n_rows; i++)
    {
      const VwPlotRow *row = &model->rows[i];

      width = MAX (width, vw_plot_texts_measure (texts, figures ? row->figure : row->label, size,
                                                 row->bold));
    }
  return width;
}

static void
place_bars (const VwPlotRows *model, double size, VwPlotRowsLayout *out)
{
  double patches = out->patch_side > 0 ? out->patch_side + GAP : 0;
  double labels = MIN (widest (model, out->texts, size, FALSE), LONGEST_LABEL * out->width);
  double least, most;

  find_range (model, &least, &most);
  out->left = ceil (patches + labels + GAP);
  out->right = floor (out->width - widest (model, out->texts, size, TRUE) - GAP);
  out->right = MAX (out->right, out->left + 1);
  out->scale = most > least ? (out->right - out->left) / (most - least) : 0;
  out->zero = round (out->left - least * out->scale);
}

static void
add_row (const VwPlotRow *row, const VwPlotStyle *style, double size, double y,
         VwPlotRowsLayout *out)
{
  double patches = out->patch_side > 0 ? out->patch_side + GAP : 0;
  VwPlotLabel label = { .string = row->label,
                        .x = patches,
                        .y = y,
                        .size = size,
                        .bold = row->bold,
                        .max_width = MAX (out->left - GAP - patches, 1),
                        .color = row->kind == VW_PLOT_BAR_POINTED ? style->palette.highlight
                                                                  : style->palette.text };

  vw_plot_texts_add (out->texts, &label);
  label.string = row->figure;
  label.x = out->width - 1;
  label.align = VW_PLOT_END;
  label.max_width = 0;
  vw_plot_texts_add (out->texts, &label);
}

guint
vw_plot_rows_capacity (double height, const VwPlotStyle *style)
{
  double room = height / (LEAST_ROW * style->text_scale) - 1; /* less one for the title */

  return room > 1 ? (guint) room : 1;
}

void
vw_plot_rows_layout (const VwPlotRows *model, double width, double height, const VwPlotStyle *style,
                     VwPlotRowsLayout *out)
{
  double size = FONT * style->text_scale, line;
  gboolean patches = FALSE;

  vw_plot_rows_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->n_rows = model->n_rows;
  line = vw_plot_texts_line_height (out->texts, size);
  out->top = model->title != NULL ? ceil (line + 4) : 0;
  out->row_height = floor (
      CLAMP ((height - out->top) / MAX (model->n_rows, 1), 1, MOST_ROW * style->text_scale));
  size = MIN (size, .8 * out->row_height);
  out->bar_height = floor (MIN (.5 * out->row_height, 14 * style->text_scale));
  out->height = out->top + model->n_rows * out->row_height;
  for (guint i = 0; i < model->n_rows; i++)
    patches |= model->rows[i].patch != NULL;
  out->patch_side = patches ? out->row_height - 2 : 0;
  place_bars (model, size, out);
  vw_plot_texts_add (out->texts, &(VwPlotLabel){ .string = model->title,
                                                 .y = line / 2,
                                                 .size = FONT * style->text_scale,
                                                 .max_width = width,
                                                 .color = style->palette.dim });
  for (guint i = 0; i < model->n_rows; i++)
    add_row (&model->rows[i], style, size, out->top + (i + .5) * out->row_height, out);
}

void
vw_plot_rows_layout_clear (VwPlotRowsLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotRowsLayout){ 0 };
}

int
vw_plot_rows_hit (const VwPlotRowsLayout *layout, double x, double y)
{
  double row = floor ((y - layout->top) / layout->row_height);

  return x < 0 || x >= layout->width || row < 0 || row >= layout->n_rows ? -1 : (int) row;
}

static cairo_rectangle_t
span (const VwPlotRowsLayout *layout, double y, double from, double to)
{
  double left = layout->zero + MIN (from, to) * layout->scale;
  double right = layout->zero + MAX (from, to) * layout->scale;

  return (cairo_rectangle_t){ left, floor (y - layout->bar_height / 2), MAX (right - left, 1),
                              layout->bar_height };
}

static void
paint_bar (cairo_t *cr, const VwPlotRow *row, const VwPlotRowsLayout *layout,
           const VwPlotStyle *style, double y)
{
  const VwPlotPalette *palette = &style->palette;
  cairo_rectangle_t bar = span (layout, y, row->from, row->to);
  cairo_rectangle_t track = span (layout, y, 0, row->track);
  cairo_rectangle_t lost = span (layout, y, row->to, row->lost);

  if (row->track > 0)
    {
      vw_plot_fill_rounded (cr, &track, 2, palette->track);
      vw_plot_fill (
          cr, &(cairo_rectangle_t){ track.x + track.width - 2, track.y - 3, 2, track.height + 6 },
          palette->axis);
    }
  if (row->lost > row->to)
    {
      vw_plot_fill (cr, &lost, vw_plot_color_with_alpha (palette->dropped, .16));
      vw_plot_hatch (cr, &lost, vw_plot_color_with_alpha (palette->dropped, .5), 5);
    }
  if (row->from == row->to)
    return;
  if (row->kind == VW_PLOT_BAR_SIGNED)
    {
      if (row->to > row->from)
        vw_plot_fill (cr, &bar, palette->favour);
      else
        vw_plot_hollow (cr, &bar, palette->against);
    }
  else
    vw_plot_fill_rounded (cr, &bar, 2,
                          row->kind == VW_PLOT_BAR_LEVEL ? vw_plot_style_level (style, row->level)
                          : row->kind == VW_PLOT_BAR_POINTED ? palette->highlight
                                                             : palette->bar);
}

/* From where a bar of a sum ends down to where the next begins. */
static void
paint_step (cairo_t *cr, const VwPlotRowsLayout *layout, const VwPlotStyle *style, guint row,
            double value)
{
  double y = layout->top + (row + .5) * layout->row_height;

  vw_plot_fill (cr,
                &(cairo_rectangle_t){ layout->zero + value * layout->scale - .5,
                                      y + layout->bar_height / 2, 1,
                                      layout->row_height - layout->bar_height },
                style->palette.axis);
}

static void
paint_row (cairo_t *cr, const VwPlotRows *model, const VwPlotRowsLayout *layout,
           const VwPlotStyle *style, guint index)
{
  const VwPlotRow *row = &model->rows[index];
  double top = layout->top + index * layout->row_height;
  cairo_rectangle_t patch = { 0, top + 1, layout->patch_side, layout->patch_side };

  if (row->ruled)
    vw_plot_fill (cr, &(cairo_rectangle_t){ 0, floor (top), layout->width, 1 },
                  style->palette.grid);
  if (row->patch != NULL)
    {
      vw_plot_patch_paint (cr, style, row->patch, model->patch_side, &patch);
      vw_plot_frame (cr, &patch, vw_plot_color_with_alpha (style->palette.axis, .55), 1);
    }
  paint_bar (cr, row, layout, style, top + layout->row_height / 2);
  if (row->kind == VW_PLOT_BAR_SIGNED && index + 1 < model->n_rows)
    paint_step (cr, layout, style, index, row->to);
}

void
vw_plot_rows_paint (cairo_t *cr, const VwPlotRows *model, const VwPlotRowsLayout *layout,
                    const VwPlotStyle *style)
{
  cairo_rectangle_t zero = { layout->zero, layout->top, 1, layout->n_rows * layout->row_height };

  cairo_save (cr);
  vw_plot_fill (cr, &zero, style->palette.axis);
  for (guint i = 0; i < model->n_rows; i++)
    paint_row (cr, model, layout, style, i);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

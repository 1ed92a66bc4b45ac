/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/patches.h"

#include "plot/patch.h"
#include "plot/shapes.h"

#include <math.h>

#define FONT 10.0
#define GAP .14 /* between tiles, of a tile */
#define BAR 2.5

static gboolean
has_bars (const VwPlotPatches *model)
{
  for (guint i = 0; i < model->n_tiles; i++)
    if (model->tiles[i].share >= 0)
      return TRUE;
  return FALSE;
}

static void
add_texts (const VwPlotPatches *model, const VwPlotStyle *style, VwPlotPatchesLayout *out,
           double size, double line)
{
  for (guint i = 0; i < model->n_tiles; i++)
    {
      const VwPlotTile *tile = &model->tiles[i];
      VwPlotLabel label = { .string = tile->caption,
                            .x = i % out->columns * out->step_x,
                            .y = i / out->columns * out->step_y + out->tile + line / 2 + 1,
                            .size = size,
                            .max_width = tile->mark != NULL ? .55 * out->tile : out->tile,
                            .color = style->palette.dim };

      vw_plot_texts_add (out->texts, &label);
      label.string = tile->mark;
      label.x += out->tile - .5;
      label.align = VW_PLOT_END;
      label.max_width = .43 * out->tile;
      label.bold = TRUE;
      label.color = style->palette.favour;
      vw_plot_texts_add (out->texts, &label);
    }
}

void
vw_plot_patches_layout (const VwPlotPatches *model, double width, const VwPlotStyle *style,
                        VwPlotPatchesLayout *out)
{
  double size, line;
  guint rows;

  vw_plot_patches_layout_clear (out);
  out->texts = vw_plot_texts_new (style);
  out->width = width;
  out->n_tiles = model->n_tiles;
  out->columns = MAX (model->columns, 1);
  out->tile = width / (out->columns + (out->columns - 1) * GAP);
  out->step_x = out->tile * (1 + GAP);
  size = MIN (FONT * style->text_scale, .28 * out->tile);
  line = vw_plot_texts_line_height (out->texts, size);
  out->bar_y = has_bars (model) ? out->tile + line + 3 : 0;
  out->step_y = ceil (out->tile + line + 2 + (out->bar_y > 0 ? BAR + 2 : 0) + .5 * line);
  rows = model->n_tiles / out->columns + (model->n_tiles % out->columns != 0);
  out->height = rows * out->step_y;
  add_texts (model, style, out, size, line);
}

void
vw_plot_patches_layout_clear (VwPlotPatchesLayout *layout)
{
  g_clear_pointer (&layout->texts, vw_plot_texts_free);
  *layout = (VwPlotPatchesLayout){ 0 };
}

int
vw_plot_patches_hit (const VwPlotPatchesLayout *layout, double x, double y)
{
  double column = floor (x / layout->step_x), row = floor (y / layout->step_y);
  double index = row * layout->columns + column;

  if (x < 0 || y < 0 || column >= layout->columns || x - column * layout->step_x >= layout->tile
      || index >= layout->n_tiles)
    return -1;
  return (int) index;
}

static void
paint_tile (cairo_t *cr, const VwPlotPatches *model, const VwPlotPatchesLayout *layout,
            const VwPlotStyle *style, guint index)
{
  const VwPlotTile *tile = &model->tiles[index];
  double x = index % layout->columns * layout->step_x;
  double y = index / layout->columns * layout->step_y;
  cairo_rectangle_t patch = { x, y, layout->tile, layout->tile };
  cairo_rectangle_t bar = { x, y + layout->bar_y, layout->tile, BAR };

  vw_plot_patch_paint (cr, style, tile->pixels, model->side, &patch);
  vw_plot_frame (cr, &patch, style->palette.axis, .75);
  if (layout->bar_y <= 0 || tile->share < 0)
    return;
  vw_plot_fill (cr, &bar, style->palette.track);
  bar.width *= MIN (tile->share, 1);
  vw_plot_fill (cr, &bar, style->palette.bar);
}

void
vw_plot_patches_paint (cairo_t *cr, const VwPlotPatches *model, const VwPlotPatchesLayout *layout,
                       const VwPlotStyle *style)
{
  cairo_save (cr);
  for (guint i = 0; i < model->n_tiles; i++)
    paint_tile (cr, model, layout, style, i);
  vw_plot_texts_paint (layout->texts, cr, NULL);
  cairo_restore (cr);
}

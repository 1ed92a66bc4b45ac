/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/style.h"

/* The members of VwPlotPalette in their order. */
#define N_COLORS (sizeof (VwPlotPalette) / sizeof (VwPlotColor))

static const guint32 light[N_COLORS] = {
  0xffffff, 0xffffff,                                         /* background, paper */
  0x1e2226, 0x5e6570, 0xdcdfe4, 0x8b929d, 0xe6e8ec, 0xa9afba, /* text … bar */
  0x2b2f36, 0xa3a8b2,                                         /* ink, canvas_ink */
  0x133e9e, 0x0b7b98, 0x3b9c49, 0x6a9a1f, 0x868f00, 0x9c8400, 0xad7800, 0xb86c00, /* levels */
  0xc5440c, 0x7b828d, 0x9a1258, 0x133e9e, 0xc5440c, 0x1c71d8, /* dropped … accent */
};

static const guint32 dark[N_COLORS] = {
  0x1e1e1e, 0x26262a,
  0xf2f3f5, 0xa9afb9, 0x3d3f45, 0x7c828c, 0x3a3c42, 0x6c727d,
  0xe4e6ea, 0x767c87,
  0x6eaaff, 0x4ed7df, 0xc8ee78, 0xdbe668, 0xe8db58, 0xf0cf50, 0xf5c254, 0xf9b65c,
  0xff7d42, 0x8f959f, 0xff7db2, 0x6eaaff, 0xff7d42, 0x78aeed,
};

static void
set_palette (VwPlotPalette *palette, const guint32 *table)
{
  VwPlotColor *colors = (VwPlotColor *) palette;

  for (guint i = 0; i < N_COLORS; i++)
    colors[i] = vw_plot_color_from_rgb (table[i]);
}

static void
strengthen (VwPlotColor *color, const VwPlotPalette *palette, double ratio)
{
  VwPlotColor start = *color;

  for (double share = 0.05; share < 1; share += 0.05)
    {
      if (vw_plot_color_contrast (*color, palette->paper) >= ratio)
        return;
      *color = vw_plot_color_mix (start, palette->text, share);
    }
}

/* Marks as strong as text has to be, text as strong as it can be. */
static void
raise_contrast (VwPlotPalette *palette, gboolean on_dark)
{
  VwPlotColor *marks = palette->levels;
  VwPlotColor *end = &palette->accent;

  palette->text = vw_plot_color_from_rgb (on_dark ? 0xffffff : 0x000000);
  strengthen (&palette->dim, palette, 9);
  strengthen (&palette->axis, palette, 7);
  palette->grid = palette->dim;
  strengthen (&palette->bar, palette, 4.5);
  for (VwPlotColor *mark = marks; mark <= end; mark++)
    strengthen (mark, palette, 5.5);
}

void
vw_plot_style_init (VwPlotStyle *self, VwPlotTheme theme)
{
  gboolean strong = theme == VW_PLOT_HIGH_CONTRAST || theme == VW_PLOT_HIGH_CONTRAST_DARK;
  gboolean on_dark = theme == VW_PLOT_DARK || theme == VW_PLOT_HIGH_CONTRAST_DARK;

  *self = (VwPlotStyle) { .dark = on_dark, .ring = strong ? 3 : 2.5, .hatch = strong ? .35 : .16,
                          .text_scale = 1, .whole_pixels = TRUE };
  set_palette (&self->palette, on_dark ? dark : light);
  if (strong)
    raise_contrast (&self->palette, on_dark);
}

void
vw_plot_style_init_paper (VwPlotStyle *self)
{
  vw_plot_style_init (self, VW_PLOT_LIGHT);
  self->whole_pixels = FALSE;
}

VwPlotColor
vw_plot_style_level (const VwPlotStyle *self, guint level)
{
  return self->palette.levels[MIN (level, VW_PLOT_LEVEL_COLORS - 1)];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/color.h"

#include <math.h>

#define READABLE 4.5

VwPlotColor
vw_plot_color_from_rgb (guint32 rgb)
{
  return (VwPlotColor) { (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                         (rgb & 0xff) / 255.0, 1 };
}

VwPlotColor
vw_plot_color_with_alpha (VwPlotColor color, double alpha)
{
  color.alpha = alpha;
  return color;
}

VwPlotColor
vw_plot_color_mix (VwPlotColor from, VwPlotColor to, double share)
{
  return (VwPlotColor) { from.red + (to.red - from.red) * share,
                         from.green + (to.green - from.green) * share,
                         from.blue + (to.blue - from.blue) * share,
                         from.alpha + (to.alpha - from.alpha) * share };
}

static double
linear_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (VwPlotColor color)
{
  return 0.2126 * linear_light (color.red) + 0.7152 * linear_light (color.green)
         + 0.0722 * linear_light (color.blue);
}

double
vw_plot_color_contrast (VwPlotColor a, VwPlotColor b)
{
  double first = luminance (a) + 0.05;
  double second = luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

static VwPlotColor
stronger (VwPlotColor a, VwPlotColor b, VwPlotColor fill)
{
  return vw_plot_color_contrast (a, fill) >= vw_plot_color_contrast (b, fill) ? a : b;
}

VwPlotColor
vw_plot_color_on (VwPlotColor fill, gboolean dark_theme)
{
  VwPlotColor white = vw_plot_color_from_rgb (0xffffff);
  VwPlotColor soft = vw_plot_color_from_rgb (dark_theme ? 0x101418 : 0x1e2a3a);
  VwPlotColor chosen = stronger (soft, white, fill);

  if (vw_plot_color_contrast (chosen, fill) >= READABLE)
    return chosen;
  return stronger (vw_plot_color_from_rgb (0), white, fill);
}

VwPlotColor
vw_plot_color_soften (VwPlotColor color, VwPlotColor fill, double share)
{
  for (; share > 0; share -= 0.05)
    {
      VwPlotColor softer = vw_plot_color_mix (color, fill, share);

      if (vw_plot_color_contrast (softer, fill) >= READABLE)
        return softer;
    }
  return color;
}

void
vw_plot_color_set (cairo_t *cr, VwPlotColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

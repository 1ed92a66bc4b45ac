/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/colormap.h"

#include <math.h>

typedef struct {
  const char *name;
  guint n_stops;
  guint32 light[17];
  guint32 dark[17];
} MapInfo;

static const MapInfo maps[VW_PLOT_N_MAPS] = {
  { "blues", 9,
    { 0xf7fbff, 0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c, 0x08306b },
    { 0x26292e, 0x22354c, 0x1f456e, 0x205a94, 0x2a72b8, 0x4a90d6, 0x79afe6, 0xabcff2, 0xdbebfb } },
  { "ylgnbu", 9,
    { 0xffffd9, 0xedf8b1, 0xc7e9b4, 0x7fcdbb, 0x41b6c4, 0x1d91c0, 0x225ea8, 0x253494, 0x081d58 },
    { 0x23272b, 0x1d3a4f, 0x1b5570, 0x1f7288, 0x2f9099, 0x56ad9f, 0x8bc8a3, 0xc2e0ac, 0xf4f5c8 } },
  { "greys", 9,
    { 0xffffff, 0xf0f0f0, 0xd9d9d9, 0xbdbdbd, 0x969696, 0x737373, 0x525252, 0x252525, 0x000000 },
    { 0x262626, 0x3a3a3a, 0x525252, 0x6e6e6e, 0x8b8b8b, 0xa8a8a8, 0xc4c4c4, 0xdedede, 0xf7f7f7 } },
  { "difference", 17,
    { 0x7f2704, 0xa63603, 0xd94801, 0xf16913, 0xfd8d3c, 0xfdae6b, 0xfdd0a2, 0xfee6ce, 0xf7f7f7,
      0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c, 0x08306b },
    { 0xffbe70, 0xf7a24c, 0xe58d36, 0xcb7729, 0xab6223, 0x8a4f1f, 0x643d20, 0x443024, 0x2b2b2b,
      0x22354c, 0x1f456e, 0x205a94, 0x2a72b8, 0x3f88d0, 0x5b9fe4, 0x79b5f2, 0x98caff } },
};

const char *
vw_plot_map_name (VwPlotMap map)
{
  return maps[map].name;
}

gboolean
vw_plot_map_find (const char *name, VwPlotMap *map)
{
  for (guint i = 0; i < VW_PLOT_N_MAPS; i++)
    if (g_str_equal (maps[i].name, name))
      {
        *map = i;
        return TRUE;
      }
  return FALSE;
}

VwPlotColor
vw_plot_map_color (VwPlotMap map, gboolean dark, double position)
{
  const guint32 *stops = dark ? maps[map].dark : maps[map].light;
  guint last = maps[map].n_stops - 1;
  double at = CLAMP (position, 0.0, 1.0) * last;
  guint below = MIN ((guint) floor (at), last - 1);

  return vw_plot_color_mix (vw_plot_color_from_rgb (stops[below]),
                            vw_plot_color_from_rgb (stops[below + 1]), at - below);
}

cairo_pattern_t *
vw_plot_map_gradient (VwPlotMap map, gboolean dark, double y_low, double y_high)
{
  cairo_pattern_t *gradient = cairo_pattern_create_linear (0, y_low, 0, y_high);
  guint last = maps[map].n_stops - 1;

  for (guint i = 0; i <= last; i++)
    {
      double position = (double) i / last;
      VwPlotColor color = vw_plot_map_color (map, dark, position);

      cairo_pattern_add_color_stop_rgb (gradient, position, color.red, color.green, color.blue);
    }
  return gradient;
}

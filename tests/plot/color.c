/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/colormap.h"
#include "plot/style.h"

#define STEPS 1000

static void
test_contrast_of_known_pairs (void)
{
  VwPlotColor white = vw_plot_color_from_rgb (0xffffff);

  g_assert_cmpfloat_with_epsilon (vw_plot_color_contrast (white, vw_plot_color_from_rgb (0)), 21,
                                  1e-9);
  /* the greys that WCAG's own examples call just enough and just too little */
  g_assert_cmpfloat (vw_plot_color_contrast (white, vw_plot_color_from_rgb (0x767676)), >=, 4.5);
  g_assert_cmpfloat (vw_plot_color_contrast (white, vw_plot_color_from_rgb (0x777777)), <, 4.5);
}

static void
test_text_is_readable_on_every_map (void)
{
  for (guint map = 0; map < VW_PLOT_N_MAPS; map++)
    for (int dark = 0; dark <= 1; dark++)
      for (int i = 0; i <= STEPS; i++)
        {
          VwPlotColor fill = vw_plot_map_color (map, dark, (double) i / STEPS);
          VwPlotColor ink = vw_plot_color_on (fill, dark);
          VwPlotColor soft = vw_plot_color_soften (ink, fill, .35);

          g_assert_cmpfloat (vw_plot_color_contrast (ink, fill), >=, 4.5);
          g_assert_cmpfloat (vw_plot_color_contrast (soft, fill), >=, 4.5);
        }
}

static void
test_maps_start_at_the_page (void)
{
  for (int dark = 0; dark <= 1; dark++)
    for (guint map = 0; map < VW_PLOT_MAP_DIFFERENCE; map++)
      {
        VwPlotStyle style;
        double least = 0;

        vw_plot_style_init (&style, dark ? VW_PLOT_DARK : VW_PLOT_LIGHT);
        for (int i = 0; i <= STEPS; i++)
          {
            double contrast = vw_plot_color_contrast (
                vw_plot_map_color (map, dark, (double) i / STEPS), style.palette.background);

            g_assert_cmpfloat (contrast, >=, least - 1e-9);
            least = contrast;
          }
        g_assert_cmpfloat (least, >=, 10);
      }
}

static void
test_ends_and_stops (void)
{
  VwPlotColor low = vw_plot_map_color (VW_PLOT_MAP_BLUES, FALSE, -3);
  VwPlotColor stop = vw_plot_map_color (VW_PLOT_MAP_BLUES, FALSE, 2 / 8.0);
  VwPlotColor high = vw_plot_map_color (VW_PLOT_MAP_BLUES, FALSE, 1);
  VwPlotMap map;

  g_assert_cmpfloat_with_epsilon (low.red, 0xf7 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (stop.red, 0xc6 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (high.blue, 0x6b / 255.0, 1e-9);
  for (guint i = 0; i < VW_PLOT_N_MAPS; i++)
    {
      g_assert_true (vw_plot_map_find (vw_plot_map_name (i), &map));
      g_assert_cmpint (map, ==, i);
    }
  g_assert_false (vw_plot_map_find ("rainbow", &map));
}

/* Single stops as ColorBrewer publishes them, Blues being matplotlib's too. */
static void
test_published_stops (void)
{
  static const struct {
    VwPlotMap map;
    double position;
    guint32 rgb;
  } stops[] = {
    { VW_PLOT_MAP_BLUES, 0 / 8.0, 0xf7fbff },       { VW_PLOT_MAP_BLUES, 3 / 8.0, 0x9ecae1 },
    { VW_PLOT_MAP_BLUES, 4 / 8.0, 0x6baed6 },       { VW_PLOT_MAP_BLUES, 5 / 8.0, 0x4292c6 },
    { VW_PLOT_MAP_BLUES, 6 / 8.0, 0x2171b5 },       { VW_PLOT_MAP_BLUES, 8 / 8.0, 0x08306b },
    { VW_PLOT_MAP_YLGNBU, 3 / 8.0, 0x7fcdbb },      { VW_PLOT_MAP_YLGNBU, 6 / 8.0, 0x225ea8 },
    { VW_PLOT_MAP_GREYS, 4 / 8.0, 0x969696 },       { VW_PLOT_MAP_GREYS, 6 / 8.0, 0x525252 },
    { VW_PLOT_MAP_DIFFERENCE, 0, 0x7f2704 },        { VW_PLOT_MAP_DIFFERENCE, .25, 0xfd8d3c },
    { VW_PLOT_MAP_DIFFERENCE, .5, 0xf7f7f7 },       { VW_PLOT_MAP_DIFFERENCE, .75, 0x6baed6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      VwPlotColor color = vw_plot_map_color (stops[i].map, FALSE, stops[i].position);
      VwPlotColor published = vw_plot_color_from_rgb (stops[i].rgb);

      g_assert_cmpfloat_with_epsilon (color.red, published.red, 1e-9);
      g_assert_cmpfloat_with_epsilon (color.green, published.green, 1e-9);
      g_assert_cmpfloat_with_epsilon (color.blue, published.blue, 1e-9);
    }
}

static void
test_palettes_are_readable (void)
{
  for (guint theme = VW_PLOT_LIGHT; theme <= VW_PLOT_HIGH_CONTRAST_DARK; theme++)
    {
      VwPlotStyle style;
      const VwPlotPalette *palette = &style.palette;
      double mark = theme >= VW_PLOT_HIGH_CONTRAST ? 5 : 3;

      vw_plot_style_init (&style, theme);
      g_assert_cmpfloat (vw_plot_color_contrast (palette->text, palette->background), >=, 4.5);
      g_assert_cmpfloat (vw_plot_color_contrast (palette->dim, palette->background), >=, 4.5);
      g_assert_cmpfloat (vw_plot_color_contrast (palette->dim, palette->paper), >=, 4.5);
      for (guint i = 0; i < VW_PLOT_LEVEL_COLORS; i++)
        g_assert_cmpfloat (vw_plot_color_contrast (palette->levels[i], palette->paper), >=, mark);
      g_assert_cmpfloat (vw_plot_color_contrast (palette->dropped, palette->paper), >=, mark);
      g_assert_cmpfloat (vw_plot_color_contrast (palette->highlight, palette->paper), >=, mark);
      g_assert_cmpfloat (vw_plot_color_contrast (palette->accent, palette->background), >=, mark);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/color/contrast", test_contrast_of_known_pairs);
  g_test_add_func ("/color/readable-on-maps", test_text_is_readable_on_every_map);
  g_test_add_func ("/color/maps-start-at-the-page", test_maps_start_at_the_page);
  g_test_add_func ("/color/ends-and-stops", test_ends_and_stops);
  g_test_add_func ("/color/published-stops", test_published_stops);
  g_test_add_func ("/color/palettes", test_palettes_are_readable);
  return g_test_run ();
}

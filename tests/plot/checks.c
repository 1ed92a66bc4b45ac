/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  const double slack = 0.01;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

void
check_texts (const VwPlotTexts *texts, double width, double height, const char *what)
{
  for (guint i = 0; i < vw_plot_texts_get_n (texts); i++)
    {
      const VwPlotText *text = vw_plot_texts_get (texts, i);
      const cairo_rectangle_t *box = &text->box;

      if (box->x < 0 || box->y < 0 || box->x + box->width > width
          || box->y + box->height > height)
        g_error ("%s: “%s” at %g, %g, %g × %g is not inside %g × %g", what, text->string, box->x,
                 box->y, box->width, box->height, width, height);
      g_assert_cmpuint (text->unknown_glyphs, ==, 0);
      for (guint j = 0; j < i; j++)
        if (overlap (box, &vw_plot_texts_get (texts, j)->box))
          g_error ("%s: “%s” at %g, %g covers “%s” in %g × %g", what, text->string, box->x, box->y,
                   vw_plot_texts_get (texts, j)->string, width, height);
    }
}

gboolean
has_text (const VwPlotTexts *texts, const char *string)
{
  for (guint i = 0; i < vw_plot_texts_get_n (texts); i++)
    if (g_str_equal (vw_plot_texts_get (texts, i)->string, string))
      return TRUE;
  return FALSE;
}

guint
count_cut (const VwPlotTexts *texts)
{
  guint n = 0;

  for (guint i = 0; i < vw_plot_texts_get_n (texts); i++)
    n += vw_plot_texts_get (texts, i)->cut;
  return n;
}

guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  g_assert_cmpfloat (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpfloat (y, <, cairo_image_surface_get_height (surface));
  return ((const guint32 *) (data + (int) y * stride))[(int) x];
}

guint32
pixel_of (VwPlotColor color)
{
  guint32 red = (guint32) round (color.red * 255);
  guint32 green = (guint32) round (color.green * 255);
  guint32 blue = (guint32) round (color.blue * 255);

  return 0xff000000 | red << 16 | green << 8 | blue;
}

void
need_test_font (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    found |= g_str_equal (pango_font_family_get_name (families[i]), "Cantarell");
  g_free (families);
  if (!found)
    {
      g_print ("1..0 # SKIP the font Cantarell is not installed\n");
      exit (0);
    }
}

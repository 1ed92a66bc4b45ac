/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/export-formats.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

/* From Cairo's premultiplied words to bytes of red, green, blue and, if asked for, alpha. */
static GdkPixbuf *
to_pixbuf (cairo_surface_t *surface, gboolean alpha)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int from_stride = cairo_image_surface_get_stride (surface);
  const guint8 *from = cairo_image_surface_get_data (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  guint channels = alpha ? 4 : 3;

  for (int y = 0; pixbuf != NULL && y < height; y++)
    {
      const guint32 *row = (const guint32 *) (from + (gsize) y * from_stride);
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, to += channels)
        {
          guint32 opacity = row[x] >> 24;

          for (guint i = 0; i < 3; i++)
            {
              guint32 channel = row[x] >> (16 - 8 * i) & 0xff;

              to[i] = opacity > 0 ? (channel * 255 + opacity / 2) / opacity : 0;
            }
          if (alpha)
            to[3] = opacity;
        }
    }
  return pixbuf;
}

static void
add_option (GPtrArray *keys, GPtrArray *values, const char *key, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_ptr_array_add (keys, (gpointer) key);
  g_ptr_array_add (values, (gpointer) value);
}

GBytes *
vw_plot_encode_png (cairo_surface_t *surface, const VwPlotExport *options, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = to_pixbuf (surface, options->transparent);
  g_autofree char *resolution = g_strdup_printf ("%d", (int) round (options->resolution));
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  char *buffer = NULL;
  gsize size;

  if (pixbuf == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (ENOMEM));
      return NULL;
    }
  add_option (keys, values, "x-dpi", resolution);
  add_option (keys, values, "y-dpi", resolution);
  add_option (keys, values, "tEXt::Title", options->title);
  add_option (keys, values, "tEXt::Description", options->description);
  add_option (keys, values, "tEXt::Software", options->software);
  add_option (keys, values, "tEXt::Comment", options->parameters);
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (values, NULL);
  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &size, "png", (char **) keys->pdata,
                                   (char **) values->pdata, error))
    return NULL;
  return g_bytes_new_take (buffer, size);
}

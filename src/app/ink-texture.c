/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ink-texture.h"

/* The pixels are the opacity of the ink; premultiplied, as GDK wants it. */
static GdkTexture *
make_texture (const guint8 *pixels, guint cols, guint rows, VwPlotColor ink)
{
  gsize n = (gsize) rows * cols;
  guint8 *data = g_malloc (4 * n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, 4 * n);

  for (gsize i = 0; i < n; i++)
    {
      data[4 * i] = (guint8) (ink.red * pixels[i] + .5);
      data[4 * i + 1] = (guint8) (ink.green * pixels[i] + .5);
      data[4 * i + 2] = (guint8) (ink.blue * pixels[i] + .5);
      data[4 * i + 3] = pixels[i];
    }
  return gdk_memory_texture_new ((int) cols, (int) rows, GDK_MEMORY_R8G8B8A8_PREMULTIPLIED, bytes,
                                 4 * (gsize) cols);
}

void
vw_ink_texture_ensure (GdkTexture **texture, VwPlotColor *made_in, const guint8 *pixels, guint cols,
                       guint rows, VwPlotColor ink)
{
  gboolean same
      = ink.red == made_in->red && ink.green == made_in->green && ink.blue == made_in->blue;

  if (*texture != NULL && same)
    return;
  g_clear_object (texture);
  *made_in = ink;
  *texture = make_texture (pixels, cols, rows, ink);
}

GdkRGBA
vw_ink_to_rgba (VwPlotColor color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue,
                    (float) color.alpha };
}

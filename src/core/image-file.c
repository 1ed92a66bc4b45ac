/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "core/files.h"
#include "core/images.h"

#define MAX_FILE_BYTES ((gsize) 64 * 1024 * 1024)

static gboolean
is_accepted (int width, int height)
{
  return width > 0 && width <= VW_MAX_SIDE && height > 0 && height <= VW_MAX_SIDE;
}

typedef struct {
  int width, height; /* 0 until the file has told */
} Size;

static void
size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  *(Size *) data = (Size){ width, height };
  if (!is_accepted (width, height))
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* makes it stop without decoding */
}

static void
set_error (GError **error, const char *path, const Size *size, const GError *cause)
{
  if (size->width > 0 && !is_accepted (size->width, size->height))
    vw_error_set (error, VW_ERROR_TOO_LARGE, path,
                  N_ ("is an image of %s × %s pixels; at most %s a side are accepted"),
                  VW_NUMBER (size->width), VW_NUMBER (size->height), VW_NUMBER (VW_MAX_SIDE));
  else
    vw_error_set (error, VW_ERROR_FORMAT, path, N_ ("is no image that can be read: %s"),
                  cause != NULL ? cause->message : "");
}

static GdkPixbuf *
decode (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (GdkPixbuf) turned = NULL;
  Size size = { 0 };
  GdkPixbuf *pixbuf = NULL;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared), &size);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, &cause);
  /* Closed in any case, as it must be; what went wrong first is what is told. */
  if (gdk_pixbuf_loader_close (loader, cause == NULL ? &cause : NULL) && written)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf != NULL)
    turned = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (turned != NULL
      && is_accepted (gdk_pixbuf_get_width (turned), gdk_pixbuf_get_height (turned)))
    return g_steal_pointer (&turned);
  set_error (error, path, &size, cause);
  return NULL;
}

/* Rounded Rec. 601 luminance over black; exact for what is grey already. */
static guint8
luminance (const guint8 *pixel, gboolean has_alpha)
{
  guint luma = (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000;

  return has_alpha ? (luma * pixel[3] + 127) / 255 : luma;
}

static guint8 *
to_grey (const GdkPixbuf *pixbuf, guint *rows, guint *cols)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  guint channels = gdk_pixbuf_get_n_channels (pixbuf);
  gsize stride = gdk_pixbuf_get_rowstride (pixbuf);
  guint8 *grey;

  *rows = gdk_pixbuf_get_height (pixbuf);
  *cols = gdk_pixbuf_get_width (pixbuf);
  grey = g_malloc ((gsize) *rows * *cols);
  for (guint y = 0; y < *rows; y++)
    for (guint x = 0; x < *cols; x++)
      grey[(gsize) y * *cols + x] = luminance (pixels + y * stride + x * channels, channels == 4);
  return grey;
}

guint8 *
vw_image_read_grey (const char *path, guint *rows, guint *cols, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, MAX_FILE_BYTES, NULL, error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    {
      vw_error_set (error, VW_ERROR_EMPTY, path, N_ ("is empty"));
      return NULL;
    }
  pixbuf = decode (bytes, path, error);
  return pixbuf != NULL ? to_grey (pixbuf, rows, cols) : NULL;
}

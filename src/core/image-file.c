/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/image-file.h"

#include <string.h>

#include "core/files.h"
#include "core/images.h"

#define MAX_FILE_BYTES ((gsize) 64 * 1024 * 1024)

static gboolean
is_accepted (int width, int height, int most)
{
  return width > 0 && width <= most && height > 0 && height <= most;
}

/* The limit, and how far decoding has come. */
typedef struct {
  int most;          /* pixels a side that are accepted */
  int width, height; /* 0 until the file has told */
  int top, bottom;   /* rows decoded so far; bottom is excluded, 0 for none */
} Progress;

static void
size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Progress *progress = data;

  if (progress->width == 0)
    progress->top = height; /* the loader of PGM comes here again and again */
  progress->width = width;
  progress->height = height;
  if (!is_accepted (width, height, progress->most))
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* makes it stop without decoding */
}

static void
area_updated (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer data)
{
  Progress *progress = data;

  progress->top = MIN (progress->top, y);
  progress->bottom = MAX (progress->bottom, y + height);
}

static gboolean
png_has_end (const guint8 *data, gsize size)
{
  return memmem (data, size, "IEND", 4) != NULL;
}

/* Follows the segments and scans: a camera's note in the first of them holds a small JPEG, with an
 * end of its own. */
static gboolean
jpeg_has_end (const guint8 *data, gsize size)
{
  gsize at = 0;

  while (at + 1 < size)
    {
      guint8 mark = data[at + 1];
      gboolean alone = mark <= 0x01 || (mark >= 0xd0 && mark <= 0xd8);

      if (data[at] != 0xff || mark == 0xff)
        at++;
      else if (mark == 0xd9)
        return TRUE;
      else if (alone)
        at += 2;
      else if (at + 3 < size)
        at += 2 + (data[at + 2] << 8 | data[at + 3]);
      else
        return FALSE;
    }
  return FALSE;
}

/* Whether a file of that format has what closes it. */
static const struct {
  const char *format;
  gboolean (*has_end) (const guint8 *data, gsize size);
} ends[] = { { "png", png_has_end }, { "jpeg", jpeg_has_end } };

/* Loaders take the end of a file that was cut off for the end of the image. Missing rows tell, but
 * not with coarse rows that come first, nor where libjpeg makes up the rest. */
static gboolean
is_whole (GdkPixbufLoader *loader, const Progress *progress, GBytes *bytes)
{
  g_autofree char *format = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_equal (format, ends[i].format) && !ends[i].has_end (data, size))
      return FALSE;
  return progress->top <= 0 && progress->bottom >= progress->height;
}

static void
set_error (GError **error, const char *path, const Progress *progress, const GError *cause)
{
  if (progress->width > 0 && !is_accepted (progress->width, progress->height, progress->most))
    vw_error_set (error, VW_ERROR_TOO_LARGE, path,
                  N_ ("is an image of %s × %s pixels; at most %s a side are accepted"),
                  VW_NUMBER (progress->width), VW_NUMBER (progress->height),
                  VW_NUMBER (progress->most));
  else if (cause == NULL)
    vw_error_set (error, VW_ERROR_TRUNCATED, path,
                  N_ ("is cut off: a part of the image is missing"));
  else
    vw_error_set (error, VW_ERROR_FORMAT, path, N_ ("is no image that can be read: %s"),
                  cause->message);
}

static GdkPixbuf *
turn_upright (GdkPixbuf *pixbuf, const char *path, GError **error)
{
  GdkPixbuf *upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);

  if (upright == NULL)
    vw_error_set (error, VW_ERROR_SYSTEM, path, N_ ("needs %s bytes of memory at once"),
                  VW_NUMBER (gdk_pixbuf_get_byte_length (pixbuf)));
  return upright;
}

/* Of the eight orientations that a camera notes the first is upright. */
static gboolean
is_turned (GdkPixbuf *pixbuf)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");

  return orientation != NULL && !g_str_equal (orientation, "1");
}

GdkPixbuf *
vw_image_decode (GBytes *bytes, const char *path, guint most, gboolean *turned, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) cause = NULL;
  Progress progress = { .most = most };
  GdkPixbuf *pixbuf = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared), &progress);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated), &progress);
  gdk_pixbuf_loader_write_bytes (loader, bytes, &cause);
  /* Closed in any case, as it must be; what went wrong first is what is told. */
  gdk_pixbuf_loader_close (loader, cause == NULL ? &cause : NULL);
  if (cause == NULL && is_whole (loader, &progress, bytes))
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf != NULL
      && is_accepted (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), most))
    {
      if (turned != NULL)
        *turned = is_turned (pixbuf);
      return turn_upright (pixbuf, path, error);
    }
  set_error (error, path, &progress, cause);
  return NULL;
}

/* Rounded Rec. 601 luminance over @ground; exact for what is grey already. */
static guint8
luminance (const guint8 *pixel, gboolean has_alpha, guint8 ground)
{
  guint luma = (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000;

  return has_alpha ? (luma * pixel[3] + ground * (255 - pixel[3]) + 127) / 255 : luma;
}

guint8 *
vw_image_to_grey (const GdkPixbuf *pixbuf, guint8 ground, guint *rows, guint *cols)
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
      grey[(gsize) y * *cols + x] = luminance (pixels + y * stride + x * channels, channels == 4,
                                             ground);
  return grey;
}

GBytes *
vw_image_read (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, MAX_FILE_BYTES, NULL, error);

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > 0)
    return g_steal_pointer (&bytes);
  vw_error_set (error, VW_ERROR_EMPTY, path, N_ ("is empty"));
  return NULL;
}

guint8 *
vw_image_read_grey (const char *path, guint *rows, guint *cols, GError **error)
{
  g_autoptr (GBytes) bytes = vw_image_read (path, error);
  g_autoptr (GdkPixbuf) pixbuf
      = bytes != NULL ? vw_image_decode (bytes, path, VW_MAX_SIDE, NULL, error) : NULL;

  return pixbuf != NULL ? vw_image_to_grey (pixbuf, 0, rows, cols) : NULL;
}

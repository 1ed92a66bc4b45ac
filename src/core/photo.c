/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/photo.h"

#include "core/error.h"
#include "core/image-file.h"
#include "core/paper.h"
#include "core/specks.h"

#include <math.h>
#include <string.h>

#define WORK_SIDE 480     /* pixels in which the digit is looked for */
#define SPECK_SHARE .05   /* the bar of a 5 that hangs loose is no speck */
#define LEAST_CONTRAST 16 /* grey values between ink and paper in the mean */
#define LEAST_CLARITY 4.0 /* the same in standard deviations of the paper; noise alone has 2.7 */
#define SOFT_EDGE 2       /* pixels round ink in which it may be fainter than the threshold */

/* Ink and paper, as Otsu's threshold tells them apart. */
typedef struct {
  guint threshold; /* the greatest value of paper */
  double paper, paper_deviation, ink;
} Classes;

static double
moment (const guint *counts, guint begin, guint end, guint power)
{
  double sum = 0;

  for (guint value = begin; value < end; value++)
    sum += counts[value] * pow (value, power);
  return sum;
}

/* The threshold with the greatest variance between the classes. */
static guint
find_threshold (const guint counts[256])
{
  double all = moment (counts, 0, 256, 0), sum = moment (counts, 0, 256, 1);
  double below = 0, sum_below = 0, best = -1;
  guint threshold = 0;

  for (guint value = 0; value < 255; value++)
    {
      double distance, between;

      below += counts[value];
      sum_below += (double) counts[value] * value;
      if (below == 0 || below == all)
        continue;
      distance = (sum - sum_below) / (all - below) - sum_below / below;
      between = below * (all - below) * distance * distance;
      if (between > best)
        {
          best = between;
          threshold = value;
        }
    }
  return threshold;
}

static Classes
classify (const guint8 *grey, gsize n)
{
  guint counts[256] = { 0 };
  Classes found;
  double paper, ink;

  for (gsize i = 0; i < n; i++)
    counts[grey[i]]++;
  found.threshold = find_threshold (counts);
  paper = MAX (moment (counts, 0, found.threshold + 1, 0), 1);
  ink = MAX (moment (counts, found.threshold + 1, 256, 0), 1);
  found.paper = moment (counts, 0, found.threshold + 1, 1) / paper;
  found.ink = moment (counts, found.threshold + 1, 256, 1) / ink;
  found.paper_deviation = sqrt (
      MAX (moment (counts, 0, found.threshold + 1, 2) / paper - found.paper * found.paper, 0));
  return found;
}

static gboolean
is_clear (const Classes *classes)
{
  double contrast = classes->ink - classes->paper;

  return contrast >= LEAST_CONTRAST && contrast >= LEAST_CLARITY * classes->paper_deviation;
}

static guint
mark_ink (const guint8 *grey, guint8 *mask, guint width, guint height, guint threshold)
{
  for (gsize i = 0; i < (gsize) width * height; i++)
    mask[i] = grey[i] > threshold;
  return vw_specks_remove (mask, width, height, SPECK_SHARE);
}

static gboolean
is_near_ink (const guint8 *mask, guint width, guint height, guint x, guint y)
{
  guint left = x > SOFT_EDGE ? x - SOFT_EDGE : 0, right = MIN (x + SOFT_EDGE, width - 1);
  guint top = y > SOFT_EDGE ? y - SOFT_EDGE : 0, bottom = MIN (y + SOFT_EDGE, height - 1);

  for (guint row = top; row <= bottom; row++)
    if (memchr (mask + (gsize) row * width + left, 1, right - left + 1) != NULL)
      return TRUE;
  return FALSE;
}

/* The mean of the ink becomes full ink, what the paper reaches of itself becomes bare. */
static void
stretch (guint8 *grey, const guint8 *mask, guint width, guint height, const Classes *classes)
{
  double low = MIN (classes->paper + 2 * classes->paper_deviation, classes->threshold);
  double scale = 255 / (classes->ink - low);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        gsize at = (gsize) y * width + x;
        double ink = (grey[at] - low) * scale;

        grey[at] = ink > 0 && is_near_ink (mask, width, height, x, y)
                       ? (guint8) MIN (lround (ink), 255)
                       : 0;
      }
}

/* @from: of @side pixels. Returns: its place when that side has @to pixels. */
static guint
scale_place (guint from, guint side, guint to)
{
  return (guint) (((guint64) from * to + side / 2) / side);
}

/* Takes over what @work shows of the digit, and where in the photo that is. */
static gboolean
crop (VwPhoto *self, const VwInk *work, GError **error)
{
  VwInkBox box = vw_ink_find_box (work);
  guint8 *pixels = g_malloc ((gsize) box.width * box.height);
  guint right = scale_place (box.x + box.width, work->width, self->width);
  guint bottom = scale_place (box.y + box.height, work->height, self->height);

  self->ink = (VwInk){ pixels, box.width, box.height };
  self->crop.x = scale_place (box.x, work->width, self->width);
  self->crop.y = scale_place (box.y, work->height, self->height);
  self->crop.width = right - self->crop.x;
  self->crop.height = bottom - self->crop.y;
  return vw_ink_resize_box (work, &box, box.width, box.height, pixels, error);
}

/* @grey: (inout): width × height bytes of a photo; becomes ink */
static gboolean
find_digit (VwPhoto *self,
            guint8 *grey,
            guint width,
            guint height,
            const char *name,
            GError **error)
{
  g_autofree guint8 *mask = g_malloc ((gsize) width * height);
  Classes classes;

  self->inverted = vw_paper_is_light (grey, width, height);
  for (gsize i = 0; self->inverted && i < (gsize) width * height; i++)
    grey[i] = 255 - grey[i];
  if (!vw_paper_remove (grey, width, height, error))
    return FALSE;
  classes = classify (grey, (gsize) width * height);
  if (!is_clear (&classes))
    {
      vw_error_set (error, VW_ERROR_EMPTY, name,
                    N_ ("shows no digit: nothing stands out from the paper"));
      return FALSE;
    }
  self->threshold = classes.threshold + 1;
  self->specks = mark_ink (grey, mask, width, height, classes.threshold);
  stretch (grey, mask, width, height, &classes);
  return crop (self, &(VwInk){ grey, width, height }, error);
}

/* Returns: what shows through the transparent parts: the opposite of what is drawn. */
static guint8
choose_ground (const GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  gsize stride = gdk_pixbuf_get_rowstride (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double bright = 0, drawn = 0;

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *pixel = pixels + y * stride + 4 * x;

        bright += pixel[1] * pixel[3] / 255.0; /* green stands for luminance well enough */
        drawn += pixel[3] / 255.0;
      }
  return bright < 128 * drawn ? 255 : 0;
}

VwPhoto *
vw_photo_decode (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VwPhoto) self = g_new0 (VwPhoto, 1);
  g_autoptr (GdkPixbuf) pixbuf
      = vw_image_decode (bytes, name, VW_PHOTO_MAX_SIDE, &self->turned, error);
  g_autofree guint8 *grey = NULL, *work = NULL;
  guint width, height;
  double scale;

  if (pixbuf == NULL)
    return NULL;
  grey = vw_image_to_grey (pixbuf, choose_ground (pixbuf), &self->height, &self->width);
  scale = MIN (1, (double) WORK_SIDE / MAX (self->width, self->height));
  width = (guint) MAX (lround (self->width * scale), 1);
  height = (guint) MAX (lround (self->height * scale), 1);
  work = g_malloc ((gsize) width * height);
  if (!vw_ink_resize_box (&(VwInk){ grey, self->width, self->height },
                          &(VwInkBox){ 0, 0, self->width, self->height }, width, height, work,
                          error)
      || !find_digit (self, work, width, height, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

VwPhoto *
vw_photo_read (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = vw_image_read (path, error);

  return bytes != NULL ? vw_photo_decode (bytes, path, error) : NULL;
}

void
vw_photo_free (VwPhoto *self)
{
  g_free ((gpointer) self->ink.pixels);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/paper.h"

#include "core/error.h"
#include "vision/opencv.h"

#include <math.h>
#include <string.h>

#define COARSE_SIDE 128 /* pixels in which the paper is looked at: it has no fine structure */
#define STROKE_SHARE 3  /* what is wider than the longer side divided by this is paper */
#define N_TERMS 6

/* 1, x, y, xy, x² and y² less their means: orthogonal on a grid, so that each term's share of an
   image is found alone. */
static double
term (guint k, guint x, guint y, guint width, guint height)
{
  double u = x - (width - 1) / 2.0, v = y - (height - 1) / 2.0;

  switch (k)
    {
    case 0:
      return 1;
    case 1:
      return u;
    case 2:
      return v;
    case 3:
      return u * v;
    case 4:
      return u * u - ((double) width * width - 1) / 12;
    default:
      return v * v - ((double) height * height - 1) / 12;
    }
}

/* Takes the share of one term out of @values and adds it to @surface. */
static void
take_out (float *values, float *surface, guint k, guint width, guint height)
{
  double product = 0, norm = 0, share;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        double value = term (k, x, y, width, height);

        product += value * values[y * width + x];
        norm += value * value;
      }
  share = norm > 0 ? product / norm : 0;
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        float value = (float) (share * term (k, x, y, width, height));

        values[y * width + x] -= value;
        surface[y * width + x] += value;
      }
}

/* Splits @grey into a smooth @surface and the distance of each pixel from it. */
static void
fit_surface (const guint8 *grey, guint width, guint height, float *surface, float *distance)
{
  for (guint i = 0; i < width * height; i++)
    {
      surface[i] = 0;
      distance[i] = grey[i];
    }
  for (guint k = 0; k < N_TERMS; k++)
    take_out (distance, surface, k, width, height);
}

static guint8 *
resize (const guint8 *grey,
        guint width,
        guint height,
        VwOpencvInterpolation interpolation,
        guint to_width,
        guint to_height,
        GError **error)
{
  g_autofree guint8 *resized = g_malloc ((gsize) to_width * to_height);
  g_autofree char *message = NULL;
  VwOpencvImage image = { grey, width, height };

  if (vw_opencv_resize (&image, interpolation, to_width, to_height, resized, &message))
    return g_steal_pointer (&resized);
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV: %s"), message);
  return NULL;
}

static void
coarse_size (guint width, guint height, guint *coarse_width, guint *coarse_height)
{
  double scale = MIN (1, (double) COARSE_SIDE / MAX (width, height));

  *coarse_width = (guint) MAX (lround (width * scale), 1);
  *coarse_height = (guint) MAX (lround (height * scale), 1);
}

gboolean
vw_paper_is_light (const guint8 *grey, guint width, guint height)
{
  g_autofree guint8 *coarse = NULL;
  g_autofree float *surface = NULL, *distance = NULL;
  guint w, h;
  double cubes = 0;

  coarse_size (width, height, &w, &h);
  coarse = resize (grey, width, height, VW_OPENCV_AREA, w, h, NULL);
  if (coarse == NULL)
    return FALSE;
  surface = g_new (float, w *h);
  distance = g_new (float, w *h);
  fit_surface (coarse, w, h, surface, distance);
  for (guint i = 0; i < w * h; i++)
    cubes += (double) distance[i] * distance[i] * distance[i];
  return cubes < 0;
}

/* The least value within @reach on both sides, along one line of @n values @step apart; with
   @sign −1 the greatest. */
static void
filter_line (const float *from, float *to, guint n, guint step, guint reach, float sign)
{
  for (guint i = 0; i < n; i++)
    {
      guint begin = i > reach ? i - reach : 0, end = MIN (i + reach + 1, n);
      float least = sign * from[(gsize) begin * step];

      for (guint j = begin + 1; j < end; j++)
        least = MIN (least, sign * from[(gsize) j * step]);
      to[(gsize) i * step] = sign * least;
    }
}

static void
filter_square (float *values, float *scratch, guint width, guint height, guint reach, float sign)
{
  for (guint y = 0; y < height; y++)
    filter_line (values + y * width, scratch + y * width, width, 1, reach, sign);
  for (guint x = 0; x < width; x++)
    filter_line (scratch + x, values + x, height, width, reach, sign);
}

/* What is left of @values when all that is bright and narrower than the square is gone. */
static void
open (float *values, guint width, guint height)
{
  g_autofree float *scratch = g_new (float, width *height);
  guint reach = MAX (MAX (width, height) / STROKE_SHARE / 2, 1);

  filter_square (values, scratch, width, height, reach, 1);
  filter_square (values, scratch, width, height, reach, -1);
}

static guint8 *
find_paper (const guint8 *grey, guint width, guint height, GError **error)
{
  g_autofree guint8 *coarse = NULL;
  g_autofree float *surface = NULL, *distance = NULL;
  guint w, h;

  coarse_size (width, height, &w, &h);
  coarse = resize (grey, width, height, VW_OPENCV_AREA, w, h, error);
  if (coarse == NULL)
    return NULL;
  surface = g_new (float, w *h);
  distance = g_new (float, w *h);
  fit_surface (coarse, w, h, surface, distance);
  open (distance, w, h);
  for (guint i = 0; i < w * h; i++)
    coarse[i] = (guint8) CLAMP (lroundf (surface[i] + distance[i]), 0, 255);
  return resize (coarse, w, h, VW_OPENCV_LINEAR, width, height, error);
}

gboolean
vw_paper_remove (guint8 *grey, guint width, guint height, GError **error)
{
  g_autofree guint8 *paper = find_paper (grey, width, height, error);

  if (paper == NULL)
    return FALSE;
  for (gsize i = 0; i < (gsize) width * height; i++)
    grey[i] = grey[i] > paper[i] ? grey[i] - paper[i] : 0;
  return TRUE;
}

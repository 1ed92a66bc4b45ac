/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/synthetic.h"

#include "core/random.h"

#include <math.h>

static guint8
pixel (Synthetic kind, double x, double y, guint seed, VwRandom *random)
{
  double radius = hypot (x - 0.5, y - 0.5);

  switch (kind)
    {
    case SYNTHETIC_WHITE:
      return 255;
    case SYNTHETIC_BAR:
      return fabs (x - 0.5 + (y - 0.5) * (seed % 5) / 8) < 0.08 && fabs (y - 0.5) < 0.35 ? 255 : 0;
    case SYNTHETIC_RING:
      return radius > 0.2 + 0.01 * (seed % 7) && radius < 0.35 ? 230 : 10;
    case SYNTHETIC_CHECKS:
      return ((int) (x * (7 + seed % 9)) + (int) (y * (7 + seed % 9))) % 2 != 0 ? 200 : 40;
    case SYNTHETIC_GRADIENT:
      return (x * (1 + seed % 3) + y) * 63;
    case SYNTHETIC_DOTS:
      return vw_random_below (random, 12) == 0 ? 255 : 0;
    case SYNTHETIC_NOISE:
    case SYNTHETIC_SOFT_NOISE:
      return vw_random_bits (random) >> 24;
    default:
      return 0;
    }
}

static void
smooth (guint8 *pixels, guint width, guint height)
{
  for (guint i = width + 1; i < width * height; i++)
    pixels[i] = (pixels[i] + pixels[i - 1] + pixels[i - width] + pixels[i - width - 1]) / 4;
}

guint8 *
synthetic_image (Synthetic kind, guint width, guint height, guint seed)
{
  guint8 *pixels = g_malloc (width * height);
  VwRandom random;

  vw_random_init (&random, seed);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      pixels[y * width + x]
          = pixel (kind, (x + 0.5) / width, (y + 0.5) / height, seed, &random);
  if (kind == SYNTHETIC_SOFT_NOISE)
    smooth (pixels, width, height);
  return pixels;
}

const char *
synthetic_name (Synthetic kind)
{
  static const char *const names[N_SYNTHETIC] = { "blank",    "white", "bar",   "ring",      "checks",
                                                  "gradient", "dots",  "noise", "soft-noise" };

  return names[kind];
}

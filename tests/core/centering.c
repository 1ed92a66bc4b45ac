/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/centering.h"
#include "core/dataset.h"
#include "core/random.h"
#include "lib/scratch.h"

#include <string.h>

#define ENLARGED 8

/* A stored digit, each pixel a square, somewhere on a field that is larger than it. */
static guint8 *
enlarge (const guint8 *digit, guint x, guint y, guint width, guint height)
{
  guint8 *ink = g_malloc0 ((gsize) width * height);

  for (guint row = 0; row < VW_FIELD_SIDE * ENLARGED; row++)
    for (guint column = 0; column < VW_FIELD_SIDE * ENLARGED; column++)
      ink[(gsize) (y + row) * width + x + column]
          = digit[row / ENLARGED * VW_FIELD_SIDE + column / ENLARGED];
  return ink;
}

/* All of MNIST's own digits, drawn large anywhere, come back to the byte, but for the three of
   10,000 whose longer side has 19 pixels in MNIST itself. */
static void
test_digits (void)
{
  const char *folder = test_mnist ();
  g_autoptr (VwDataset) dataset = folder != NULL ? vw_dataset_load (folder, NULL, NULL) : NULL;
  const guint side = VW_FIELD_SIDE * ENLARGED;
  guint n_same = 0;
  VwRandom random;

  if (dataset == NULL)
    return;
  vw_random_init (&random, 1);
  for (guint i = 0; i < 10000; i++)
    {
      const guint8 *digit = vw_dataset_get_image (dataset, VW_SPLIT_TEST, i);
      guint width = side + vw_random_below (&random, 200);
      guint height = side + vw_random_below (&random, 200);
      g_autofree guint8 *ink
          = enlarge (digit, vw_random_below (&random, width - side + 1),
                     vw_random_below (&random, height - side + 1), width, height);
      VwCentering seen;

      g_assert_true (vw_centering_apply (&(VwInk){ ink, width, height }, &seen, NULL));
      if (memcmp (seen.pixels, digit, sizeof seen.pixels) == 0)
        n_same++;
      else
        g_assert_cmpuint (MAX (seen.ink.width, seen.ink.height), ==, 19 * ENLARGED);
    }
  g_assert_cmpuint (n_same, ==, 9997);
}

/* What is told of the centring is what the image shows. */
static void
check (const VwInk *ink, gboolean centred, VwCentering *seen)
{
  double mass = 0, x = 0, y = 0;

  g_assert_true ((centred ? vw_centering_apply : vw_centering_skip) (ink, seen, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (seen->pixels); i++)
    {
      mass += seen->pixels[i];
      x += seen->pixels[i] * (i % VW_FIELD_SIDE + .5);
      y += seen->pixels[i] * (i / VW_FIELD_SIDE + .5);
    }
  g_assert_cmpfloat_with_epsilon (seen->mass_x, x / mass, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen->mass_y, y / mass, 1e-9);
  g_assert_cmpfloat (seen->left, >=, 0);
  g_assert_cmpfloat (seen->top, >=, 0);
  g_assert_cmpfloat (seen->left + seen->width, <=, VW_FIELD_SIDE);
  g_assert_cmpfloat (seen->top + seen->height, <=, VW_FIELD_SIDE);
}

static void
test_blank (void)
{
  guint8 paper[30 * 40] = { 0 };
  VwCentering seen;

  for (int centred = 0; centred <= 1; centred++)
    {
      g_assert_true ((centred ? vw_centering_apply : vw_centering_skip) (&(VwInk){ paper, 30, 40 },
                                                                         &seen, NULL));
      g_assert_true (seen.blank);
      for (guint i = 0; i < G_N_ELEMENTS (seen.pixels); i++)
        g_assert_cmpuint (seen.pixels[i], ==, 0);
    }
}

/* One pixel has both sides equally long, so it becomes the whole box, wherever it was. */
static void
test_dot (void)
{
  for (guint at = 0; at < 30 * 40; at++)
    {
      guint8 paper[30 * 40] = { 0 };
      VwCentering seen;

      paper[at] = 255;
      check (&(VwInk){ paper, 30, 40 }, TRUE, &seen);
      g_assert_cmpuint (seen.ink.x, ==, at % 30);
      g_assert_cmpuint (seen.ink.y, ==, at / 30);
      g_assert_cmpfloat (seen.scale, ==, VW_FIELD_BOX);
      g_assert_cmpfloat (seen.left, ==, 4);
      g_assert_cmpfloat (seen.top, ==, 4);
      for (guint i = 0; i < G_N_ELEMENTS (seen.pixels); i++)
        g_assert_cmpuint (seen.pixels[i], ==,
                          i % 28 - 4 < VW_FIELD_BOX && i / 28 - 4 < VW_FIELD_BOX ? 255 : 0);
    }
}

/* Ink all over the field, and a line along its edge: nothing is cut off. */
static void
test_border (void)
{
  guint8 ink[50 * 50];
  VwCentering seen;

  memset (ink, 255, sizeof ink);
  check (&(VwInk){ ink, 50, 50 }, TRUE, &seen);
  g_assert_cmpfloat (seen.width, ==, VW_FIELD_BOX);
  memset (ink + 50, 0, sizeof ink - 50);
  check (&(VwInk){ ink, 50, 50 }, TRUE, &seen);
  g_assert_cmpfloat (seen.left, ==, 4);
  g_assert_cmpfloat (seen.width, ==, VW_FIELD_BOX);
  for (guint x = 0; x < 28; x++)
    g_assert_cmpuint (seen.pixels[14 * 28 + x], ==, x - 4 < VW_FIELD_BOX ? 255 : 0);
}

/* Nearly all mass at one end: the centre of mass cannot come to the middle without the other end
   being cut off, so it doesn't. */
static void
test_lopsided (void)
{
  guint8 ink[20 * 20] = { 0 };
  VwCentering seen;

  for (guint i = 0; i < 20; i++)
    {
      ink[i * 20] = 255;
      ink[i] = 1;
    }
  check (&(VwInk){ ink, 20, 20 }, TRUE, &seen);
  g_assert_cmpfloat (seen.left, ==, VW_FIELD_SIDE - VW_FIELD_BOX);
  g_assert_cmpfloat (seen.mass_x, <, 14);
  g_assert_cmpuint (seen.pixels[(int) seen.top * 28 + 27], ==, 1);
}

/* The uncentred way keeps place and size: a quarter of the field stays one. */
static void
test_skip (void)
{
  g_autofree guint8 *ink = g_malloc0 (280 * 140);
  VwCentering seen;

  for (guint y = 0; y < 70; y++)
    memset (ink + y * 280, 255, 140);
  check (&(VwInk){ ink, 280, 140 }, FALSE, &seen);
  for (guint i = 0; i < G_N_ELEMENTS (seen.pixels); i++)
    g_assert_cmpuint (seen.pixels[i], ==, i % 28 < 14 && i / 28 >= 7 && i / 28 < 14 ? 255 : 0);
  g_assert_cmpfloat (seen.left, ==, 0);
  g_assert_cmpfloat (seen.top, ==, 7);
  g_assert_cmpfloat (seen.width, ==, 14);
  g_assert_cmpfloat (seen.height, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/centering/digits", test_digits);
  g_test_add_func ("/centering/blank", test_blank);
  g_test_add_func ("/centering/dot", test_dot);
  g_test_add_func ("/centering/border", test_border);
  g_test_add_func ("/centering/lopsided", test_lopsided);
  g_test_add_func ("/centering/skip", test_skip);
  return g_test_run ();
}

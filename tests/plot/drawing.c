/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/centering.h"
#include "core/random.h"
#include "plot/drawing.h"
#include "plot/field.h"

#include <math.h>
#include <string.h>

#define SIDE 140

static guint8 *
rasterise (const VwDrawing *drawing)
{
  g_autoptr (VwDrawingRaster) raster = vw_drawing_raster_new (SIDE);

  vw_drawing_raster_update (raster, drawing);
  return vw_drawing_raster_get_ink (raster);
}

static void
assert_same (const guint8 *a, const guint8 *b)
{
  g_assert_cmpmem (a, SIDE * SIDE, b, SIDE * SIDE);
}

static guint8
ink_at (const guint8 *ink, double x, double y)
{
  return ink[(int) (y * SIDE) * SIDE + (int) (x * SIDE)];
}

static void
draw_line (VwDrawing *drawing, gboolean erase, double x1, double y1, double x2, double y2)
{
  vw_drawing_begin (drawing, erase, &(VwPenPoint){ x1, y1, .1 });
  vw_drawing_move (drawing, &(VwPenPoint){ (x1 + x2) / 2, (y1 + y2) / 2, .1 });
  vw_drawing_move (drawing, &(VwPenPoint){ x2, y2, .1 });
  vw_drawing_end (drawing);
}

/* A line as long and wide as it was drawn: its mass is that of a bar with two half discs. */
static void
test_line (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();
  g_autofree guint8 *ink = NULL;
  double mass = 0;

  draw_line (drawing, FALSE, .2, .5, .8, .5);
  ink = rasterise (drawing);
  for (guint i = 0; i < SIDE * SIDE; i++)
    mass += ink[i] / 255.0 / (SIDE * SIDE);
  g_assert_cmpfloat_with_epsilon (mass, .6 * .1 + G_PI * .05 * .05, .001);
  g_assert_cmpuint (ink_at (ink, .5, .5), ==, 255);
  g_assert_cmpuint (ink_at (ink, .17, .5), ==, 255);
  g_assert_cmpuint (ink_at (ink, .5, .57), ==, 0);
  /* No seams where its pieces meet: every column between its ends is the same. */
  for (guint x = SIDE / 4; x < SIDE * 3 / 4; x++)
    for (guint y = 0; y < SIDE; y++)
      g_assert_cmpuint (ink[y * SIDE + x], ==, ink[y * SIDE + SIDE / 4]);
}

/* Point by point or all at once, with undone strokes in between: the same pixels. */
static void
test_bit_by_bit (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();
  g_autoptr (VwDrawingRaster) raster = vw_drawing_raster_new (SIDE);
  VwRandom random;

  vw_random_init (&random, 1);
  for (guint step = 0; step < 400; step++)
    {
      VwPenPoint point = { vw_random_unit (&random), vw_random_unit (&random),
                           .02 + .1 * vw_random_unit (&random) };
      guint what = vw_random_below (&random, 20);

      if (what == 0)
        vw_drawing_undo (drawing);
      else if (what == 1)
        vw_drawing_redo (drawing);
      else if (what == 2)
        vw_drawing_end (drawing);
      else if (what <= 5)
        vw_drawing_begin (drawing, what == 3, &point);
      else
        vw_drawing_move (drawing, &point);
      vw_drawing_raster_update (raster, drawing);
      if (step % 10 == 9)
        {
          g_autofree guint8 *bits = vw_drawing_raster_get_ink (raster);
          g_autofree guint8 *whole = rasterise (drawing);

          assert_same (bits, whole);
        }
    }
}

static void
test_undo (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();
  g_autofree guint8 *blank = rasterise (drawing);
  g_autofree guint8 *one = NULL, *two = NULL, *back = NULL, *forth = NULL, *cleared = NULL;

  g_assert_false (vw_drawing_can_undo (drawing));
  draw_line (drawing, FALSE, .2, .2, .8, .8);
  one = rasterise (drawing);
  draw_line (drawing, FALSE, .8, .2, .2, .8);
  two = rasterise (drawing);
  vw_drawing_clear (drawing);
  cleared = rasterise (drawing);
  assert_same (cleared, blank);
  g_assert_true (vw_drawing_is_empty (drawing));
  vw_drawing_undo (drawing);
  vw_drawing_undo (drawing);
  back = rasterise (drawing);
  assert_same (back, one);
  vw_drawing_redo (drawing);
  forth = rasterise (drawing);
  assert_same (forth, two);
  g_assert_true (vw_drawing_can_redo (drawing)); /* the clearing */
  draw_line (drawing, FALSE, .1, .1, .1, .9);
  g_assert_false (vw_drawing_can_redo (drawing));
}

static void
test_erase (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();
  g_autofree guint8 *ink = NULL;

  draw_line (drawing, FALSE, .2, .5, .8, .5);
  draw_line (drawing, TRUE, .5, .2, .5, .8);
  ink = rasterise (drawing);
  g_assert_cmpuint (ink_at (ink, .5, .5), ==, 0);
  g_assert_cmpuint (ink_at (ink, .3, .5), ==, 255);
  g_assert_cmpuint (ink_at (ink, .7, .5), ==, 255);
}

/* Ink that is put takes the place of what was there, in the middle, at MNIST's size, and brings its
   note; both go and come with undo and redo. */
static void
test_put_ink (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();
  g_autofree guint8 *full = g_malloc (40 * 20), *ink = NULL;

  memset (full, 255, 40 * 20);
  draw_line (drawing, FALSE, .05, .05, .05, .95);
  g_assert_null (vw_drawing_get_note (drawing));
  vw_drawing_put_ink (drawing, &(VwInk){ full, 40, 20 }, "A photo");
  draw_line (drawing, FALSE, .5, .8, .5, .9);
  g_assert_cmpstr (vw_drawing_get_note (drawing), ==, "A photo");
  ink = rasterise (drawing);
  g_assert_cmpuint (ink_at (ink, .05, .5), ==, 0);
  g_assert_cmpuint (ink_at (ink, .5 - 9.0 / 28, .5), ==, 255);
  g_assert_cmpuint (ink_at (ink, .5 - 11.0 / 28, .5), ==, 0);
  g_assert_cmpuint (ink_at (ink, .5, .5 + 4.0 / 28), ==, 255);
  g_assert_cmpuint (ink_at (ink, .5, .5 + 6.0 / 28), ==, 0);
  vw_drawing_undo (drawing);
  vw_drawing_undo (drawing);
  g_assert_null (vw_drawing_get_note (drawing));
  vw_drawing_redo (drawing);
  g_assert_cmpstr (vw_drawing_get_note (drawing), ==, "A photo");
  vw_drawing_clear (drawing);
  g_assert_null (vw_drawing_get_note (drawing));
}

/* A stroke cannot be gone on with when it is not under way, and ends when another begins. */
static void
test_strokes (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();

  vw_drawing_move (drawing, &(VwPenPoint){ .5, .5, .1 });
  vw_drawing_end (drawing);
  g_assert_true (vw_drawing_is_empty (drawing));
  vw_drawing_begin (drawing, FALSE, &(VwPenPoint){ .1, .1, .1 });
  vw_drawing_begin (drawing, FALSE, &(VwPenPoint){ .9, .9, .1 });
  g_assert_true (vw_drawing_is_under_way (drawing));
  vw_drawing_undo (drawing);
  g_assert_false (vw_drawing_is_under_way (drawing));
  g_assert_true (vw_drawing_can_undo (drawing));
}

/* The marks on the field are where the numbers say. */
static void
test_field (void)
{
  g_autoptr (VwDrawing) drawing = vw_drawing_new ();
  g_autofree guint8 *ink = NULL;
  VwCentering centering;
  VwPlotFieldLayout layout;
  VwPlotStyle style;

  vw_plot_style_init (&style, VW_PLOT_LIGHT);
  draw_line (drawing, FALSE, .2, .2, .2, .8);
  ink = rasterise (drawing);
  g_assert_true (vw_centering_apply (&(VwInk){ ink, SIDE, SIDE }, &centering, NULL));
  vw_plot_field_layout (&centering, TRUE, 300, 290, &style, &layout);
  g_assert_cmpfloat (layout.field.width, ==, 280);
  g_assert_cmpfloat (layout.box.width, ==, 200);
  g_assert_cmpfloat (layout.box.height, ==, 200);
  g_assert_cmpfloat (fabs (layout.mass_x - layout.middle_x), <=, 5);
  g_assert_cmpfloat (fabs (layout.mass_y - layout.middle_y), <=, 5);
  g_assert_true (vw_centering_skip (&(VwInk){ ink, SIDE, SIDE }, &centering, NULL));
  vw_plot_field_layout (&centering, FALSE, 300, 290, &style, &layout);
  g_assert_cmpfloat_with_epsilon (layout.mass_x, 10 + .2 * 280, 2);
  g_assert_cmpfloat_with_epsilon (layout.box.height, .7 * 280, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/line", test_line);
  g_test_add_func ("/drawing/bit-by-bit", test_bit_by_bit);
  g_test_add_func ("/drawing/undo", test_undo);
  g_test_add_func ("/drawing/erase", test_erase);
  g_test_add_func ("/drawing/put-ink", test_put_ink);
  g_test_add_func ("/drawing/strokes", test_strokes);
  g_test_add_func ("/drawing/field", test_field);
  return g_test_run ();
}

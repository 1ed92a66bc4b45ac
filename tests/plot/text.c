/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks.h"
#include "samples.h"

#include <math.h>

static VwPlotTexts *
new_texts (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

  return vw_plot_texts_new (&style);
}

/* The right-hand side of a column of figures is straight whatever the figures. */
static void
test_figures_have_one_width (void)
{
  g_autoptr (VwPlotTexts) texts = new_texts ();
  double width = vw_plot_texts_measure (texts, "0000", 13, FALSE);

  for (char digit = '1'; digit <= '9'; digit++)
    {
      char string[] = { digit, digit, digit, digit, '\0' };

      g_assert_cmpfloat_with_epsilon (vw_plot_texts_measure (texts, string, 13, FALSE), width,
                                      .01);
    }
  g_assert_cmpfloat (vw_plot_texts_measure (texts, "0000", 13, TRUE), >, width);
}

/* Layouts measure once and multiply. */
static void
test_widths_grow_with_the_font (void)
{
  g_autoptr (VwPlotTexts) texts = new_texts ();
  double one = vw_plot_texts_measure (texts, "Vérités terrain 1\u202f065", 100, FALSE) / 100;

  for (double size = 7; size < 60; size += .7)
    g_assert_cmpfloat_with_epsilon (
        vw_plot_texts_measure (texts, "Vérités terrain 1\u202f065", size, FALSE), one * size, .2);
}

static void
test_alignment (void)
{
  g_autoptr (VwPlotTexts) texts = new_texts ();
  VwPlotLabel label = { .string = "H0", .x = 100, .y = 50, .size = 20 };
  const cairo_rectangle_t *box;

  for (guint align = VW_PLOT_START; align <= VW_PLOT_END; align++)
    {
      label.align = align;
      vw_plot_texts_add (texts, &label);
      box = &vw_plot_texts_get (texts, align)->box;
      g_assert_cmpfloat_with_epsilon (box->x + align * box->width / 2, 100, .01);
      g_assert_cmpfloat_with_epsilon (box->y + box->height / 2, 50, .5);
    }
}

/* A turned text covers what the straight one would, turned. */
static void
test_turning (void)
{
  g_autoptr (VwPlotTexts) texts = new_texts ();
  VwPlotLabel label = { .string = "Prédictions", .x = 100, .y = 100, .size = 20 };
  const cairo_rectangle_t *across, *upwards, *downwards;

  for (guint turn = VW_PLOT_ACROSS; turn <= VW_PLOT_DOWNWARDS; turn++)
    {
      label.turn = turn;
      vw_plot_texts_add (texts, &label);
    }
  across = &vw_plot_texts_get (texts, 0)->box;
  upwards = &vw_plot_texts_get (texts, 1)->box;
  downwards = &vw_plot_texts_get (texts, 2)->box;
  g_assert_cmpfloat_with_epsilon (upwards->height, across->width, 1e-6);
  g_assert_cmpfloat_with_epsilon (upwards->width, across->height, 1e-6);
  g_assert_cmpfloat_with_epsilon (upwards->y + upwards->height, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (upwards->x - 100, across->y - 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (downwards->y, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (100 - downwards->x - downwards->width, across->y - 100, 1e-6);
}

/* @max_width: 0 for none */
static void
check_ink_is_in_the_box (const char *string, double max_width)
{
  for (guint turn = VW_PLOT_ACROSS; turn <= VW_PLOT_DOWNWARDS; turn++)
    {
      g_autoptr (VwPlotTexts) texts = new_texts ();
      VwPlotLabel label = { .string = string, .x = 150, .y = 150, .size = 30, .turn = turn,
                            .align = VW_PLOT_CENTER, .max_width = max_width };
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 300);
      cairo_t *cr = cairo_create (surface);
      cairo_rectangle_t box;
      guint inside = 0;

      label.color = vw_plot_color_from_rgb (0);
      vw_plot_texts_add (texts, &label);
      box = vw_plot_texts_get (texts, 0)->box;
      vw_plot_texts_paint (texts, cr, NULL);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < 300; y++)
        for (int x = 0; x < 300; x++)
          if (pixel_at (surface, x, y) >> 24 > 40)
            {
              inside++;
              g_assert_cmpfloat (x, >=, floor (box.x) - 1);
              g_assert_cmpfloat (y, >=, floor (box.y) - 1);
              g_assert_cmpfloat (x, <=, ceil (box.x + box.width));
              g_assert_cmpfloat (y, <=, ceil (box.y + box.height));
            }
      g_assert_cmpuint (inside, >, 300);
      cairo_surface_destroy (surface);
    }
}

/* Where the ink really is, however it is turned. */
static void
test_ink_is_in_the_box (void)
{
  check_ink_is_in_the_box ("Égypte 10", 0);
}

/* A text that is written from the right begins where one from the left would, with room to spare. */
static void
test_ink_from_the_right_is_in_the_box (void)
{
  check_ink_is_in_the_box ("שלום", 0);
  check_ink_is_in_the_box ("שלום", 200);
}

static void
test_ellipsis (void)
{
  g_autoptr (VwPlotTexts) texts = new_texts ();
  VwPlotLabel label = { .string = "T-shirt/top, long", .size = 12, .max_width = 50 };

  vw_plot_texts_add (texts, &label);
  label.max_width = 500;
  vw_plot_texts_add (texts, &label);
  g_assert_true (vw_plot_texts_get (texts, 0)->cut);
  g_assert_cmpfloat (vw_plot_texts_get (texts, 0)->box.width, <=, 50);
  g_assert_false (vw_plot_texts_get (texts, 1)->cut);
}

static void
test_lines (void)
{
  g_autoptr (VwPlotTexts) texts = new_texts ();
  VwPlotLabel label = { .string = "one two\u00a0three four", .size = 12, .y = 20 };
  guint n = vw_plot_texts_add_lines (texts, &label, 60);

  g_assert_cmpuint (n, ==, vw_plot_texts_count_lines (texts, label.string, 12, 60));
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (has_text (texts, "two\u00a0three")); /* not broken */
  check_texts (texts, 61, 100, "lines");
  label.string = "";
  g_assert_cmpuint (vw_plot_texts_add_lines (texts, &label, 60), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  g_test_add_func ("/text/figures", test_figures_have_one_width);
  g_test_add_func ("/text/proportion", test_widths_grow_with_the_font);
  g_test_add_func ("/text/alignment", test_alignment);
  g_test_add_func ("/text/turning", test_turning);
  g_test_add_func ("/text/ink", test_ink_is_in_the_box);
  g_test_add_func ("/text/ink-from-the-right", test_ink_from_the_right_is_in_the_box);
  g_test_add_func ("/text/ellipsis", test_ellipsis);
  g_test_add_func ("/text/lines", test_lines);
  return g_test_run ();
}

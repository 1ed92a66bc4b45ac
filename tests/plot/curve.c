/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a parameter does, as a curve: nothing cut off, points where their values are. */
#include "plot/curve.h"

#include <math.h>

#include "checks.h"
#include "samples.h"

typedef VwPlotCurve (*SampleFunc) (gboolean french);

static const SampleFunc samples[] = { sample_sweep, sample_ratios, sample_seeds, sample_choices };

static void
test_fits (void)
{
  static const double widths[] = { 200, 304, 515, 1500, 4000 };
  static const double heights[] = { 180, 260, 470, 1200 };
  static const double scales[] = { 1, 1.25, 1.5 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        for (guint variant = 0; variant < 2 * G_N_ELEMENTS (samples); variant++)
          {
            VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
            VwPlotCurve model = samples[variant / 2](variant & 1);
            g_auto (VwPlotCurveLayout) layout = { 0 };

            style.text_scale = scales[s];
            if (heights[h] < 180 * scales[s])
              continue;
            vw_plot_curve_layout (&model, widths[w], heights[h], &style, &layout);
            check_texts (layout.texts, widths[w], heights[h], model.x_title);
          }
}

/* Every point stands inside its panel, and its column leads back to it. */
static void
test_points_and_hits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
      VwPlotCurve model = samples[i](FALSE);
      g_auto (VwPlotCurveLayout) layout = { 0 };

      vw_plot_curve_layout (&model, 500, 300, &style, &layout);
      for (guint point = 0; point < model.n_points; point++)
        for (guint panel = 0; panel < model.n_panels; panel++)
          {
            const cairo_rectangle_t *area = &layout.axes[panel].area;
            double x, y;

            vw_plot_curve_place (&layout, &model.points[point], panel, &x, &y);
            g_assert_cmpint (vw_plot_curve_hit (&model, &layout, x, area->y + 1), ==, (int) point);
            g_assert_cmpfloat (x, >, area->x);
            g_assert_cmpfloat (x, <, area->x + area->width);
            if (isnan (model.points[point].values[panel]))
              continue;
            g_assert_cmpfloat (y, >=, area->y - 1e-6);
            g_assert_cmpfloat (y, <=, area->y + area->height + 1e-6);
          }
      g_assert_cmpint (vw_plot_curve_hit (&model, &layout, 1, 100), ==, -1);
    }
}

/* Equal steps of a value are equal steps on its axis, which amounts share from 0 on. */
static void
test_axes (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotCurve model = sample_sweep (FALSE);
  g_auto (VwPlotCurveLayout) layout = { 0 };
  const VwPlotCurvePoint zero = { 0, { .8, 0 } }, middle = { 10, { .85, 95 } },
                         high = { 20, { .9, 190 } };
  double x[3], y[3];

  vw_plot_curve_layout (&model, 500, 300, &style, &layout);
  g_assert_cmpfloat (layout.axes[1].bottom, ==, 0);
  g_assert_cmpfloat (layout.axes[0].bottom, >, .5);
  for (guint panel = 0; panel < 2; panel++)
    {
      vw_plot_curve_place (&layout, &zero, panel, &x[0], &y[0]);
      vw_plot_curve_place (&layout, &middle, panel, &x[1], &y[1]);
      vw_plot_curve_place (&layout, &high, panel, &x[2], &y[2]);
      g_assert_cmpfloat_with_epsilon (x[1] - x[0], x[2] - x[1], 1e-9);
      g_assert_cmpfloat_with_epsilon (y[1] - y[0], y[2] - y[1], 1e-9);
      g_assert_cmpfloat (y[2], <, y[0]);
    }
  g_assert_true (has_text (layout.texts, "31") || has_text (layout.texts, "30"));
}

/* Equal ratios of a value are equally far apart. */
static void
test_ratios (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotCurve model = sample_ratios (FALSE);
  g_auto (VwPlotCurveLayout) layout = { 0 };
  double decade, last;

  vw_plot_curve_layout (&model, 500, 300, &style, &layout);
  decade = vw_plot_curve_across (&layout, .001) - vw_plot_curve_across (&layout, .0001);
  last = vw_plot_curve_across (&layout, 10000) - vw_plot_curve_across (&layout, 1000);
  g_assert_cmpfloat (decade, >, 20);
  g_assert_cmpfloat_with_epsilon (last, decade, 1e-9);
  g_assert_true (has_text (layout.texts, "0.0001"));
  g_assert_true (has_text (layout.texts, "10000") || has_text (layout.texts, "10,000"));
}

/* Nothing done yet, and a single value: no division by an empty range. */
static void
test_few_points (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotCurve model = sample_sweep (FALSE);
  g_auto (VwPlotCurveLayout) layout = { 0 };
  const VwPlotCurvePoint only = { 7, { .5, 3 } };
  double x, y;

  model.n_points = 0;
  vw_plot_curve_layout (&model, 400, 300, &style, &layout);
  check_texts (layout.texts, 400, 300, "empty");
  model.n_points = 1;
  model.points = &only;
  model.least = model.most = 7;
  vw_plot_curve_layout (&model, 400, 300, &style, &layout);
  check_texts (layout.texts, 400, 300, "single");
  vw_plot_curve_place (&layout, &only, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, layout.axes[0].area.x + layout.axes[0].area.width / 2, 1);
  g_assert_true (isfinite (y));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  g_test_add_func ("/curve/fits", test_fits);
  g_test_add_func ("/curve/points", test_points_and_hits);
  g_test_add_func ("/curve/axes", test_axes);
  g_test_add_func ("/curve/ratios", test_ratios);
  g_test_add_func ("/curve/few", test_few_points);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks.h"
#include "samples.h"

#include <math.h>

static const double widths[] = { 200, 233, 300, 404, 500, 618, 808, 1280, 2560, 4000 };
static const double heights[] = { 0, 200, 301, 470, 660, 1000, 4000 };

static VwPlotHeatmapText
long_words (void)
{
  VwPlotHeatmapText text = sample_french;

  text.truth = "Vérités terrain de tous les chiffres";
  text.prediction = "Prédictions du classifieur entraîné";
  text.no_keypoints = "images sans aucun point d’intérêt";
  text.total = "somme des images";
  text.recall = "taux de rappel";
  text.precision = "taux de précision";
  text.accuracy = "exactitude générale";
  text.scale[VW_PLOT_NORMALIZE_TRUE] = "part des images de la classe vraie de la ligne";
  return text;
}

static void
check_layout (const VwPlotHeatmap *model, double width, double height, double scale)
{
  g_auto (VwPlotHeatmapLayout) layout = { 0 };
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  double right;

  style.text_scale = scale;
  vw_plot_heatmap_layout (model, width, height, &style, &layout);
  check_texts (layout.texts, width, layout.height, model->text->truth);
  right = layout.none_left + layout.cell;
  g_assert_cmpfloat (layout.cell, >=, 4);
  g_assert_cmpfloat (right, <=, width);
  g_assert_cmpfloat (layout.top + layout.n * layout.cell, <=, layout.height);
  g_assert_cmpfloat (layout.bar.x + layout.bar.width, <=, width);
  g_assert_cmpfloat (layout.recall_left + layout.recall_width, <=, width);
  g_assert_cmpfloat (layout.cell, ==, floor (layout.cell));
  g_assert_cmpfloat (layout.left, ==, floor (layout.left));
  g_assert_cmpfloat (layout.top, ==, floor (layout.top));
}

static void
check_all_sizes (const VwPlotHeatmap *model)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heights); j++)
      check_layout (model, widths[i], heights[j], 1);
}

static void
test_nothing_cut_or_covered (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmapText words = long_words ();

  for (guint french = 0; french <= 1; french++)
    for (guint normalize = 0; normalize <= VW_PLOT_NORMALIZE_ALL; normalize += 1 + french)
      {
        VwPlotHeatmap model = sample_heatmap (notebook, french);

        model.normalize = normalize;
        check_all_sizes (&model);
        model.classes = sample_clothes;
        model.text = french ? &words : model.text;
        check_all_sizes (&model);
      }
}

static void
test_larger_texts_fit (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, TRUE);

  for (double scale = 1.25; scale <= 3; scale += .25)
    for (guint i = 2; i < G_N_ELEMENTS (widths); i++)
      check_layout (&model, widths[i], widths[i], scale);
}

static void
test_large_counts_and_many_classes (void)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                                       "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x" };
  static const guint sizes[] = { 2, 3, 17, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (VwMetrics) metrics = sample_metrics (sizes[i], 123456789);
      VwPlotHeatmap model = sample_heatmap (metrics, FALSE);

      model.classes = names;
      check_all_sizes (&model);
    }
}

/* As many classes as there are labels, on paper and on a screen. */
static void
test_most_classes_fit (void)
{
  g_autoptr (VwMetrics) metrics = sample_metrics (256, 9);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  VwPlotHeatmap model = sample_heatmap (metrics, FALSE);

  for (guint i = 0; i < 256; i++)
    g_ptr_array_add (names, g_strdup_printf ("%u", i));
  model.classes = (const char *const *) names->pdata;
  for (guint paper = 0; paper <= 1; paper++)
    {
      g_auto (VwPlotHeatmapLayout) layout = { 0 };
      VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

      style.whole_pixels = !paper;
      vw_plot_heatmap_layout (&model, 720, paper ? 0 : 720, &style, &layout);
      g_assert_cmpfloat (layout.cell, >=, 1);
      g_assert_cmpfloat (layout.none_left + layout.cell, <=, 720);
      g_assert_cmpfloat (layout.top + layout.n * layout.cell, <=, layout.height);
    }
}

static void
test_centre_of_each_cell_hits_it (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

  for (double width = 200; width <= 1500; width += 37)
    {
      g_auto (VwPlotHeatmapLayout) layout = { 0 };

      style.whole_pixels = (int) width % 2 == 0;
      vw_plot_heatmap_layout (&model, width, width * .8, &style, &layout);
      for (int row = -1; row < 10; row++)
        for (int column = -1; column <= 10; column++)
          {
            cairo_rectangle_t area = vw_plot_heatmap_area (&layout, (VwPlotSpot) { row, column });
            VwPlotSpot hit = vw_plot_heatmap_hit (&layout, area.x + area.width / 2,
                                                  area.y + area.height / 2);
            VwPlotSpot corner = vw_plot_heatmap_hit (&layout, area.x, area.y);

            if (row < 0 && column < 0)
              continue;
            g_assert_cmpint (hit.row, ==, row);
            g_assert_cmpint (hit.column, ==, column);
            g_assert_cmpint (corner.row, ==, row);
            g_assert_cmpint (corner.column, ==, column);
          }
    }
}

static void
test_outside_hits_nothing (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };
  double points[][2] = { { 0, 0 }, { -5, 300 }, { 807, 300 }, { 300, 659 }, { 1e9, 1e9 } };

  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      VwPlotSpot spot = vw_plot_heatmap_hit (&layout, points[i][0], points[i][1]);

      g_assert_cmpint (spot.row, ==, -1);
      g_assert_cmpint (spot.column, ==, -1);
    }
}

static cairo_surface_t *
paint (const VwPlotHeatmap *model, const VwPlotHeatmapLayout *layout, const VwPlotStyle *style,
       const VwPlotHeatmapState *state)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, layout->width, layout->height);
  cairo_t *cr = cairo_create (surface);

  vw_plot_color_set (cr, style->palette.background);
  cairo_paint (cr);
  vw_plot_heatmap_paint (cr, model, layout, style, state);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A difference of 1 is the rounding of the drawing library. */
static void
assert_pixel (guint32 pixel, VwPlotColor color)
{
  guint32 wanted = pixel_of (color);

  for (guint shift = 0; shift < 32; shift += 8)
    g_assert_cmpint (ABS ((int) (pixel >> shift & 0xff) - (int) (wanted >> shift & 0xff)), <=, 1);
}

static void
test_cells_have_the_colour_of_their_share (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();

  for (guint theme = VW_PLOT_LIGHT; theme <= VW_PLOT_DARK; theme++)
    {
      VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
      VwPlotStyle style = sample_style (theme);
      g_auto (VwPlotHeatmapLayout) layout = { 0 };
      cairo_surface_t *surface;

      vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
      surface = paint (&model, &layout, &style, NULL);
      for (guint i = 0; i < 100; i++)
        {
          double x = layout.left + i % 10 * layout.cell + 1;
          double y = layout.top + i / 10 * layout.cell + 1;
          double part = notebook->confusion[i];
          double whole = vw_metrics_support (notebook, i / 10, VW_POPULATION_ALL);

          assert_pixel (pixel_at (surface, x, y),
                        vw_plot_map_color (VW_PLOT_MAP_BLUES, style.dark, part / whole));
          assert_pixel (pixel_at (surface, x + layout.cell - 2, y), style.palette.background);
        }
      cairo_surface_destroy (surface);
    }
}

static void
test_states_show (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotHeatmapState state = { { 0, 3 }, { 4, 9 }, FALSE };
  g_auto (VwPlotHeatmapLayout) layout = { 0 };
  cairo_surface_t *surface;
  cairo_rectangle_t hover, selected;

  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  hover = vw_plot_heatmap_area (&layout, state.hover);
  selected = vw_plot_heatmap_area (&layout, state.selected);
  surface = paint (&model, &layout, &style, &state);
  assert_pixel (pixel_at (surface, hover.x, hover.y + 9), style.palette.text);
  assert_pixel (pixel_at (surface, selected.x - 1, selected.y + 9), style.palette.accent);
  assert_pixel (pixel_at (surface, selected.x + .5, selected.y + 9), style.palette.background);
  cairo_surface_destroy (surface);
}

static void
test_figures_of_the_notebook (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };

  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_true (has_text (layout.texts, "1,065"));
  g_assert_true (has_text (layout.texts, "73.1\u202f%"));
  g_assert_true (has_text (layout.texts, "63.05\u202f%"));
  g_assert_true (has_text (layout.texts, "10,000"));
  g_assert_true (has_text (layout.texts, "29"));
  g_assert_true (has_text (layout.texts, "share of the true class"));
  g_assert_cmpuint (count_cut (layout.texts), ==, 0);
  model.population = VW_POPULATION_WITH_KEYPOINTS;
  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_true (has_text (layout.texts, "63.23\u202f%"));
  g_assert_true (has_text (layout.texts, "9,971"));
  model.population = VW_POPULATION_ALL;
  model.normalize = VW_PLOT_NORMALIZE_ALL; /* so that no cell says what the margins do */
  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_true (has_text (layout.texts, "93.8\u202f%")); /* recall of the 1, as in the report */
  g_assert_true (has_text (layout.texts, "78.5\u202f%")); /* its precision */
  g_assert_true (has_text (layout.texts, "10.7\u202f%")); /* its share of all images */
  g_assert_true (has_text (layout.texts, "29"));
}

static void
test_scale (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };

  model.range = VW_PLOT_RANGE_FITTED_OFF_DIAGONAL;
  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_cmpfloat_with_epsilon (layout.most, .15, 1e-9);
  g_assert_true (has_text (layout.texts, "≥ 15\u202f%"));
  model.hide_diagonal = TRUE;
  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_true (has_text (layout.texts, "15\u202f%"));
  g_assert_false (has_text (layout.texts, "1,065"));
  model.hide_diagonal = FALSE;
  model.normalize = VW_PLOT_NORMALIZE_NONE;
  model.range = VW_PLOT_RANGE_FITTED;
  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_cmpfloat (layout.least, ==, 0);
  g_assert_cmpfloat (layout.most, ==, 1500);
  g_assert_false (has_text (layout.texts, "10.7\u202f%"));
}

static void
test_difference (void)
{
  g_autoptr (VwMetrics) before = sample_notebook ();
  g_autoptr (VwMetrics) after = vw_metrics_copy (before);
  VwPlotHeatmap model = sample_heatmap (after, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_DARK);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };
  g_autofree char *said = NULL;

  after->confusion[9] += 14;
  after->without_keypoints[0] -= 14;
  model.baseline = before;
  model.normalize = VW_PLOT_NORMALIZE_NONE;
  model.range = VW_PLOT_RANGE_FITTED;
  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  g_assert_true (has_text (layout.texts, "+14"));
  g_assert_true (has_text (layout.texts, "\u221214"));
  g_assert_cmpfloat (layout.least, ==, -layout.most);
  g_assert_cmpfloat (layout.total_width, ==, 0);
  check_all_sizes (&model);
  said = vw_plot_heatmap_describe (&model, (VwPlotSpot) { 0, 10 });
  g_assert_cmpstr (said, ==, "truth 0, predicted no keypoints: 14, now 0 (\u221214)");
}

static void
test_what_a_screen_reader_hears (void)
{
  static const struct {
    VwPlotSpot spot;
    const char *said;
  } rows[] = {
    { { 4, 9 }, "truth 4, predicted 9: 61 of 982 (6.2\u202f%)" },
    { { 0, 10 }, "truth 0, no keypoints: 14 of 980 (1.4\u202f%)" },
    { { 1, -1 }, "truth 1: 1,065 of 1,135 right, recall 93.8\u202f%" },
    { { -1, 0 }, "predicted 0: 716 of 1,145 right, precision 62.5\u202f%" },
    { { -1, 10 }, "no keypoints: 29 of 10,000 (0.3\u202f%)" },
    { { -1, -1 }, NULL },
  };
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = vw_plot_heatmap_describe (&model, rows[i].spot);

      g_assert_cmpstr (said, ==, rows[i].said);
    }
}

static void
test_arrow_keys_stay_inside (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };
  VwPlotSpot spot;

  vw_plot_heatmap_layout (&model, 808, 660, &style, &layout);
  spot = vw_plot_heatmap_move (&layout, VW_PLOT_NOWHERE, 1, 0);
  g_assert_cmpint (spot.row, ==, 0);
  g_assert_cmpint (spot.column, ==, 0);
  spot = vw_plot_heatmap_move (&layout, spot, -1, 0);
  g_assert_cmpint (spot.column, ==, -1);
  spot = vw_plot_heatmap_move (&layout, spot, 0, -1); /* no corner between the headers */
  g_assert_cmpint (spot.row, ==, 0);
  for (guint i = 0; i < 30; i++)
    spot = vw_plot_heatmap_move (&layout, spot, 1, 1);
  g_assert_cmpint (spot.row, ==, 9);
  g_assert_cmpint (spot.column, ==, 10);
}

static void
test_normalize_names (void)
{
  VwPlotNormalize found;

  for (guint i = 0; i <= VW_PLOT_NORMALIZE_ALL; i++)
    {
      g_assert_true (vw_plot_normalize_find (vw_plot_normalize_name (i), &found));
      g_assert_cmpint (found, ==, i);
    }
  g_assert_false (vw_plot_normalize_find ("rows", &found));
}

static gpointer
paint_on_thread (gpointer data)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

  return paint (&model, data, &style, NULL);
}

/* One layout may be painted by several threads at once. */
static void
test_threads (void)
{
  g_autoptr (VwMetrics) notebook = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (notebook, FALSE);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };
  GThread *threads[4];
  cairo_surface_t *first;

  vw_plot_heatmap_layout (&model, 500, 400, &style, &layout);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paint", paint_on_thread, &layout);
  first = paint_on_thread (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      cairo_surface_t *other = g_thread_join (threads[i]);

      g_assert_cmpmem (cairo_image_surface_get_data (first), 500 * 400 * 4,
                       cairo_image_surface_get_data (other), 500 * 400 * 4);
      cairo_surface_destroy (other);
    }
  cairo_surface_destroy (first);
}

static void
test_no_images (void)
{
  g_autoptr (VwMetrics) nothing = vw_metrics_new (10);
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

  for (guint range = 0; range <= VW_PLOT_RANGE_FITTED_OFF_DIAGONAL; range++)
    for (guint normalize = 0; normalize <= VW_PLOT_NORMALIZE_ALL; normalize++)
      {
        VwPlotHeatmap model = sample_heatmap (nothing, FALSE);
        g_auto (VwPlotHeatmapLayout) layout = { 0 };

        model.range = range;
        model.normalize = normalize;
        vw_plot_heatmap_layout (&model, 700, 600, &style, &layout);
        check_texts (layout.texts, 700, 600, "empty");
        cairo_surface_destroy (paint (&model, &layout, &style, NULL));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  g_test_add_func ("/heatmap/fits", test_nothing_cut_or_covered);
  g_test_add_func ("/heatmap/fits-larger-texts", test_larger_texts_fit);
  g_test_add_func ("/heatmap/fits-large-counts", test_large_counts_and_many_classes);
  g_test_add_func ("/heatmap/fits-most-classes", test_most_classes_fit);
  g_test_add_func ("/heatmap/hit", test_centre_of_each_cell_hits_it);
  g_test_add_func ("/heatmap/hit-outside", test_outside_hits_nothing);
  g_test_add_func ("/heatmap/colours", test_cells_have_the_colour_of_their_share);
  g_test_add_func ("/heatmap/states", test_states_show);
  g_test_add_func ("/heatmap/notebook", test_figures_of_the_notebook);
  g_test_add_func ("/heatmap/scale", test_scale);
  g_test_add_func ("/heatmap/difference", test_difference);
  g_test_add_func ("/heatmap/describe", test_what_a_screen_reader_hears);
  g_test_add_func ("/heatmap/move", test_arrow_keys_stay_inside);
  g_test_add_func ("/heatmap/normalize-names", test_normalize_names);
  g_test_add_func ("/heatmap/threads", test_threads);
  g_test_add_func ("/heatmap/empty", test_no_images);
  return g_test_run ();
}

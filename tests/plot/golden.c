/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pictures compared with those in tests/data/golden. VW_GOLDEN_UPDATE=1 writes them anew: look
 * at them before committing. VW_GOLDEN_OUTPUT=DIR keeps what was drawn.
 *
 * Each is drawn FINE times as large and shrunk: cairo 1.16 puts each letter on a whole pixel and
 * 1.18 on a quarter of one, and only so they draw the same. Lines that miss the pixels show as before.
 */
#include "checks.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/presets.h"
#include "plot/comparison-figure.h"
#include "plot/digit-figure.h"
#include "plot/outcome.h"
#include "sample-lesson.h"
#include "samples.h"

#define FINE 8
#define MEAN_TOLERANCE 0.4 /* of 255 */
#define FAR 48
#define FAR_TOLERANCE 0.0002 /* of the pixels */

typedef void (*DrawFunc) (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                          double height);

typedef struct {
  const char *name;
  DrawFunc draw;
  VwPlotTheme theme;
  gboolean french;
  int width, height;
} Scene;

static void
draw_heatmap (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  g_autoptr (VwMetrics) metrics = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (metrics, french);
  VwPlotHeatmapState state = { { 2, 7 }, { 4, 9 }, TRUE };
  g_auto (VwPlotHeatmapLayout) layout = { 0 };

  vw_plot_heatmap_layout (&model, width, height, style, &layout);
  vw_plot_heatmap_paint (cr, &model, &layout, style, &state);
}

static void
draw_difference (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                 double height)
{
  g_autoptr (VwMetrics) before = sample_notebook ();
  g_autoptr (VwMetrics) after = sample_metrics (10, 900);
  VwPlotHeatmap model = sample_heatmap (after, french);
  g_auto (VwPlotHeatmapLayout) layout = { 0 };

  model.baseline = before;
  model.normalize = VW_PLOT_NORMALIZE_NONE;
  model.range = VW_PLOT_RANGE_FITTED_OFF_DIAGONAL;
  vw_plot_heatmap_layout (&model, width, height, style, &layout);
  vw_plot_heatmap_paint (cr, &model, &layout, style, NULL);
}

static void
draw_digit (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotDigit model = sample_digit (french);
  guint related[] = { 1 };
  VwPlotDigitState state = { 0, related, 1 };
  g_auto (VwPlotDigitLayout) layout = { 0 };

  vw_plot_digit_layout (&model, width, height, style, &layout);
  vw_plot_digit_paint (cr, &model, &layout, style, &state);
}

static const char *
keep (const char *text)
{
  return text;
}

/* On paper, as wide as the scene; no taller. */
static void
draw_on_paper (cairo_t *cr, VwPlotFigure *figure, double width, double height)
{
  VwPlotDrawing drawing = vw_plot_figure_get_drawing (figure);

  cairo_scale (cr, width / drawing.width, width / drawing.width);
  g_assert_cmpfloat (drawing.height * width / drawing.width, <=, height);
  drawing.paint (cr, drawing.data);
}

/* On paper the style is always the same. */
static void
draw_figure (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, NULL);
  VwParameters parameters = vw_preset_default ()->parameters;
  g_autoptr (VwInspection) seen = NULL;
  VwPlotDigitWords words;
  VwPlotDigitFigure content = { .choices = VW_PLOT_DIGIT_CHOICES_INIT,
                                .words = &words, .title = "Title", .subtitle = "Subtitle",
                                .caption = "Caption", .font_family = "Cantarell",
                                .width = VW_PLOT_FIGURE_WIDTH };
  g_autoptr (VwPlotFigure) figure = NULL;

  parameters.edge_threshold = 15;
  parameters.features = 60; /* so that border and quota take some */
  content.seen = seen = vw_inspection_new (dataset, VW_SPLIT_TEST, 0, &parameters, NULL, NULL);
  content.choices.pointed = 1;
  vw_plot_digit_words_init (&words, "en", keep);
  figure = vw_plot_digit_figure_new (&content);
  draw_on_paper (cr, figure, width, height);
}

static void
draw_comparison (cairo_t *cr, VwPlotComparisonContent what, double width, double height)
{
  VwModel model = { .class_names = (char **) sample_digits };
  g_autoptr (VwMetrics) before = sample_notebook ();
  g_autoptr (VwMetrics) after = sample_metrics (10, 900);
  VwComparison flips = { .n_classes = 10, .n_images = 10000, .counts = { 9000, 640, 310, 50 } };
  VwPlotComparison comparison
      = { &model, &model, before, after, &flips, .range = VW_PLOT_RANGE_FITTED_OFF_DIAGONAL,
          .score = VW_SCORE_RECALL };
  VwPlotComparisonWords words;
  VwPlotComparisonFigure content
      = { &comparison, what, &words, .caption = "Caption", .font_family = "Cantarell",
          .width = VW_PLOT_FIGURE_WIDTH };
  g_autoptr (VwPlotFigure) figure = NULL;

  vw_plot_comparison_words_init (&words, "en", keep);
  content.title = vw_plot_comparison_title (&comparison, what, &words);
  figure = vw_plot_comparison_figure_new (&content);
  draw_on_paper (cr, figure, width, height);
}

static void
draw_difference_figure (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                        double height)
{
  draw_comparison (cr, VW_PLOT_COMPARISON_DIFFERENCE, width, height);
}

static void
draw_score_figure (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                   double height)
{
  draw_comparison (cr, VW_PLOT_COMPARISON_SCORE, width, height);
}

/* A sweep of the edge threshold: better with every step, but one value has failed. */
static VwOutcome *
make_outcome (void)
{
  const VwParameterInfo *info = vw_parameter_find ("edge-threshold");
  VwParameters parameters = vw_preset_default ()->parameters;
  g_autoptr (GArray) values = vw_experiment_parse (info, "31:0:6", NULL);
  VwOutcome *outcome = vw_outcome_new (info, &parameters, "", values);

  for (guint i = 0; i < values->len; i++)
    {
      VwTrial trial = { .value = g_array_index (values, double, i), .train_total = 1000,
                        .train_descriptors = 17000 + 30000 * i };

      if (i == 1)
        trial.error = g_error_new_literal (VW_ERROR, VW_ERROR_TRAINING, "");
      else
        {
          trial.metrics = sample_metrics (10, 900);
          trial.metrics->confusion[0] += 1000 * i;
        }
      g_array_append_val (outcome->trials, trial);
    }
  return outcome;
}

static void
draw_outcome (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  g_autoptr (VwOutcome) outcome = make_outcome ();
  VwPlotOutcomeWords words;
  VwPlotOutcomeFigure content
      = { .outcome = outcome, .words = &words, .caption = "Caption", .font_family = "Cantarell",
          .width = VW_PLOT_FIGURE_WIDTH };
  g_autofree char *title = NULL;
  g_autoptr (VwPlotFigure) figure = NULL;

  vw_plot_outcome_words_init (&words, outcome->info, "en", keep);
  content.title = title = vw_plot_outcome_words_title (&words, outcome);
  figure = vw_plot_outcome_figure_new (&content);
  draw_on_paper (cr, figure, width, height);
}

static void
draw_layers (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotDigit model = sample_digit (french);
  VwPlotDigitState state = { 3, NULL, 0, sample_pairs (), 9 };
  g_auto (VwPlotDigitLayout) layout = { 0 };

  model.layers = VW_PLOT_LAYERS_ALL;
  model.focus = 2;
  vw_plot_digit_layout (&model, width, height, style, &layout);
  vw_plot_digit_paint (cr, &model, &layout, style, &state);
}

static void
draw_level (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotDigit model = sample_level ();
  VwPlotDigitState state = { 4, NULL, 0, sample_pairs (), -1 };
  g_auto (VwPlotDigitLayout) layout = { 0 };

  model.layers = VW_PLOT_LAYERS_ALL;
  vw_plot_digit_layout (&model, width, height, style, &layout);
  vw_plot_digit_paint (cr, &model, &layout, style, &state);
}

/* The bits of a descriptor and the pairs of pixels that made them, large and small. */
static void
draw_descriptor (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                 double height)
{
  VwPlotBits bits = { sample_descriptor () };
  VwPlotPairs pairs = { .pairs = sample_pairs (), .x = width - height / 2, .y = height / 2,
                        .pixel = height / 31, .upright = TRUE, .lit = 37 };
  VwPlotBitsLayout layout;

  vw_plot_bits_layout (width - height, height, style, &layout);
  vw_plot_bits_paint (cr, &bits, &layout, style, 37);
  vw_plot_pairs_paint (cr, &pairs, style);
}

static void
draw_funnel (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotFunnel model = sample_funnel (french, FALSE);
  g_auto (VwPlotFunnelLayout) layout = { 0 };

  vw_plot_funnel_layout (&model, width, height, style, &layout);
  vw_plot_funnel_paint (cr, &model, &layout, style, 1);
}

static void
draw_words (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotWords model = sample_words (french, 14);
  g_auto (VwPlotWordsLayout) layout = { 0 };

  vw_plot_words_layout (&model, width, height, style, &layout);
  vw_plot_words_paint (cr, &model, &layout, style, 5);
}

static void
draw_scores (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotScores model = sample_scores (french);
  g_auto (VwPlotScoresLayout) layout = { 0 };

  vw_plot_scores_layout (&model, width, height, style, &layout);
  vw_plot_scores_paint (cr, &model, &layout, style, -1);
}

static void
draw_distribution (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                   double height)
{
  VwPlotDistribution model = sample_distribution (french, 253);
  g_auto (VwPlotDistributionLayout) layout = { 0 };

  vw_plot_distribution_layout (&model, width, height, style, &layout);
  vw_plot_distribution_paint (cr, &model, &layout, style, -1);
}

static void
draw_strips (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotStrips model = sample_strips (french);
  g_auto (VwPlotStripsLayout) layout = { 0 };

  vw_plot_strips_layout (&model, width, height, style, &layout);
  vw_plot_strips_paint (cr, &model, &layout, style);
}

static void
draw_dumbbells (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                double height)
{
  VwPlotDumbbells model = sample_dumbbells (french);
  g_auto (VwPlotDumbbellsLayout) layout = { 0 };

  vw_plot_dumbbells_layout (&model, width, height, style, &layout);
  vw_plot_dumbbells_paint (cr, &model, &layout, style, 3);
}

/* Bars too thin for patches: one is pointed at. */
static void
draw_many_words (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                 double height)
{
  VwPlotWords model = sample_words (french, SAMPLE_MOST_WORDS);
  g_auto (VwPlotWordsLayout) layout = { 0 };

  vw_plot_words_layout (&model, width, height, style, &layout);
  vw_plot_words_paint (cr, &model, &layout, style, 95);
}

static void
draw_profile (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotProfile model = sample_profile (french);
  g_auto (VwPlotProfileLayout) layout = { 0 };

  vw_plot_profile_layout (&model, width, height, style, &layout);
  vw_plot_profile_paint (cr, &model, &layout, style, 5);
}

static void
draw_patches (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotPatches model = sample_patches (21);
  g_auto (VwPlotPatchesLayout) layout = { 0 };

  vw_plot_patches_layout (&model, width, style, &layout);
  vw_plot_patches_paint (cr, &model, &layout, style);
}

static void
draw_curve (cairo_t *cr, const VwPlotStyle *style, const VwPlotCurve *model, double width,
            double height)
{
  g_auto (VwPlotCurveLayout) layout = { 0 };

  vw_plot_curve_layout (model, width, height, style, &layout);
  vw_plot_curve_paint (cr, model, &layout, style, 3);
}

static void
draw_sweep (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotCurve model = sample_sweep (french);

  draw_curve (cr, style, &model, width, height);
}

static void
draw_seeds (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotCurve model = sample_seeds (french);

  draw_curve (cr, style, &model, width, height);
}

static void
draw_choices (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotCurve model = sample_choices (french);

  draw_curve (cr, style, &model, width, height);
}

static const Scene scenes[] = {
  { "heatmap", draw_heatmap, VW_PLOT_LIGHT, FALSE, 700, 560 },
  { "heatmap-dark-fr", draw_heatmap, VW_PLOT_DARK, TRUE, 560, 470 },
  { "heatmap-small", draw_heatmap, VW_PLOT_HIGH_CONTRAST, TRUE, 200, 200 },
  { "difference-dark", draw_difference, VW_PLOT_DARK, FALSE, 420, 380 },
  { "digit", draw_digit, VW_PLOT_LIGHT, FALSE, 440, 440 },
  { "digit-dark", draw_digit, VW_PLOT_DARK, FALSE, 240, 240 },
  { "figure", draw_figure, VW_PLOT_LIGHT, FALSE, 480, 380 },
  { "figure-difference", draw_difference_figure, VW_PLOT_LIGHT, FALSE, 560, 560 },
  { "figure-scores", draw_score_figure, VW_PLOT_LIGHT, FALSE, 480, 360 },
  { "figure-sweep", draw_outcome, VW_PLOT_LIGHT, FALSE, 480, 400 },
  { "layers", draw_layers, VW_PLOT_LIGHT, FALSE, 560, 560 },
  { "layers-dark", draw_layers, VW_PLOT_DARK, FALSE, 320, 320 },
  { "level", draw_level, VW_PLOT_LIGHT, FALSE, 480, 480 },
  { "level-dark", draw_level, VW_PLOT_HIGH_CONTRAST_DARK, FALSE, 320, 320 },
  { "descriptor", draw_descriptor, VW_PLOT_LIGHT, FALSE, 400, 200 },
  { "descriptor-dark", draw_descriptor, VW_PLOT_DARK, FALSE, 160, 80 },
  { "funnel", draw_funnel, VW_PLOT_LIGHT, FALSE, 304, 180 },
  { "words-dark", draw_words, VW_PLOT_DARK, FALSE, 515, 156 },
  { "scores-fr", draw_scores, VW_PLOT_LIGHT, TRUE, 140, 160 },
  { "distribution", draw_distribution, VW_PLOT_LIGHT, FALSE, 304, 84 },
  { "strips-dark-fr", draw_strips, VW_PLOT_DARK, TRUE, 640, 126 },
  { "words-many", draw_many_words, VW_PLOT_LIGHT, FALSE, 515, 156 },
  { "profile", draw_profile, VW_PLOT_LIGHT, FALSE, 362, 250 },
  { "profile-dark-fr", draw_profile, VW_PLOT_DARK, TRUE, 260, 230 },
  { "profile-contrast", draw_profile, VW_PLOT_HIGH_CONTRAST, FALSE, 362, 250 },
  { "patches-dark", draw_patches, VW_PLOT_DARK, FALSE, 400, 220 },
  { "sweep", draw_sweep, VW_PLOT_LIGHT, FALSE, 520, 320 },
  { "seeds-dark-fr", draw_seeds, VW_PLOT_DARK, TRUE, 360, 180 },
  { "choices-fr", draw_choices, VW_PLOT_LIGHT, TRUE, 620, 300 },
  { "dumbbells", draw_dumbbells, VW_PLOT_HIGH_CONTRAST_DARK, FALSE, 420, 200 },
  { "levels", draw_levels, VW_PLOT_LIGHT, FALSE, 548, 430 },
  { "pixel-grid-dark", draw_pixel_grid, VW_PLOT_DARK, FALSE, 360, 360 },
  { "rows-fr", draw_rows, VW_PLOT_LIGHT, TRUE, 420, 420 },
  { "direction", draw_direction, VW_PLOT_LIGHT, FALSE, 300, 300 },
  { "word-pairs-fr", draw_word_pairs, VW_PLOT_LIGHT, TRUE, 548, 210 },
  { "overlay", draw_overlay, VW_PLOT_LIGHT, FALSE, 440, 440 },
};

/* The mean of FINE by FINE pixels, from @first to the right and down; @stride in pixels. */
static guint32
mean_pixel (const guint32 *first, int stride)
{
  guint sums[3] = { FINE * FINE / 2, FINE * FINE / 2, FINE * FINE / 2 }; /* rounds */

  for (int y = 0; y < FINE; y++)
    for (int x = 0; x < FINE; x++)
      for (int channel = 0; channel < 3; channel++)
        sums[channel] += first[y * stride + x] >> 8 * channel & 0xff;
  for (int channel = 0; channel < 3; channel++)
    sums[channel] /= FINE * FINE;
  return sums[2] << 16 | sums[1] << 8 | sums[0];
}

static cairo_surface_t *
shrink (cairo_surface_t *large)
{
  int width = cairo_image_surface_get_width (large) / FINE;
  int height = cairo_image_surface_get_height (large) / FINE;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  const guint32 *from = (void *) cairo_image_surface_get_data (large);
  guint32 *to = (void *) cairo_image_surface_get_data (small);
  int from_stride = cairo_image_surface_get_stride (large) / 4;
  int to_stride = cairo_image_surface_get_stride (small) / 4;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      to[y * to_stride + x] = mean_pixel (from + FINE * (y * from_stride + x), from_stride);
  cairo_surface_mark_dirty (small);
  return small;
}

static cairo_surface_t *
draw_scene (const Scene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, FINE * scene->width,
                                                         FINE * scene->height);
  cairo_t *cr = cairo_create (surface);
  VwPlotStyle style = sample_style (scene->theme);
  cairo_surface_t *drawn;

  cairo_scale (cr, FINE, FINE);
  vw_plot_color_set (cr, style.palette.background);
  cairo_paint (cr);
  scene->draw (cr, &style, scene->french, scene->width, scene->height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  drawn = shrink (surface);
  cairo_surface_destroy (surface);
  return drawn;
}

static void
write_png (cairo_surface_t *surface, const char *path)
{
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

/* Mean difference of the channels, and the share of channels that are far off. */
static void
compare (cairo_surface_t *a, cairo_surface_t *b, const Scene *scene)
{
  double sum = 0, far = 0, n = 3.0 * scene->width * scene->height;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, scene->width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, scene->height);
  for (int y = 0; y < scene->height; y++)
    for (int x = 0; x < scene->width; x++)
      for (guint shift = 0; shift < 24; shift += 8)
        {
          int difference = ABS ((int) (pixel_at (a, x, y) >> shift & 0xff)
                                - (int) (pixel_at (b, x, y) >> shift & 0xff));

          sum += difference;
          far += difference > FAR;
        }
  g_test_message ("mean difference %g, far off %g", sum / n, far / n);
  g_assert_cmpfloat (sum / n, <=, MEAN_TOLERANCE);
  g_assert_cmpfloat (far / n, <=, FAR_TOLERANCE);
}

static void
test_scene (gconstpointer data)
{
  const Scene *scene = data;
  cairo_surface_t *drawn = draw_scene (scene);
  g_autofree char *name = g_strconcat (scene->name, ".png", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("VW_TEST_DATA"), "golden", name, NULL);
  const char *output = g_getenv ("VW_GOLDEN_OUTPUT");
  cairo_surface_t *golden;

  if (output != NULL)
    {
      g_autofree char *kept = g_build_filename (output, name, NULL);

      write_png (drawn, kept);
    }
  if (g_getenv ("VW_GOLDEN_UPDATE") != NULL)
    write_png (drawn, path);
  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  compare (drawn, golden, scene);
  cairo_surface_destroy (golden);
  cairo_surface_destroy (drawn);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", scenes[i].name, NULL);

      g_test_add_data_func (path, &scenes[i], test_scene);
    }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of one digit, on paper: whole at any width and in wordier languages. */
#include "checks.h"
#include "core/error.h"
#include "core/presets.h"
#include "core/trainer.h"
#include "plot/comparison-figure.h"
#include "plot/digit-figure.h"
#include "plot/legend.h"
#include "plot/outcome.h"
#include "samples.h"

#include <string.h>

typedef struct {
  VwDataset *dataset;
  VwModel *model;
} Fixture;

/* Texts of other languages are longer. */
static const char *
translate_wordily (const char *text)
{
  g_autofree char *longer = g_strconcat (text, " – avec bien plus de mots", NULL);

  return g_intern_string (longer);
}

static const char *
translate_nothing (const char *text)
{
  return text;
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training = { .parameters = vw_preset_default ()->parameters };
  GError *error = NULL;

  fixture->dataset = vw_dataset_load ("sample", NULL, &error);
  g_assert_no_error (error);
  training.dataset = fixture->dataset;
  training.parameters.words = 40;
  training.parameters.max_train = 300;
  training.parameters.max_test = 50;
  fixture->model = vw_trainer_run (trainer, &training, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture)
{
  vw_model_unref (fixture->model);
  vw_dataset_unref (fixture->dataset);
}

static VwInspection *
inspect (const Fixture *fixture, guint index, int edge_threshold)
{
  VwParameters settings = fixture->model->parameters;
  GError *error = NULL;
  VwInspection *seen;

  settings.edge_threshold = edge_threshold;
  seen = vw_inspection_new (fixture->dataset, VW_SPLIT_TEST, index, &settings, fixture->model,
                            &error);
  g_assert_no_error (error);
  return seen;
}

/* Returns: the drawing's ink, wherever it is. */
static cairo_rectangle_t
find_ink (const VwPlotDrawing *drawing)
{
  cairo_surface_t *surface
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  drawing->paint (cr, drawing->data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  return ink;
}

static void
check_drawing (const VwPlotFigure *figure, guint content, double width)
{
  VwPlotDrawing drawing = vw_plot_figure_get_drawing (figure);
  const VwPlotTexts *texts = vw_plot_figure_get_texts (figure);
  cairo_rectangle_t ink = find_ink (&drawing);

  g_test_message ("content %u, %g × %g: ink at %g, %g, %g × %g", content, drawing.width,
                  drawing.height, ink.x, ink.y, ink.width, ink.height);
  g_assert_cmpfloat (drawing.width, ==, width);
  check_texts (texts, drawing.width, drawing.height, "figure");
  g_assert_cmpuint (count_cut (texts), ==, 0);
  g_assert_cmpfloat (ink.x, >=, 0);
  g_assert_cmpfloat (ink.y, >=, 0);
  g_assert_cmpfloat (ink.x + ink.width, <=, drawing.width);
  g_assert_cmpfloat (ink.y + ink.height, <=, drawing.height);
}

static void
check_figure (const VwPlotDigitFigure *content)
{
  g_autoptr (VwPlotFigure) figure = vw_plot_digit_figure_new (content);

  check_drawing (figure, content->content, content->width);
}

static void
check_all_widths (const VwInspection *seen, VwPlotTranslate translate)
{
  VwPlotDigitWords words;
  VwPlotDigitFigure content = { .seen = seen, .choices = VW_PLOT_DIGIT_CHOICES_INIT,
                                .words = &words, .subtitle = "Warum es so ist, in einem Satz.",
                                .font_family = "Cantarell" };

  content.choices.pointed = vw_inspection_strongest (seen, -1);
  vw_plot_digit_words_init (&words, "fr", translate);
  for (guint i = 0; i < VW_PLOT_N_DIGIT_CONTENTS; i++)
    for (double millimetres = 85; millimetres <= 170; millimetres += 17)
      {
        g_autofree char *title = vw_plot_digit_words_title (&words, seen, i);
        g_autofree char *caption = vw_plot_digit_words_made_from (&words, seen, i);

        content.content = i;
        content.title = title;
        content.caption = caption;
        content.width = vw_plot_figure_width_for (millimetres);
        check_figure (&content);
      }
}

/* 31 as in the notebook; with 4 all levels have keypoints; with 100 there are none at all. */
static void
test_nothing_cut (gconstpointer data)
{
  static const int edge_thresholds[] = { 31, 4, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (edge_thresholds); i++)
    {
      g_autoptr (VwInspection) seen = inspect (data, 2 + i, edge_thresholds[i]);

      g_assert_cmpint (seen->frame.n_keypoints > 0, ==, edge_thresholds[i] < 100);
      check_all_widths (seen, translate_nothing);
      check_all_widths (seen, translate_wordily);
    }
}

/* An experiment under way: a value that failed, and others still to come. */
static VwOutcome *
new_outcome (const Fixture *fixture, const char *parameter, const char *values)
{
  const VwParameterInfo *info = vw_parameter_find (parameter);
  g_autoptr (GArray) list = vw_experiment_parse (info, values, NULL);
  VwOutcome *outcome = vw_outcome_new (info, &fixture->model->parameters,
                                       fixture->model->data_sha256, list);

  for (guint i = 0; i + 1 < list->len; i++)
    {
      VwTrial trial = { .value = g_array_index (list, double, i), .train_total = 300,
                        .train_descriptors = 3000 + 100 * i };

      if (i == 1)
        trial.error = g_error_new_literal (VW_ERROR, VW_ERROR_TRAINING, "none");
      else
        trial.metrics = vw_metrics_copy (fixture->model->metrics);
      g_array_append_val (outcome->trials, trial);
    }
  return outcome;
}

static void
check_outcome (const VwOutcome *outcome, VwPlotTranslate translate)
{
  VwPlotOutcomeWords words;
  g_autofree char *title = NULL, *caption = NULL;
  VwPlotOutcomeFigure content = { .outcome = outcome, .words = &words,
                                  .font_family = "Cantarell" };

  vw_plot_outcome_words_init (&words, outcome->info, "fr", translate);
  content.title = title = vw_plot_outcome_words_title (&words, outcome);
  content.caption = caption = vw_plot_outcome_words_made_from (&words, outcome);
  for (double millimetres = 85; millimetres <= 170; millimetres += 17)
    {
      g_autoptr (VwPlotFigure) figure = NULL;

      content.width = vw_plot_figure_width_for (millimetres);
      figure = vw_plot_outcome_figure_new (&content);
      check_drawing (figure, 0, content.width);
    }
}

static void
test_experiments (gconstpointer data)
{
  static const char *const experiments[][2]
      = { { "edge-threshold", "0:31" }, { "words", "100:20000:1990" }, { "svm-c", "0.5:4:0.5" },
          { "svm-c", "0.0001,0.01,0.1,1,30,10000" }, { "words", "25,50,100,200,400" },
          { "interpolation", "nearest,linear,cubic,area" }, { "seed", "42:46" } };

  for (guint i = 0; i < G_N_ELEMENTS (experiments); i++)
    {
      g_autoptr (VwOutcome) outcome = new_outcome (data, experiments[i][0], experiments[i][1]);

      check_outcome (outcome, translate_nothing);
      check_outcome (outcome, translate_wordily);
    }
}

/* Values that grow by factors stand equally far apart; those that grow by amounts do so already. */
static void
test_scale_of_values (gconstpointer data)
{
  static const struct
  {
    const char *parameter, *values;
    gboolean ratios;
  } experiments[] = {
    { "svm-c", "0.01,0.1,1,10,100", TRUE }, { "svm-c", "100,0.01,1", TRUE },
    { "words", "50,100,200,400,800", TRUE }, { "words", "100,200,300,400", FALSE },
    { "edge-threshold", "20,31,64", FALSE }, { "edge-threshold", "0,1,10,100", FALSE },
    { "svm-c", "0.01,100", FALSE },          { "svm-c", "1,1,100", FALSE },
    { "seed", "1,10,100,1000", FALSE },      { "interpolation", "linear,cubic,area", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (experiments); i++)
    {
      g_autoptr (VwOutcome) outcome
          = new_outcome (data, experiments[i].parameter, experiments[i].values);

      g_assert_cmpint (vw_outcome_has_ratios (outcome), ==, experiments[i].ratios);
    }
}

static void
test_text_has_one_size_on_paper (void)
{
  g_assert_cmpfloat (vw_plot_figure_width_for (170), ==, VW_PLOT_FIGURE_WIDTH);
  g_assert_cmpfloat (vw_plot_figure_width_for (85), ==, VW_PLOT_FIGURE_NARROW_WIDTH);
  g_assert_cmpfloat_with_epsilon (vw_plot_figure_width_for (127.5), 540, 1e-9);
  g_assert_cmpfloat (vw_plot_figure_width_for (400), ==, VW_PLOT_FIGURE_WIDTH);
  g_assert_cmpfloat (vw_plot_figure_width_for (40), ==, VW_PLOT_FIGURE_NARROW_WIDTH);
}

/* A layer that is switched off is neither drawn nor explained: the figure has less ink on it. */
static void
test_layers_as_chosen (gconstpointer data)
{
  g_autoptr (VwInspection) seen = inspect (data, 0, 31);
  VwPlotDigitWords words;
  VwPlotDigitFigure content = { .seen = seen, .choices = VW_PLOT_DIGIT_CHOICES_INIT,
                                .words = &words, .font_family = "Cantarell", .width = 360 };
  double height = G_MAXDOUBLE;

  vw_plot_digit_words_init (&words, "en", translate_nothing);
  for (guint layer = VW_PLOT_LAYER_KEPT; layer <= VW_PLOT_LAYER_DROPPED; layer <<= 1)
    {
      g_autoptr (VwPlotFigure) figure = vw_plot_digit_figure_new (&content);

      g_assert_cmpfloat (vw_plot_figure_get_drawing (figure).height, <, height);
      height = vw_plot_figure_get_drawing (figure).height;
      content.choices.layers &= ~layer;
    }
}

static void
test_caption_says_what_had_a_say (gconstpointer data)
{
  g_autoptr (VwInspection) seen = inspect (data, 7, 31);
  VwPlotDigitWords words;
  g_autofree char *of_keypoints = NULL, *of_words = NULL;

  vw_plot_digit_words_init (&words, "en", translate_nothing);
  of_keypoints = vw_plot_digit_words_made_from (&words, seen, VW_PLOT_DIGIT_KEYPOINTS);
  of_words = vw_plot_digit_words_made_from (&words, seen, VW_PLOT_DIGIT_WORDS);
  g_assert_nonnull (strstr (of_keypoints, "test\u00a0image\u00a07"));
  g_assert_nonnull (strstr (of_keypoints, "Edge\u00a0threshold\u00a031\u00a0px"));
  g_assert_nonnull (strstr (of_keypoints, "SHA-256"));
  g_assert_null (strstr (of_keypoints, "Seed"));
  g_assert_nonnull (strstr (of_words, "Seed\u00a042"));
}

/* Two sets of made-up predictions for the data's own labels. */
static VwComparison *
flip (const VwDataset *dataset)
{
  gint16 before[50], after[50];

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      before[i] = (gint16) (i % 10);
      after[i] = (gint16) (i % 7) - 1;
    }
  return vw_comparison_new (&(VwPredictionPair){
      10, G_N_ELEMENTS (before), vw_dataset_get_labels (dataset, VW_SPLIT_TEST), before, after });
}

static void
check_comparison (const VwPlotComparison *comparison, VwPlotTranslate translate)
{
  VwPlotComparisonWords words;
  g_autofree char *caption = NULL;

  vw_plot_comparison_words_init (&words, "fr", translate);
  caption = vw_plot_comparison_made_from (comparison, &words);
  for (guint i = 0; i <= VW_PLOT_COMPARISON_SCORE; i++)
    for (double millimetres = 85; millimetres <= 170; millimetres += 17)
      {
        VwPlotComparisonFigure content = {
          comparison, i, &words, .title = vw_plot_comparison_title (comparison, i, &words),
          .caption = caption, .font_family = "Cantarell",
          .width = vw_plot_figure_width_for (millimetres)
        };
        g_autoptr (VwPlotFigure) figure = vw_plot_comparison_figure_new (&content);

        check_drawing (figure, i, content.width);
      }
}

static void
test_comparison_is_not_cut (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (VwMetrics) before = sample_notebook ();
  g_autoptr (VwMetrics) after = sample_metrics (10, 900);
  g_autoptr (VwComparison) flips = flip (fixture->dataset);
  VwPlotComparison comparison = { fixture->model, fixture->model, before, after, flips };

  check_comparison (&comparison, translate_nothing);
  check_comparison (&comparison, translate_wordily);
  comparison.flips = NULL;
  comparison.normalize = VW_PLOT_NORMALIZE_TRUE;
  check_comparison (&comparison, translate_nothing);
}

static void
test_comparison_in_words (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (VwComparison) flips = flip (fixture->dataset);
  g_autofree char *p = NULL, *verdict = NULL, *count = NULL;
  VwPlotComparisonWords words;

  vw_plot_comparison_words_init (&words, "en", translate_nothing);
  flips->counts[VW_FLIP_FIXED] = 10;
  flips->counts[VW_FLIP_BROKEN] = 2; /* scipy.stats.binomtest (2, 12): 0.0386 */
  p = vw_plot_comparison_words_p (&words, flips);
  verdict = vw_plot_comparison_words_verdict (&words, flips);
  count = vw_plot_comparison_words_flips (&words, flips);
  g_assert_cmpstr (p, ==, "p\u00a0=\u00a00.039");
  g_assert_cmpstr (verdict, ==, "unlikely to be chance (p\u00a0=\u00a00.039)");
  g_assert_cmpstr (count, ==, "10 now right, 2 now wrong");
  flips->counts[VW_FLIP_BROKEN] = 3; /* 0.0923 */
  g_free (verdict);
  verdict = vw_plot_comparison_words_verdict (&words, flips);
  g_assert_cmpstr (verdict, ==, "may be chance (p\u00a0=\u00a00.092)");
  flips->counts[VW_FLIP_FIXED] = 1234;
  g_free (p);
  p = vw_plot_comparison_words_p (&words, flips);
  g_assert_cmpstr (p, ==, "p\u00a0<\u00a00.001");
}

static void
test_legend_lines_up (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

  for (double width = 90; width < 700; width += 40)
    {
      g_autoptr (VwPlotLegend) legend = vw_plot_legend_new (&style);
      const VwPlotTexts *texts;
      double height;

      vw_plot_legend_add (legend, VW_PLOT_LAYER_KEPT, 0, "Keypoint, level of 96 px");
      vw_plot_legend_add (legend, VW_PLOT_LAYER_KEPT, 1, "Level of 80 px");
      vw_plot_legend_add (legend, VW_PLOT_LAYER_PATCH, 0, "Marked keypoint and its patch");
      height = vw_plot_legend_layout (legend, width, 0);
      texts = vw_plot_legend_get_texts (legend);
      check_texts (texts, width, height, "legend");
      g_assert_cmpuint (vw_plot_texts_get_n (texts), >=, 3);
      g_assert_cmpuint (count_cut (texts), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  Fixture fixture;
  int status;

  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  set_up (&fixture);
  g_test_add_func ("/figures/size", test_text_has_one_size_on_paper);
  g_test_add_data_func ("/figures/nothing-cut", &fixture, test_nothing_cut);
  g_test_add_data_func ("/figures/experiments", &fixture, test_experiments);
  g_test_add_data_func ("/figures/scale-of-values", &fixture, test_scale_of_values);
  g_test_add_data_func ("/figures/layers", &fixture, test_layers_as_chosen);
  g_test_add_data_func ("/figures/caption", &fixture, test_caption_says_what_had_a_say);
  g_test_add_data_func ("/figures/comparison", &fixture, test_comparison_is_not_cut);
  g_test_add_data_func ("/figures/comparison-words", &fixture, test_comparison_in_words);
  g_test_add_func ("/figures/legend", test_legend_lines_up);
  status = g_test_run ();
  tear_down (&fixture);
  return status;
}

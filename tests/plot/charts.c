/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks.h"
#include "samples.h"

#include <math.h>
#include <string.h>

static const double widths[] = { 200, 268, 304, 436, 515, 828, 1500, 4000 };
static const double heights[] = { 0, 200, 260, 470, 1200 };
static const double scales[] = { 1, 1.25, 1.5, 2 };

/* Lays a chart out and checks its texts; @clothes for long names of classes. */
typedef void (*CheckFunc) (double width, double height, const VwPlotStyle *style, gboolean french,
                           gboolean clothes);

#define CHECK(Kind, kind, chart, high) \
  G_STMT_START \
  { \
    g_auto (VwPlot##Kind##Layout) laid_out = { 0 }; \
    vw_plot_##kind##_layout (&chart, width, high, style, &laid_out); \
    check_texts (laid_out.texts, width, laid_out.height, #kind); \
    g_assert_cmpfloat (laid_out.width, ==, width); \
  } \
  G_STMT_END

static void
check_funnel (double width, double height, const VwPlotStyle *style, gboolean french,
              gboolean clothes)
{
  VwPlotFunnel model = sample_funnel (french, clothes);

  if (width >= 200 * style->text_scale)
    CHECK (Funnel, funnel, model, 0.0);
}

static void
check_words (double width, double height, const VwPlotStyle *style, gboolean french,
             gboolean clothes)
{
  static const guint counts[] = { 0, 1, 14, 30, 99 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      VwPlotWords model = sample_words (french, counts[i]);

      CHECK (Words, words, model, MAX (height, 150));
    }
}

static void
check_scores (double width, double height, const VwPlotStyle *style, gboolean french,
              gboolean clothes)
{
  VwPlotScores model = sample_scores (french);

  if (clothes)
    model.classes = sample_clothes;
  CHECK (Scores, scores, model, height);
}

static void
check_distribution (double width, double height, const VwPlotStyle *style, gboolean french,
                    gboolean clothes)
{
  static const double values[] = { 16, 60, 1253, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      VwPlotDistribution model = sample_distribution (french, values[i]);

      if (clothes)
        model.classes = sample_clothes;
      model.marked = i == 2 ? 9 : 5;
      CHECK (Distribution, distribution, model, MAX (height, 84));
    }
}

static void
check_strips (double width, double height, const VwPlotStyle *style, gboolean french,
              gboolean clothes)
{
  VwPlotStrips model = sample_strips (french);

  CHECK (Strips, strips, model, MAX (height, 100));
}

static void
check_dumbbells (double width, double height, const VwPlotStyle *style, gboolean french,
                 gboolean clothes)
{
  VwPlotDumbbells model = sample_dumbbells (french);

  if (clothes)
    model.classes = sample_clothes;
  CHECK (Dumbbells, dumbbells, model, height);
}

static void
check_profile (double width, double height, const VwPlotStyle *style, gboolean french,
               gboolean clothes)
{
  VwPlotProfile model = sample_profile (french);

  if (clothes)
    model.classes = sample_clothes;
  if (width >= 220 * style->text_scale)
    CHECK (Profile, profile, model, height);
}

static void
check_patches (double width, double height, const VwPlotStyle *style, gboolean french,
               gboolean clothes)
{
  static const guint counts[] = { 0, 1, 8, 9, SAMPLE_MOST_TILES };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      VwPlotPatches model = sample_patches (counts[i]);
      g_auto (VwPlotPatchesLayout) layout = { 0 };

      vw_plot_patches_layout (&model, width, style, &layout);
      check_texts (layout.texts, width, layout.height, "patches");
    }
}

static void
check_digit (double width, double height, const VwPlotStyle *style, gboolean french,
             gboolean clothes)
{
  VwPlotDigit model = sample_digit (french);

  CHECK (Digit, digit, model, MAX (height, 200));
  model.edge_threshold = 4;
  CHECK (Digit, digit, model, MAX (height, 200));
  model.view.zoom = 3;
  CHECK (Digit, digit, model, MAX (height, 200));
}

static void
test_fits (gconstpointer data)
{
  CheckFunc check = *(const CheckFunc *) data;
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heights); j++)
      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        for (guint variant = 0; variant < 4; variant++)
          {
            style.text_scale = scales[k];
            check (widths[i], heights[j], &style, variant & 1, variant >> 1);
          }
}

static void
test_funnel_rows (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotFunnel model = sample_funnel (FALSE, FALSE);
  VwPlotFunnel binding = sample_funnel (FALSE, TRUE);
  g_auto (VwPlotFunnelLayout) layout = { 0 };

  vw_plot_funnel_layout (&model, 304, 0, &style, &layout);
  for (guint i = 0; i < model.n_levels; i++)
    g_assert_cmpint (vw_plot_funnel_hit (&layout, 99, layout.top + (i + .5) * layout.row_height),
                     ==, i);
  g_assert_cmpint (vw_plot_funnel_hit (&layout, 99, layout.top - 1), ==, -1);
  g_assert_cmpint (vw_plot_funnel_hit (&layout, 99, layout.rule_y + 3), ==, -1);
  g_assert_true (has_text (layout.texts, "1,554"));
  g_assert_true (has_text (layout.texts, "254"));
  g_assert_true (has_text (layout.texts, "16"));
  g_assert_false (has_text (layout.texts, "inside the border"));
  vw_plot_funnel_layout (&binding, 404, 0, &style, &layout);
  g_assert_true (has_text (layout.texts, "inside the border"));
  g_assert_true (has_text (layout.texts, "446"));
}

static void
test_words_columns (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  g_auto (VwPlotWordsLayout) layout = { 0 };

  for (guint n = 1; n <= SAMPLE_MOST_WORDS; n += 7)
    {
      VwPlotWords model = sample_words (FALSE, n);

      vw_plot_words_layout (&model, 515, 156, &style, &layout);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (vw_plot_words_hit (&layout, layout.left + (i + .5) * layout.slot, 80), ==,
                         i);
      g_assert_cmpint (vw_plot_words_hit (&layout, layout.left - 1, 80), ==, -1);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat (layout.base - model.words[i].value * layout.scale, >=, layout.top - 1);
    }
}

static void
test_scores_share_one_scale (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotScores model = sample_scores (TRUE);
  g_auto (VwPlotScoresLayout) layout = { 0 };

  vw_plot_scores_layout (&model, 150, 0, &style, &layout);
  for (guint i = 0; i < 10; i++)
    {
      double end = layout.zero + model.scores[i] * layout.scale;

      g_assert_cmpfloat (end, >=, 0);
      g_assert_cmpfloat (end, <=, 150);
      g_assert_cmpint (vw_plot_scores_hit (&layout, 70, (i + .5) * layout.row_height), ==, i);
    }
  g_assert_true (has_text (layout.texts, "\u22122,1"));
  g_assert_true (has_text (layout.texts, "+0,4"));
}

static void
test_unknown_class_leaves_the_scale (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotScores model = sample_scores (FALSE);
  double scores[10], scale;
  g_auto (VwPlotScoresLayout) layout = { 0 };

  memcpy (scores, model.scores, sizeof scores);
  scores[3] = 0;
  model.scores = scores;
  vw_plot_scores_layout (&model, 150, 0, &style, &layout);
  scale = layout.scale;
  scores[3] = -G_MAXFLOAT;
  vw_plot_scores_layout (&model, 150, 0, &style, &layout);
  g_assert_cmpfloat (layout.scale, ==, scale);
  g_assert_true (has_text (layout.texts, "–"));
}

static void
test_far_value_leaves_the_scale (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDistribution near = sample_distribution (FALSE, 60);
  VwPlotDistribution far = sample_distribution (FALSE, 253);
  g_auto (VwPlotDistributionLayout) layout = { 0 };

  vw_plot_distribution_layout (&near, 304, 84, &style, &layout);
  g_assert_cmpfloat (layout.ticks * layout.tick_step, >=, 60);
  g_assert_false (has_text (layout.texts, "253"));
  vw_plot_distribution_layout (&far, 304, 84, &style, &layout);
  g_assert_cmpfloat (layout.ticks * layout.tick_step, <, 60);
  g_assert_true (has_text (layout.texts, "253"));
  g_assert_cmpint (vw_plot_distribution_hit (&layout, layout.left + 5.5 * layout.slot, 40), ==, 5);
  g_assert_cmpint (vw_plot_distribution_hit (&layout, layout.left - 3, 40), ==, -1);
}

static void
test_strips_time (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotStrips model = sample_strips (FALSE);
  g_auto (VwPlotStripsLayout) layout = { 0 };
  double x;

  vw_plot_strips_layout (&model, 828, 126, &style, &layout);
  x = layout.areas[0].x + 50.5 * .114 * layout.scale;
  g_assert_cmpint (vw_plot_strips_hit (&model, &layout, x, 20), ==, 50);
  g_assert_cmpint (vw_plot_strips_hit (&model, &layout, 820, 20), ==, 199);
  g_assert_cmpint (vw_plot_strips_hit (&model, &layout, layout.areas[0].x - 1, 20), ==, -1);
  g_assert_cmpfloat_with_epsilon (layout.areas[0].x + 62 * layout.scale,
                                  layout.areas[0].x + layout.areas[0].width, 1e-6);
}

static void
test_dumbbells_scale (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDumbbells model = sample_dumbbells (FALSE);
  double same[10] = { 0 };
  g_auto (VwPlotDumbbellsLayout) layout = { 0 };

  vw_plot_dumbbells_layout (&model, 436, 0, &style, &layout);
  g_assert_cmpfloat_with_epsilon (layout.least, .4, 1e-9);
  g_assert_true (has_text (layout.texts, "+43.5"));
  g_assert_true (has_text (layout.texts, "\u22123.0"));
  model.before = model.after = same; /* nothing to see, but nothing to divide by either */
  vw_plot_dumbbells_layout (&model, 436, 0, &style, &layout);
  g_assert_true (isfinite (layout.scale));
}

/* Bars end before their figures, and zero lies where bars on both sides have room. */
static void
test_profile_scales (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotProfile model = sample_profile (TRUE);
  double nothing[10] = { 0 };
  g_auto (VwPlotProfileLayout) layout = { 0 };

  vw_plot_profile_layout (&model, 362, 0, &style, &layout);
  for (guint i = 0; i < 10; i++)
    {
      double share = layout.share_left + model.shares[i] * layout.share_scale;
      double weight = layout.zero + model.weights[i] * layout.weight_scale;

      g_assert_cmpfloat (share, <, layout.zero - 1.87 * layout.weight_scale);
      g_assert_cmpfloat (weight, >, 181);
      g_assert_cmpfloat (weight, <, 362);
      g_assert_cmpint (vw_plot_profile_hit (&layout, 90, layout.top + (i + .5) * layout.row_height),
                       ==, i);
    }
  g_assert_cmpint (vw_plot_profile_hit (&layout, 90, layout.top - 1), ==, -1);
  g_assert_true (has_text (layout.texts, "47\u00a0%"));
  g_assert_true (has_text (layout.texts, "\u22121,87"));
  g_assert_true (has_text (layout.texts, "+1,31"));
  model.shares = model.averages = model.weights = nothing; /* a word that nobody has */
  vw_plot_profile_layout (&model, 362, 0, &style, &layout);
  g_assert_true (isfinite (layout.zero) && layout.share_scale == 0 && layout.weight_scale == 0);
}

static void
test_patches_hits (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotPatches model = sample_patches (19);
  g_auto (VwPlotPatchesLayout) layout = { 0 };

  vw_plot_patches_layout (&model, 400, &style, &layout);
  g_assert_cmpfloat_with_epsilon (7 * layout.step_x + layout.tile, 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (layout.height, 3 * layout.step_y, 1e-6);
  for (guint i = 0; i < 19; i++)
    g_assert_cmpint (vw_plot_patches_hit (&layout, i % 8 * layout.step_x + layout.tile / 2,
                                          i / 8 * layout.step_y + layout.tile / 2), ==, i);
  g_assert_cmpint (vw_plot_patches_hit (&layout, layout.tile + 1, 5), ==, -1);
  g_assert_cmpint (vw_plot_patches_hit (&layout, 3.2 * layout.step_x, 2.5 * layout.step_y), ==, -1);
  g_assert_cmpint (vw_plot_patches_hit (&layout, -1, 5), ==, -1);
}

static void
test_digit_hits (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDigit model = sample_digit (FALSE);
  g_auto (VwPlotDigitLayout) layout = { 0 };

  for (double zoom = 1; zoom <= 4; zoom += .75)
    {
      model.view = (VwPlotView) { zoom, .48, .48 };
      vw_plot_digit_layout (&model, 470, 430, &style, &layout);
      for (guint i = 0; i < model.n_keypoints; i++)
        {
          double x, y;

          vw_plot_digit_place (&layout, model.keypoints[i].x, model.keypoints[i].y, &x, &y);
          if (x > layout.clip.x && x < layout.clip.x + layout.clip.width && y > layout.clip.y
              && y < layout.clip.y + layout.clip.height)
            g_assert_cmpint (vw_plot_digit_hit (&layout, x, y), ==, i);
        }
      g_assert_cmpint (vw_plot_digit_hit (&layout, 1, 1), ==, -1);
    }
}

static void
test_digit_level_alone (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDigit model = sample_digit (FALSE);
  g_auto (VwPlotDigitLayout) layout = { 0 };

  model.level = 1;
  vw_plot_digit_layout (&model, 470, 430, &style, &layout);
  g_assert_cmpuint (layout.n_marks, ==, 2);
  g_assert_cmpuint (layout.n_windows, ==, 1);
  g_assert_cmpfloat_with_epsilon (layout.main_window.width / layout.canvas.width, 18 / 80.0, 1e-9);
  model.level = 3; /* 56 px: no room between borders of 31 */
  vw_plot_digit_layout (&model, 470, 430, &style, &layout);
  g_assert_cmpuint (layout.n_windows, ==, 0);
  g_assert_cmpfloat (layout.main_window.width, ==, 0);
}

/* A keypoint and a corner found on a level lie on that level's pixel when it is shown alone, and where
 * OpenCV says when all are. */
static void
test_digit_pixels (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDigit model = sample_level ();
  g_auto (VwPlotDigitLayout) layout = { 0 };

  vw_plot_digit_layout (&model, 470, 430, &style, &layout);
  g_assert_cmpuint (layout.n_marks, ==, 2);
  for (guint i = 0; i < layout.n_marks; i++)
    {
      const VwKeypoint *keypoint = &model.keypoints[layout.marks[i].keypoint];
      double side = layout.canvas.width / 80;
      double column = (layout.marks[i].x - layout.canvas.x) / side;
      double row = (layout.marks[i].y - layout.canvas.y) / side;

      g_assert_cmpfloat_with_epsilon (column, keypoint->x / 1.2 + .5, 1e-5);
      g_assert_cmpfloat_with_epsilon (row, keypoint->y / 1.2 + .5, 1e-5);
    }
  model.level = -1;
  vw_plot_digit_layout (&model, 470, 430, &style, &layout);
  g_assert_cmpfloat_with_epsilon ((layout.marks[4].x - layout.canvas.x) / layout.scale,
                                  model.keypoints[4].x + .5, 1e-5);
}

/* The sizes of the windows stand beside a keypoint, wherever it is. */
static void
test_digit_labels_cover_no_keypoint (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDigit model = sample_digit (FALSE);
  VwKeypoint keypoint = model.keypoints[0];

  model.keypoints = &keypoint;
  model.n_keypoints = 1;
  for (keypoint.y = 31; keypoint.y < 65; keypoint.y += 2)
    for (keypoint.x = 31; keypoint.x < 65; keypoint.x += 2)
      {
        g_auto (VwPlotDigitLayout) layout = { 0 };

        vw_plot_digit_layout (&model, 470, 430, &style, &layout);
        g_assert_cmpuint (layout.n_marks, ==, 1);
        g_assert_cmpuint (vw_plot_texts_get_n (layout.texts), >=, 3);
        for (guint i = 0; i < vw_plot_texts_get_n (layout.texts); i++)
          {
            const cairo_rectangle_t *box = &vw_plot_texts_get (layout.texts, i)->box;
            double x = CLAMP (layout.marks[0].x, box->x, box->x + box->width);
            double y = CLAMP (layout.marks[0].y, box->y, box->y + box->height);

            g_assert_cmpfloat (hypot (layout.marks[0].x - x, layout.marks[0].y - y), >=,
                               layout.marks[0].radius);
          }
      }
}

/* The level of the keypoint under the pointer has the solid window and the hatched border. */
static void
test_digit_focus (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDigit model = sample_digit (FALSE);
  g_auto (VwPlotDigitLayout) layout = { 0 };

  for (model.focus = 0; model.focus < 3; model.focus++)
    {
      double share = 1 - 62.0 / model.levels[model.focus].width;

      vw_plot_digit_layout (&model, 470, 430, &style, &layout);
      g_assert_cmpuint (layout.n_windows, ==, 3);
      g_assert_cmpuint (layout.main_level, ==, model.focus);
      g_assert_cmpfloat_with_epsilon (layout.main_window.width, layout.canvas.width * share, 1e-6);
    }
}

static void
test_bits (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotBitsLayout layout;

  for (guint side = 30; side < 500; side += 47)
    {
      vw_plot_bits_layout (side + 40, side, &style, &layout);
      g_assert_cmpfloat (layout.area.x + layout.area.width, <=, side + 40);
      g_assert_cmpfloat (layout.area.y + layout.area.height, <=, MAX (side, 32));
      for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
        {
          cairo_rectangle_t cell = vw_plot_bits_cell (&layout, i);

          g_assert_cmpint (vw_plot_bits_hit (&layout, cell.x + cell.width / 2,
                                             cell.y + cell.height / 2), ==, (int) i);
        }
      g_assert_cmpint (vw_plot_bits_hit (&layout, layout.area.x - 1, side / 2.0), ==, -1);
    }
}

/* The ends of a pair are pixels of the patch: upright in the card, turned on the canvas. */
static void
test_pairs (void)
{
  VwPlotPairs pairs = { .pairs = sample_pairs (), .x = 100, .y = 60, .pixel = 4, .upright = TRUE };
  double x, y;

  vw_plot_pairs_place (&pairs, 7, 1, &x, &y);
  g_assert_cmpfloat (x, ==, 100 + 4 * pairs.pairs[7].upright[1][0]);
  g_assert_cmpfloat (y, ==, 60 + 4 * pairs.pairs[7].upright[1][1]);
  pairs.upright = FALSE;
  vw_plot_pairs_place (&pairs, 7, 0, &x, &y);
  g_assert_cmpfloat (x, ==, 100 + 4 * pairs.pairs[7].turned[0][0]);
  g_assert_cmpfloat (y, ==, 60 + 4 * pairs.pairs[7].turned[0][1]);
}

/* Zooming keeps what is under the pointer; nothing ever shows beyond the digit. */
static void
test_digit_zoom_and_pan (void)
{
  VwPlotStyle style = sample_style (VW_PLOT_LIGHT);
  VwPlotDigit model = sample_digit (FALSE);
  g_auto (VwPlotDigitLayout) layout = { 0 };
  double x = 250, y = 200;

  for (guint i = 0; i < 20; i++)
    {
      double before, after;

      vw_plot_digit_layout (&model, 470, 430, &style, &layout);
      before = (x - layout.canvas.x) / layout.scale;
      model.view = vw_plot_digit_zoom (&model, &layout, x, y, i < 10 ? 1.3 : .9);
      vw_plot_digit_layout (&model, 470, 430, &style, &layout);
      after = (x - layout.canvas.x) / layout.scale;
      if (i < 10)
        g_assert_cmpfloat_with_epsilon (before, after, 1e-6);
      model.view = vw_plot_digit_pan (&model, &layout, i * 40 - 300.0, 17);
      vw_plot_digit_layout (&model, 470, 430, &style, &layout);
      g_assert_cmpfloat (layout.canvas.x, <=, layout.clip.x + 1e-6);
      g_assert_cmpfloat (layout.canvas.y, <=, layout.clip.y + 1e-6);
      g_assert_cmpfloat (layout.canvas.x + layout.canvas.width, >=,
                         layout.clip.x + layout.clip.width - 1e-6);
    }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    CheckFunc check;
  } fits[] = {
    { "/funnel/fits", check_funnel },   { "/words/fits", check_words },
    { "/scores/fits", check_scores },   { "/distribution/fits", check_distribution },
    { "/strips/fits", check_strips },   { "/dumbbells/fits", check_dumbbells },
    { "/digit/fits", check_digit },     { "/profile/fits", check_profile },
    { "/patches/fits", check_patches },
  };

  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    g_test_add_data_func (fits[i].path, &fits[i].check, test_fits);
  g_test_add_func ("/funnel/rows", test_funnel_rows);
  g_test_add_func ("/words/columns", test_words_columns);
  g_test_add_func ("/scores/scale", test_scores_share_one_scale);
  g_test_add_func ("/scores/unknown-class", test_unknown_class_leaves_the_scale);
  g_test_add_func ("/distribution/far-value", test_far_value_leaves_the_scale);
  g_test_add_func ("/strips/time", test_strips_time);
  g_test_add_func ("/dumbbells/scale", test_dumbbells_scale);
  g_test_add_func ("/profile/scales", test_profile_scales);
  g_test_add_func ("/patches/hit", test_patches_hits);
  g_test_add_func ("/digit/hit", test_digit_hits);
  g_test_add_func ("/digit/level", test_digit_level_alone);
  g_test_add_func ("/digit/pixels", test_digit_pixels);
  g_test_add_func ("/digit/focus", test_digit_focus);
  g_test_add_func ("/digit/labels-cover-no-keypoint", test_digit_labels_cover_no_keypoint);
  g_test_add_func ("/bits", test_bits);
  g_test_add_func ("/pairs", test_pairs);
  g_test_add_func ("/digit/zoom", test_digit_zoom_and_pan);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson's drawings at many sizes: texts in their places, hits where things are painted. */
#include "checks.h"
#include "sample-lesson.h"

#include <math.h>

static const double widths[] = { 300, 420, 548, 930 };
static const double heights[] = { 200, 330, 430, 760 };
static const double scales[] = { 1, 1.5 };

typedef void (*CheckFunc) (double width, double height, const VwPlotStyle *style, gboolean french);

static void
check_levels (double width, double height, const VwPlotStyle *style, gboolean french)
{
  VwPlotLevels model = sample_levels (french);
  g_auto (VwPlotLevelsLayout) layout = { 0 };

  if (height < 300 * style->text_scale)
    return; /* two rows of three lines each need that much */
  vw_plot_levels_layout (&model, width, height, style, &layout);
  check_texts (layout.texts, width, height, "levels");
  g_assert_cmpfloat (layout.scale, >, 0);
  for (guint i = 0; i < layout.n_levels; i++)
    {
      const cairo_rectangle_t *area = &layout.areas[i];

      g_assert_cmpfloat (area->x + area->width, <=, width + 1e-6);
      g_assert_cmpint (
          vw_plot_levels_hit (&layout, area->x + area->width / 2, area->y + area->height / 2), ==,
          i);
      g_assert_cmpfloat_with_epsilon (area->width / model.levels[i].pixels.width, layout.scale,
                                      1e-9); /* one scale for all */
    }
}

static void
check_pixel_grid (double width, double height, const VwPlotStyle *style, gboolean french)
{
  VwPlotPixelGrid model = sample_pixel_grid ();
  g_auto (VwPlotPixelGridLayout) layout = { 0 };

  vw_plot_pixel_grid_layout (&model, width, height, style, &layout);
  check_texts (layout.texts, width, height, "pixel grid");
  for (guint i = 0; i < vw_plot_texts_get_n (layout.texts); i++) /* each within one cell */
    {
      const cairo_rectangle_t *box = &vw_plot_texts_get (layout.texts, i)->box;
      double column = floor ((box->x - layout.left) / layout.side);

      g_assert_cmpfloat (box->x + box->width, <=, layout.left + (column + 1) * layout.side);
    }
}

static void
check_rows (double width, double height, const VwPlotStyle *style, gboolean french)
{
  VwPlotRows models[] = { sample_sums (french), sample_quotas () };

  for (guint m = 0; m < G_N_ELEMENTS (models); m++)
    {
      const VwPlotRows *model = &models[m];
      g_auto (VwPlotRowsLayout) layout = { 0 };

      if (vw_plot_rows_capacity (height, style) < model->n_rows)
        continue;
      vw_plot_rows_layout (model, width, height, style, &layout);
      check_texts (layout.texts, width, height, "rows");
      g_assert_cmpfloat (layout.height, <=, height);
      for (guint i = 0; i < model->n_rows; i++)
        {
          double end = layout.zero + model->rows[i].to * layout.scale;

          g_assert_cmpfloat (end, >=, layout.left - 1);
          g_assert_cmpfloat (end, <=, layout.right + 1);
          g_assert_cmpint (
              vw_plot_rows_hit (&layout, width / 2, layout.top + (i + .5) * layout.row_height), ==,
              i);
        }
      g_assert_cmpint (vw_plot_rows_hit (&layout, width / 2, layout.height + 1), ==, -1);
    }
}

static void
check_direction (double width, double height, const VwPlotStyle *style, gboolean french)
{
  for (double angle = 0; angle < 360; angle += 15)
    {
      VwPlotDirection model = sample_direction (angle);
      g_auto (VwPlotDirectionLayout) layout = { 0 };

      vw_plot_direction_layout (&model, width, height, style, &layout);
      check_texts (layout.texts, width, height, "direction");
    }
}

static void
check_word_pairs (double width, double height, const VwPlotStyle *style, gboolean french)
{
  static const guint counts[] = { 1, 6, 40, 300 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (counts); i++)
    {
      VwPlotWordPairs model = sample_word_pairs (french, counts[i / 2], i % 2);
      g_auto (VwPlotWordPairsLayout) layout = { 0 };

      vw_plot_word_pairs_layout (&model, width, height, style, &layout);
      check_texts (layout.texts, width, height, "word pairs");
      g_assert_cmpfloat (layout.height, <=, height);
      for (guint k = 0; k < layout.n_shown; k++)
        g_assert_cmpint (vw_plot_word_pairs_hit (&layout,
                                                 k % layout.columns * layout.column_width + 5,
                                                 k / layout.columns * layout.row_height + 5),
                         ==, k);
      g_assert_cmpint (vw_plot_word_pairs_hit (&layout, 5, height + 50), ==, -1);
    }
}

static void
check_tags (double width, double height, const VwPlotStyle *style, gboolean french)
{
  static const char *const texts[] = { "145", "145", "17", "58", "3", "112", "280" };
  VwPlotDigit model = sample_digit (french);
  g_auto (VwPlotDigitLayout) digit = { 0 };
  g_auto (VwPlotTags) tags = { 0 };
  g_auto (VwPlotRulers) rulers = { 0 };

  vw_plot_digit_layout (&model, width, height, style, &digit);
  vw_plot_tags_layout (&digit, texts, style, &tags);
  check_texts (tags.texts, width, height, "tags");
  if (MIN (width, height) > 400 * style->text_scale)
    g_assert_cmpuint (tags.n_tags, ==, digit.n_marks);
  vw_plot_rulers_layout (&model, &digit, style, &rulers);
  check_texts (rulers.texts, width, height, "rulers");
}

static void
test_sizes (gconstpointer data)
{
  CheckFunc check = (CheckFunc) data;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heights); j++)
      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        for (guint french = 0; french < 2; french++)
          {
            VwPlotStyle style = sample_style (VW_PLOT_LIGHT);

            style.text_scale = scales[k];
            check (widths[i], heights[j], &style, french);
          }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    CheckFunc check;
  } checks[] = {
    { "/lesson/levels", check_levels },
    { "/lesson/pixel-grid", check_pixel_grid },
    { "/lesson/rows", check_rows },
    { "/lesson/direction", check_direction },
    { "/lesson/word-pairs", check_word_pairs },
    { "/lesson/tags", check_tags },
  };

  g_test_init (&argc, &argv, NULL);
  need_test_font ();
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    g_test_add_data_func (checks[i].path, checks[i].check, test_sizes);
  return g_test_run ();
}

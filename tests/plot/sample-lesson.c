/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-lesson.h"

#include <math.h>

#define SIDE 31
#define N_LEVELS 8

static const guint sides[N_LEVELS] = { 96, 80, 67, 56, 46, 39, 32, 27 };

/* A bent stroke of ink, the same in every size. */
static guint8
stroke (double x, double y)
{
  double distance = fabs (hypot (x - .5, y - .45) - .27);

  return (guint8) CLAMP (255 * (1.6 - distance * 26), 0, 255);
}

static guint8 *
make_picture (guint side)
{
  guint8 *pixels = g_malloc (side * side);

  for (guint i = 0; i < side * side; i++)
    pixels[i] = stroke ((i % side + .5) / side, (i / side + .5) / side);
  return pixels;
}

static void
make_level (VwPlotLevel *level, guint number, gboolean french)
{
  static VwPlotLevelPoint points[N_LEVELS][6];
  static char texts[N_LEVELS][2][32];
  static guint8 *pictures[N_LEVELS];
  int side = sides[number], room = side - 62;

  if (pictures[number] == NULL)
    pictures[number] = make_picture (side);
  for (int i = 0; i < 6; i++)
    {
      points[number][i] = (VwPlotLevelPoint){ side * (20 + 11 * i) / 100, side * 45 / 100, TRUE };
      points[number][i].lost = points[number][i].x < 31 || points[number][i].x >= side - 31
                               || points[number][i].y < 31 || points[number][i].y >= side - 31;
    }
  g_snprintf (texts[number][0], 32, "%d px", side);
  g_snprintf (texts[number][1], 32, french ? "reste %d × %d px" : "%d × %d px left", room, room);
  *level = (VwPlotLevel){
    .pixels = { side, side, pictures[number] },
    .border = 31,
    .n_points = 6,
    .points = points[number],
    .lines = { { texts[number][0], TRUE },
               { room > 0 ? texts[number][1]
                 : french ? "pas de place"
                          : "no room",
                 .lost = room <= 0, .dim = room > 0 },
               { "43 → 11", TRUE } },
  };
}

VwPlotLevels
sample_levels (gboolean french)
{
  static VwPlotLevel levels[N_LEVELS];

  for (guint i = 0; i < N_LEVELS; i++)
    make_level (&levels[i], i, french);
  return (VwPlotLevels){ N_LEVELS, levels };
}

VwPlotPixelGrid
sample_pixel_grid (void)
{
  static VwPlotCell cells[7 * 7];
  static const VwPlotCellMark marks[]
      = { VW_PLOT_CELL_MORE, VW_PLOT_CELL_LESS, VW_PLOT_CELL_ALIKE,
          VW_PLOT_CELL_TIED, VW_PLOT_CELL_KEPT, VW_PLOT_CELL_BEATEN };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = (VwPlotCell){ .ink = i * 5,
                             .mark = i == 24      ? VW_PLOT_CELL_CENTRE
                                     : i % 3 == 0 ? marks[i / 3 % G_N_ELEMENTS (marks)]
                                                  : VW_PLOT_CELL_PLAIN,
                             .text = i % 3 == 0 ? "+128" : NULL,
                             .second = i % 6 == 0 ? "12\u202f%" : NULL };
  return (VwPlotPixelGrid){ 7, 7, cells };
}

VwPlotRows
sample_sums (gboolean french)
{
  static const double ends[] = { -.55, -.2, -.35, .1, .3, .26, .06 };
  static const char *const figures[] = { "−0.55", "+0.35", "−0.15", "+0.45", "+0.20", "−0.04", "" };
  static const char *const names[] = { "192", "17", "145", "88", "9" };
  static VwPlotRow rows[7];

  for (guint i = 0; i < 7; i++)
    rows[i] = (VwPlotRow){ .label = i > 0 && i < 6 ? names[i - 1]
                                    : french       ? "constante"
                                                   : "constant",
                           .from = i == 0 || i == 6 ? 0 : ends[i - 1],
                           .to = ends[i],
                           .lost = ends[i],
                           .kind = VW_PLOT_BAR_SIGNED,
                           .figure = figures[i] };
  rows[6].label = french ? "score de la classe" : "score";
  rows[6].figure = "+0.06";
  rows[6].bold = rows[6].ruled = TRUE;
  return (VwPlotRows){ french ? "Classe 7, la bonne" : "Class 7, the right one", 7, rows, 0 };
}

VwPlotRows
sample_quotas (void)
{
  static const guint kept[] = { 109, 90, 75, 11 };
  static VwPlotRow rows[4];
  static guint8 *patch;

  if (patch == NULL)
    patch = make_picture (SIDE);
  for (guint i = 0; i < 4; i++)
    rows[i] = (VwPlotRow){ .label = "96 px",
                           .to = kept[i],
                           .lost = i == 0 ? 180 : kept[i],
                           .track = 109 - 19 * i,
                           .kind = VW_PLOT_BAR_LEVEL,
                           .level = i,
                           .patch = i == 3 ? patch : NULL,
                           .figure = "180 → 109" };
  rows[2].kind = VW_PLOT_BAR_POINTED;
  rows[3].kind = VW_PLOT_BAR_NEUTRAL;
  return (VwPlotRows){ NULL, 4, rows, SIDE };
}

VwPlotDirection
sample_direction (double angle)
{
  static gboolean inside[SIDE * SIDE];
  static guint8 *pixels;

  if (pixels == NULL)
    pixels = make_picture (SIDE);
  for (int i = 0; i < SIDE * SIDE; i++)
    inside[i] = hypot (i % SIDE - 15, i / SIDE - 15) < 15.5;
  return (VwPlotDirection){ .side = SIDE,
                            .pixels = pixels,
                            .inside = inside,
                            .x = 4 * cos (angle * G_PI / 180),
                            .y = 4 * sin (angle * G_PI / 180),
                            .angle = angle,
                            .angle_text = "131°",
                            .axis_text = "0°" };
}

VwPlotWordPairs
sample_word_pairs (gboolean french, guint n, gboolean means)
{
  static const char *const numbers[] = { "17", "43", "58", "145", "4999" };
  static VwPlotWordPair pairs[300];
  static guint8 *pixels;

  if (pixels == NULL)
    pixels = make_picture (SIDE);
  for (guint i = 0; i < n; i++)
    pairs[i] = (VwPlotWordPair){ pixels, means ? pixels : NULL, i % 3, numbers[i % 5] };
  return (VwPlotWordPairs){ n, pairs, SIDE, SIDE,
                            french ? "et {count} autres" : "and {count} more" };
}

void
draw_levels (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotLevels model = sample_levels (french);
  g_auto (VwPlotLevelsLayout) layout = { 0 };

  vw_plot_levels_layout (&model, width, height, style, &layout);
  vw_plot_levels_paint (cr, &model, &layout, style, 3);
}

void
draw_pixel_grid (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                 double height)
{
  VwPlotPixelGrid model = sample_pixel_grid ();
  g_auto (VwPlotPixelGridLayout) layout = { 0 };

  vw_plot_pixel_grid_layout (&model, width, height, style, &layout);
  vw_plot_pixel_grid_paint (cr, &model, &layout, style);
}

void
draw_rows (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotRows models[] = { sample_sums (french), sample_quotas () };

  for (guint i = 0; i < 2; i++)
    {
      g_auto (VwPlotRowsLayout) layout = { 0 };

      vw_plot_rows_layout (&models[i], width, height / 2 - 10, style, &layout);
      vw_plot_rows_paint (cr, &models[i], &layout, style);
      cairo_translate (cr, 0, height / 2);
    }
}

void
draw_direction (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  VwPlotDirection model = sample_direction (131);
  g_auto (VwPlotDirectionLayout) layout = { 0 };

  vw_plot_direction_layout (&model, width, height, style, &layout);
  vw_plot_direction_paint (cr, &model, &layout, style);
}

void
draw_word_pairs (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width,
                 double height)
{
  static const guint related[] = { 3, 8 };
  VwPlotWordPairs model = sample_word_pairs (french, 40, TRUE);
  g_auto (VwPlotWordPairsLayout) layout = { 0 };

  vw_plot_word_pairs_layout (&model, width, height, style, &layout);
  vw_plot_word_pairs_paint (cr, &model, &layout, style, related, 2);
}

/* The canvas with all that the lesson lays over it. */
void
draw_overlay (cairo_t *cr, const VwPlotStyle *style, gboolean french, double width, double height)
{
  static const char *const texts[] = { "145", "145", "17", "58", "3", "112", "280" };
  static const guint related[] = { 1 };
  static const VwPlotPoint points[] = {
    { 20, 20, VW_PLOT_POINT_SURVIVOR, 0, 0 },
    { 20, 80, VW_PLOT_POINT_FAVOUR, 0, 1 },
    { 32, 80, VW_PLOT_POINT_FAVOUR, 0, .05 },
    { 44, 80, VW_PLOT_POINT_AGAINST, 0, .5 },
  };
  VwPlotDigitState state = { 0, related, 1 };
  VwPlotDigit model = sample_digit (french);
  g_auto (VwPlotDigitLayout) layout = { 0 };
  g_auto (VwPlotTags) tags = { 0 };
  g_auto (VwPlotRulers) rulers = { 0 };

  model.layers &= ~VW_PLOT_LAYER_RULERS; /* those of the overlay instead, which need room */
  cairo_translate (cr, 30, 30);
  vw_plot_digit_layout (&model, width - 30, height - 30, style, &layout);
  vw_plot_tags_layout (&layout, texts, style, &tags);
  vw_plot_rulers_layout (&model, &layout, style, &rulers);
  vw_plot_digit_paint (cr, &model, &layout, style, &state);
  vw_plot_rulers_paint (cr, &rulers, &layout, style);
  vw_plot_box_paint (cr, &layout, style, &(VwPlotPixelBox){ 60, 10, 7, 7 });
  vw_plot_points_paint (cr, &layout, style, points, G_N_ELEMENTS (points));
  vw_plot_tags_paint (cr, &tags, &layout, style, &state);
}

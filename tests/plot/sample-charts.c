/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include <math.h>

#define SIDE 96
#define PATCH 31

/* Without the corners in the middle, which no chart shows. */
#define LEVEL(side, fast, suppressed, border, kept)                                                \
  { side, side, fast, suppressed, border, 0, kept }

static const VwLevelCounts levels[] = {
  LEVEL (96, 338, 43, 11, 11), LEVEL (80, 267, 44, 4, 4), LEVEL (67, 236, 42, 1, 1),
  LEVEL (56, 193, 33, 0, 0),   LEVEL (46, 164, 28, 0, 0), LEVEL (39, 139, 24, 0, 0),
  LEVEL (32, 117, 23, 0, 0),   LEVEL (27, 100, 17, 0, 0),
};

static const VwLevelCounts quota_levels[] = {
  LEVEL (96, 1338, 243, 211, 109),
  LEVEL (80, 1267, 144, 134, 90),
  LEVEL (67, 236, 142, 101, 75),
  LEVEL (56, 193, 33, 0, 0),
};

/* A stroke from corner to corner. */
static const guint8 *
sample_patch (void)
{
  static guint8 patch[PATCH * PATCH];

  for (int i = 0; i < PATCH * PATCH; i++)
    patch[i] = (guint8) CLAMP (255 - abs (i % PATCH - i / PATCH) * 30, 0, 255);
  return patch;
}

static const VwPlotNumbers *
numbers_for (gboolean french)
{
  return vw_plot_numbers_for (french ? "fr" : "en");
}

VwPlotDigit
sample_digit (gboolean french)
{
  static guint8 pixels[SIDE * SIDE];
  static const VwKeypoint keypoints[] = {
    { 33, 42, 31, 294, 35.7f, 0 },      { 40, 35, 31, 40, 20, 0 },   { 60, 44, 31, 170, 9, 0 },
    { 48, 58, 31, 90, -3, 0 },          { 46.8f, 43.2f, 37.2f, 214, 5, 1 },
    { 52.8f, 50.4f, 37.2f, 10, 4, 1 },  { 46.1f, 47.5f, 44.64f, 120, 2, 2 },
  };
  static const VwPlotCorner corners[] = {
    { 20, 30, 0, 90, VW_CORNER_AT_BORDER },  { 70, 25, 1, 70, VW_CORNER_AT_BORDER },
    { 25, 70, 3, 120, VW_CORNER_AT_BORDER }, { 50, 40, 0, 30, VW_CORNER_OVER_QUOTA },
    { 64, 62, 0, 40, VW_CORNER_BEATEN },     { 33, 42, 0, 250, VW_CORNER_KEPT },
    { 34, 42, 0, 200, VW_CORNER_BEATEN },    { 70, 60, 0, 150, VW_CORNER_TIED },
    { 71, 60, 0, 150, VW_CORNER_TIED },      { 71.66f, 50.16f, 3, 150, VW_CORNER_TIED },
  };

  for (int i = 0; i < SIDE * SIDE; i++)
    {
      double radius = hypot (i % SIDE - 47.5, (i / SIDE - 47.5) * .8);

      pixels[i] = (guint8) CLAMP (255 - fabs (radius - 26) * 34, 0, 255);
    }
  return (VwPlotDigit) {
    .width = SIDE, .height = SIDE, .pixels = pixels,
    .n_keypoints = G_N_ELEMENTS (keypoints), .keypoints = keypoints,
    .n_corners = G_N_ELEMENTS (corners), .corners = corners,
    .n_levels = G_N_ELEMENTS (levels), .levels = levels, .edge_threshold = 31,
    .layers = VW_PLOT_LAYERS_DEFAULT, .level = -1, .view = VW_PLOT_WHOLE_VIEW,
    .pixels_pattern = "{count} px", .numbers = numbers_for (french),
  };
}

VwPlotDigit
sample_level (void)
{
  static guint8 pixels[80 * 80];
  static VwPlane plane = { pixels, 80, 80, 80, 0, pixels };
  VwPlotDigit model = sample_digit (FALSE);

  for (int i = 0; i < 80 * 80; i++)
    pixels[i] = (i % 80 + i / 80) % 16 * 16;
  model.level = 1;
  model.plane = &plane;
  return model;
}

const VwTestPair *
sample_pairs (void)
{
  static VwTestPair pairs[VW_DESCRIPTOR_BITS];

  for (int i = 0; i < VW_DESCRIPTOR_BITS; i++)
    {
      VwTestPair *pair = &pairs[i];

      for (int point = 0; point < 2; point++)
        {
          pair->upright[point][0] = (i * (7 + 4 * point) + 5 * point) % 27 - 13;
          pair->upright[point][1] = (i * (5 + 8 * point)) % 25 - 12;
          pair->turned[point][0] = -pair->upright[point][1];
          pair->turned[point][1] = pair->upright[point][0];
          pair->grey[point] = (guint8) (i * (37 + 60 * point));
        }
      pair->bit = pair->grey[0] < pair->grey[1];
    }
  return pairs;
}

const guint8 *
sample_descriptor (void)
{
  static guint8 bytes[VW_DESCRIPTOR_BYTES];
  const VwTestPair *pairs = sample_pairs ();

  for (int i = 0; i < VW_DESCRIPTOR_BITS; i++)
    bytes[i / 8] = (guint8) ((bytes[i / 8] & ~(1 << i % 8)) | pairs[i].bit << i % 8);
  return bytes;
}

VwPlotFunnel
sample_funnel (gboolean french, gboolean binding)
{
  static const VwPlotFunnelText words[] = {
    { "Level", "FAST", "after suppression", "inside the border", "kept", "All", "{count} px" },
    { "Niveau", "FAST", "après suppression", "à l’intérieur du bord", "gardés", "Total",
      "{count} px" },
  };

  return (VwPlotFunnel) {
    .n_levels = binding ? G_N_ELEMENTS (quota_levels) : G_N_ELEMENTS (levels),
    .levels = binding ? quota_levels : levels,
    .text = &words[french], .numbers = numbers_for (french),
  };
}

VwPlotWords
sample_words (gboolean french, guint n_words)
{
  static VwPlotWord words[SAMPLE_MOST_WORDS];
  static const guint8 word_levels[] = { 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 7 };

  for (guint i = 0; i < SAMPLE_MOST_WORDS; i++)
    {
      guint n = 1 + (i * 7 % 11) * (i % 5 == 0);

      words[i] = (VwPlotWord) { .word = i * 3, .value = n * .03, .n_keypoints = n,
                                .levels = word_levels, .patch = sample_patch (),
                                .evidence = (int) (i * 5 % 13) - 6 };
    }
  return (VwPlotWords) { .n_words = n_words, .words = words, .patch_side = PATCH,
                         .has_evidence = TRUE, .numbers = numbers_for (french) };
}

VwPlotScores
sample_scores (gboolean french)
{
  static const double scores[] = { -2.1, -1.9, -.9, -1.1, -1.4, .4, -1.4, -.8, -1.4, -1.0 };

  return (VwPlotScores) { .n_classes = 10, .classes = sample_digits, .scores = scores,
                          .predicted = 5, .numbers = numbers_for (french) };
}

VwPlotDistribution
sample_distribution (gboolean french, double value)
{
  static VwPlotSpread spreads[10];

  for (guint i = 0; i < 10; i++)
    spreads[i] = (VwPlotSpread) { 6 + i * .5, 10 + i * .6, 12 + i, 15 + i, 20 + i };
  return (VwPlotDistribution) { .n_classes = 10, .classes = sample_digits, .spreads = spreads,
                                .marked = 5, .value = value, .numbers = numbers_for (french) };
}

VwPlotStrips
sample_strips (gboolean french)
{
  static VwPlotSample samples[200];
  static const VwPlotStageBand stages[][4] = {
    { { "Keypoints", .1, 5 }, { "Vocabulary", 5, 43.5 }, { "Histograms", 43.5, 58 },
      { "Classifier", 58, 62 } },
    { { "Points clés", .1, 5 }, { "Vocabulaire", 5, 43.5 }, { "Histogrammes", 43.5, 58 },
      { "Classifieur", 58, 62 } },
  };

  for (guint i = 0; i < 200; i++)
    samples[i] = (VwPlotSample) { i * .114, { i == 43 ? 100 : 196 + i % 3, MIN (i, 43) * 14 } };
  return (VwPlotStrips) {
    .titles = { french ? "Processeur" : "CPU", french ? "Mémoire" : "Memory" },
    .figures = { french ? "198\u00a0%" : "198\u202f%", french ? "702\u00a0Mo" : "702 MB" },
    .most = { 210, 800 }, .n_samples = 200, .samples = samples, .n_stages = 4,
    .stages = stages[french], .seconds = 62, .running = TRUE,
  };
}

VwPlotDumbbells
sample_dumbbells (gboolean french)
{
  static const double before[] = { .75, .93, .41, .73, .49, .57, .55, .49, .68, .56 };
  static const double after[] = { .96, .985, .845, .70, .91, .83, .81, .84, .91, .79 };

  return (VwPlotDumbbells) { .n_classes = 10, .classes = sample_digits, .before = before,
                             .after = after, .numbers = numbers_for (french) };
}

VwPlotProfile
sample_profile (gboolean french)
{
  static const double shares[] = { .01, 0, .09, .47, .08, .12, .05, .11, 0, .07 };
  static const double averages[] = { .07, .09, .1, .11, .12, .11, .11, .1, .07, .12 };
  static const double weights[] = { -1.12, -.87, .19, 1.31, -.29, .22, -.58, -.11, -1.87, -.15 };

  return (VwPlotProfile) { .n_classes = 10, .classes = sample_digits, .shares = shares,
                           .averages = averages, .weights = weights, .leader = 3,
                           .share_title = french ? "Part de ses imagettes" : "Share of its patches",
                           .weight_title = french ? "Poids du SVM" : "SVM weight",
                           .numbers = numbers_for (french) };
}

VwPlotPatches
sample_patches (guint n_tiles)
{
  static VwPlotTile tiles[SAMPLE_MOST_TILES];
  static char captions[SAMPLE_MOST_TILES][8];

  for (guint i = 0; i < SAMPLE_MOST_TILES; i++)
    {
      g_snprintf (captions[i], sizeof captions[i], "%u", i * 37);
      tiles[i] = (VwPlotTile) { sample_patch (), captions[i], i % 3 == 0 ? "4" : NULL,
                                i / (double) SAMPLE_MOST_TILES };
    }
  return (VwPlotPatches) { .n_tiles = n_tiles, .tiles = tiles, .side = PATCH, .columns = 8 };
}

VwPlotCurve
sample_sweep (gboolean french)
{
  static const VwPlotCurvePoint points[] = {
    { 0, { .8921, 191.2 } }, { 4, { .8954, 178 } }, { 31, { NAN, NAN } }, { 8, { .884, 160.5 } },
    { 12, { .861, 131 } },   { 16, { .829, 98.7 } }, { 20, { .784, 66 } }, { 24, { .72, 41.3 } },
  };

  return (VwPlotCurve) {
    .x_title = french ? "Seuil de bord (px)" : "Edge threshold (px)", .least = 0, .most = 31, .x_step = 1,
    .n_points = G_N_ELEMENTS (points), .points = points, .n_panels = 2,
    .panels = { { french ? "Exactitude, toutes les images" : "Accuracy over all images", TRUE },
                { french ? "Points clés par image" : "Keypoints per image", FALSE } },
    .joined = TRUE, .present = 31, .mean = NAN, .deviation = NAN, .numbers = numbers_for (french),
  };
}

VwPlotCurve
sample_ratios (gboolean french)
{
  static const VwPlotCurvePoint points[] = { { .0001, { .465 } }, { .01, { .48 } }, { 1, { .519 } },
                                             { 30, { .511 } },    { 10000, { NAN } } };

  return (VwPlotCurve) {
    .x_title = french ? "Coût C du SVM" : "SVM cost C", .least = .0001, .most = 10000,
    .ratios = TRUE, .n_points = G_N_ELEMENTS (points), .points = points, .n_panels = 1,
    .panels = { { french ? "Exactitude, toutes les images" : "Accuracy over all images", TRUE } },
    .joined = TRUE, .present = 1, .mean = NAN, .deviation = NAN, .numbers = numbers_for (french),
  };
}

VwPlotCurve
sample_seeds (gboolean french)
{
  static const VwPlotCurvePoint points[] = { { 42, { .6309 } }, { 43, { .6251 } }, { 44, { .639 } },
                                             { 45, { .6333 } }, { 46, { .628 } } };

  return (VwPlotCurve) {
    .x_title = french ? "Graine" : "Seed", .least = 42, .most = 46, .x_step = 1,
    .n_points = G_N_ELEMENTS (points), .points = points, .n_panels = 1,
    .panels = { { french ? "Exactitude, toutes les images" : "Accuracy over all images", TRUE } },
    .present = 42, .mean = .6313, .deviation = .0054, .numbers = numbers_for (french),
  };
}

VwPlotCurve
sample_choices (gboolean french)
{
  static const char *const names[]
      = { "Nearest", "Linear", "Cubic", "Area", "Lanczos", "Cubic in float" };
  static const char *const french_names[]
      = { "Plus proche", "Linéaire", "Cubique", "Surface", "Lanczos", "Cubique en flottant" };
  static const VwPlotCurvePoint points[]
      = { { 0, { .41, 8 } }, { 1, { .668, 19 } }, { 2, { .631, 17 } }, { 3, { .7, 25.25 } } };

  return (VwPlotCurve) {
    .x_title = french ? "Interpolation" : "Interpolation", .least = 0, .most = 5,
    .categories = french ? french_names : names, .n_points = G_N_ELEMENTS (points),
    .points = points, .n_panels = 2,
    .panels = { { french ? "Exactitude, toutes les images" : "Accuracy over all images", TRUE },
                { french ? "Points clés par image" : "Keypoints per image", FALSE } },
    .present = 1, .mean = NAN, .deviation = NAN, .numbers = numbers_for (french),
  };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/bits.h"
#include "plot/curve.h"
#include "plot/digit.h"
#include "plot/distribution.h"
#include "plot/dumbbells.h"
#include "plot/funnel.h"
#include "plot/heatmap.h"
#include "plot/pairs.h"
#include "plot/patches.h"
#include "plot/profile.h"
#include "plot/scores.h"
#include "plot/strips.h"
#include "plot/words.h"

G_BEGIN_DECLS

/* What the tests draw, in two languages. All but metrics is static. */

extern const VwPlotHeatmapText sample_english;
extern const VwPlotHeatmapText sample_french;
extern const char *const sample_digits[];
extern const char *const sample_clothes[];

/* The notebook's confusion matrix over all 10,000 images. */
VwMetrics *sample_notebook (void);

/* @n classes with counts that grow to @most on the diagonal. */
VwMetrics *sample_metrics (guint n, guint most);

/* A model that draws @metrics in English or French, by share of truth. */
VwPlotHeatmap sample_heatmap (const VwMetrics *metrics, gboolean french);

/* A ring of ink, 96 × 96, with keypoints and lost corners; what it points at is static. */
VwPlotDigit sample_digit (gboolean french);

/* Its level 1 alone, with pixels of its own. */
VwPlotDigit sample_level (void);

/* %VW_DESCRIPTOR_BITS pairs within a patch of 31 pixels, turned by a quarter; static. */
const VwTestPair *sample_pairs (void);

/* The bits of these pairs, %VW_DESCRIPTOR_BYTES; static. */
const guint8 *sample_descriptor (void);

/* @binding: whether the quota takes some */
VwPlotFunnel sample_funnel (gboolean french, gboolean binding);

#define SAMPLE_MOST_WORDS 99

/* @n_words: up to %SAMPLE_MOST_WORDS */
VwPlotWords sample_words (gboolean french, guint n_words);

VwPlotScores sample_scores (gboolean french);
VwPlotDistribution sample_distribution (gboolean french, double value);
VwPlotStrips sample_strips (gboolean french);
VwPlotDumbbells sample_dumbbells (gboolean french);

/* The shares and weights of a word that mostly 3 has. */
VwPlotProfile sample_profile (gboolean french);

#define SAMPLE_MOST_TILES 40

/* @n_tiles: up to %SAMPLE_MOST_TILES, in rows of 8 */
VwPlotPatches sample_patches (guint n_tiles);

/* The edge threshold from 0 to 31, of which a few are done and one failed. */
VwPlotCurve sample_sweep (gboolean french);
VwPlotCurve sample_ratios (gboolean french);

/* Five seeds, with mean and deviation. */
VwPlotCurve sample_seeds (gboolean french);

/* The ways to interpolate. */
VwPlotCurve sample_choices (gboolean french);

/* The style of @theme in the font of the tests. */
VwPlotStyle sample_style (VwPlotTheme theme);

G_END_DECLS

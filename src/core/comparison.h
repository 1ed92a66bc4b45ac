/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an image fares in two runs. */
typedef enum {
  VW_FLIP_NONE,    /* the same prediction, right or wrong */
  VW_FLIP_FIXED,   /* wrong before, right now */
  VW_FLIP_BROKEN,  /* right before, wrong now */
  VW_FLIP_MISTAKE, /* wrong before and now, in another way */
  VW_N_FLIPS,
} VwFlip;

/* Two runs' predictions for the same images, VW_NO_PREDICTION without keypoints; borrowed. */
typedef struct {
  guint n_classes;
  guint n_images;
  const guint8 *labels;
  const gint16 *before, *after;
} VwPredictionPair;

/**
 * VwComparison:
 * @difference: n_classes × (n_classes + 1) counts of the second run minus those of the first:
 *   row = truth, column = prediction, the last column the images without keypoints; every row adds
 *   up to 0
 * @flips: of each image, a #VwFlip
 * @counts: how many images of each #VwFlip
 *
 * What changed from one run to another, image by image.
 */
typedef struct {
  guint n_classes, n_images;
  gint *difference;
  guint8 *flips;
  guint counts[VW_N_FLIPS];
} VwComparison;

VwComparison *vw_comparison_new (const VwPredictionPair *pair);
void vw_comparison_free (VwComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwComparison, vw_comparison_free)

/* @predicted: a class, or VW_NO_PREDICTION */
int vw_comparison_get (const VwComparison *self, guint truth, int predicted);

/**
 * vw_comparison_p_value:
 *
 * How likely two equally good runs differ at least this much in what they fix and break: the exact
 * McNemar test, two-sided. 1 when nothing was fixed or broken.
 * Source: McNemar, Psychometrika 1947; the exact form is the sign test on the pairs that disagree.
 */
double vw_comparison_p_value (const VwComparison *self);

G_END_DECLS

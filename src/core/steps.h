/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/histogram.h"
#include "core/model.h"
#include "core/reason.h"

G_BEGIN_DECLS

/* The method from the stored digit to its scores, in the order of its steps. */
typedef enum {
  VW_STEP_UPSCALE,
  VW_STEP_PYRAMID,
  VW_STEP_FAST,
  VW_STEP_SUPPRESSION,
  VW_STEP_BORDER,
  VW_STEP_QUOTA,
  VW_STEP_DIRECTION,
  VW_STEP_DESCRIPTOR,
  VW_STEP_WORDS,
  VW_STEP_HISTOGRAM,
  VW_STEP_SCORES,
  VW_N_STEPS,
} VwStep;

/* Why there is nothing to be seen of a step. */
typedef enum {
  VW_LACK_NOTHING,
  VW_LACK_COUNTS,    /* OpenCV's engine does not tell how it came to its keypoints */
  VW_LACK_KEYPOINTS, /* the digit has none */
  VW_LACK_MODEL,     /* words and scores come from training */
} VwLack;

/**
 * VwStepsSource:
 * @rows, @cols: of the stored image
 * @width, @height: of the upscaled one
 * @frame, @parameters: the keypoints, and what they were found with
 * @keypoint: the one that is followed through the later steps, −1 for none
 * @model: (nullable): the members below mean something only with it
 * @words, @row, @scores, @predicted: as in #VwRecognition
 * @truth: index of the digit's class in the model, −1 when it has no such class
 *
 * What was found out about one digit; everything borrowed.
 */
typedef struct {
  guint rows, cols, width, height;
  const VwOrbFrame *frame;
  const VwParameters *parameters;
  int keypoint;
  const VwModel *model;
  const guint16 *words;
  const VwHistograms *row;
  const double *scores;
  int predicted, truth;
} VwStepsSource;

/**
 * VwSteps:
 * @reason: the funnel from corners to keypoints
 * @counted: whether its numbers are known
 * @quotas: what each level may keep
 * @levels_at_quota: how many levels have more than that
 * @keypoint: followed through the later steps, −1 for none; then its level, the pixels of that
 *   level, its angle in degrees, and how many bits of its descriptor are 1
 * @words: of the vocabulary
 * @different: words that the digit has
 * @word, @distance: of the keypoint
 * @most: how many keypoints the digit's commonest word has, @most_word
 * @length: what the counts are divided by: of all cells, by the model's norm
 * @cells, @directions, @dims: parts of the image and of the turn that words are counted in apart;
 *   numbers of the histogram
 * @entries: numbers above 0 of all @dims
 * @predicted, @truth: (nullable): names of classes, borrowed from the model; no @truth when its
 *   class was not trained
 * @favour, @against: words that push towards the predicted class and away from it
 * @intercept: what the predicted class starts with
 *
 * The numbers of the lesson, step by step, with no word said about them.
 */
typedef struct {
  guint rows, cols, width, height;
  VwParameters parameters;
  guint n_levels, smallest;
  VwReason reason;
  gboolean counted;
  guint quotas[VW_ORB_MAX_LEVELS], levels_at_quota;
  int keypoint;
  guint level, level_side, ones;
  double angle;
  gboolean has_model;
  guint words, different, word;
  double distance;
  gboolean hamming;
  guint most, most_word;
  int norm;
  double length;
  guint cells, directions, dims, entries;
  const char *predicted, *truth;
  double score, truth_score, intercept;
  guint favour, against;
} VwSteps;

/* Puts the numbers together; a few microseconds. */
void vw_steps_init (VwSteps *self, const VwStepsSource *source);

/* Returns: what the step lacks for there to be something to see. */
VwLack vw_steps_lack (const VwSteps *self, VwStep step);

/* Returns: (transfer none): "upscale", "pyramid" … for files and scripts. */
const char *vw_step_name (VwStep step);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  VW_INTERPOLATION_NEAREST,
  VW_INTERPOLATION_LINEAR,
  VW_INTERPOLATION_CUBIC,
  VW_INTERPOLATION_AREA,
  VW_INTERPOLATION_LANCZOS,
  VW_INTERPOLATION_CUBIC_FLOAT,
} VwInterpolation;

typedef enum { VW_VOCABULARY_EUCLIDEAN, VW_VOCABULARY_HAMMING } VwVocabularyKind;

typedef enum { VW_NORM_L2, VW_NORM_L1, VW_NORM_HELLINGER } VwNorm;

/* Grids of spatial cells whose histograms are laid side by side, coarsest first. */
typedef enum { VW_PYRAMID_1, VW_PYRAMID_1_2, VW_PYRAMID_1_2_4 } VwPyramid;

typedef enum { VW_ENGINE_STAGED, VW_ENGINE_OPENCV } VwEngine;

/**
 * VwParameters:
 *
 * Everything that decides a result, and nothing else. The one truth for the window, the
 * command line, presets, files and reports; vw_parameter_table() describes each member.
 */
typedef struct {
  int upscale; /* pixels of the longer side */
  int interpolation;
  int features;
  double scale_factor;
  int levels;
  int edge_threshold; /* pixels of each level */
  int patch_size;     /* pixels of each level */
  int fast_threshold; /* grey values */
  int engine;
  int words;
  int vocabulary;
  int batch; /* descriptors */
  int seed;
  int norm;
  int pyramid;
  int directions; /* of keypoints, told apart in a cell */
  double svm_c;
  int max_train; /* images, 0 for all */
  int max_test;  /* images, 0 for all */
} VwParameters;

typedef enum { VW_PARAMETER_INT, VW_PARAMETER_DOUBLE, VW_PARAMETER_CHOICE } VwParameterType;

/* The first stage whose product changes with a parameter; later stages change with it. */
typedef enum {
  VW_STAGE_LOAD,
  VW_STAGE_KEYPOINTS,
  VW_STAGE_VOCABULARY,
  VW_STAGE_HISTOGRAMS,
  VW_STAGE_CLASSIFIER,
  VW_STAGE_EVALUATION,
  VW_N_STAGES,
} VwStage;

typedef struct {
  const char *nick;  /* in files and on the command line */
  const char *label; /* English, marked for translation */
} VwChoice;

/**
 * VwParameterInfo:
 * @name: in files, JSON and, after "--", on the command line
 * @offset: of the member in #VwParameters
 * @stage: the first stage that it changes
 * @least, @most: range, both included
 * @step: a good step for a spin button or slider
 * @digits: decimals to show
 * @choices: (nullable): ended by a %NULL nick; the value is the index
 * @unit: (nullable): English, marked for translation
 * @label, @help: English, marked for translation; @help is one line
 */
typedef struct {
  const char *name;
  VwParameterType type;
  gsize offset;
  VwStage stage;
  double least, most, step;
  int digits;
  const VwChoice *choices;
  const char *unit;
  const char *label;
  const char *help;
} VwParameterInfo;

/* Returns: (transfer none): all parameters in the order of the pipeline; @n of them. */
const VwParameterInfo *vw_parameter_table (guint *n);

/* Returns: (transfer none) (nullable): the parameter of that name. */
const VwParameterInfo *vw_parameter_find (const char *name);

/* The value as a number; of a choice, its index. */
double vw_parameter_get (const VwParameters *self, const VwParameterInfo *info);

/* @value must be within the range. */
void vw_parameter_set (VwParameters *self, const VwParameterInfo *info, double value);

/**
 * vw_parameter_parse:
 * @text: a number in the C locale, or the nick of a choice
 *
 * Sets one member from text. On failure @self is unchanged and the error
 * (%VW_ERROR_PARAMETER) names the parameter and its range or its choices.
 */
gboolean vw_parameter_parse (VwParameters *self, const VwParameterInfo *info, const char *text,
                             GError **error);

/* Returns: (transfer full): the value as vw_parameter_parse() reads it, independent of locale. */
char *vw_parameter_format (const VwParameters *self, const VwParameterInfo *info);

/* Every member within its range, else %VW_ERROR_PARAMETER. */
gboolean vw_parameters_check (const VwParameters *self, GError **error);

gboolean vw_parameters_equal (const VwParameters *a, const VwParameters *b);

/* Whether it decides which keypoints an image has; the numbers of images do not. */
gboolean vw_parameter_is_of_detector (const VwParameterInfo *info);

/* Takes those parameters, and no others, from @from. */
void vw_parameters_set_detector (VwParameters *self, const VwParameters *from);

/* Whether @a and @b give every image the same keypoints. */
gboolean vw_parameters_equal_detector (const VwParameters *a, const VwParameters *b);

/**
 * vw_parameters_key:
 *
 * Returns: (transfer full): text that differs exactly when a parameter up to and with @stage
 *   differs, so two equal keys mean that the stage's product is the same for the same data.
 */
char *vw_parameters_key (const VwParameters *self, VwStage stage);

/* Returns: (transfer none): "load", "keypoints", "vocabulary" … as in reports and JSON. */
const char *vw_stage_name (VwStage stage);

G_END_DECLS

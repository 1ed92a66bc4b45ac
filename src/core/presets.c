/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/presets.h"

#include "core/error.h"

/* The settings of the notebook; cv2.ORB_create(nfeatures=500) leaves the rest to OpenCV. */
#define NOTEBOOK \
  .upscale = 96, .interpolation = VW_INTERPOLATION_LINEAR, .features = 500, .scale_factor = 1.2, \
  .levels = 8, .edge_threshold = 31, .patch_size = 31, .fast_threshold = 20, \
  .engine = VW_ENGINE_STAGED, .words = 300, .vocabulary = VW_VOCABULARY_EUCLIDEAN, \
  .batch = 4096, .seed = 42, .norm = VW_NORM_L2, .pyramid = VW_PYRAMID_1, .directions = 1, \
  .svm_c = 1, \
  .max_train = 0, .max_test = 0

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init" /* a preset says what differs from NOTEBOOK */
#ifdef __clang__
#pragma GCC diagnostic ignored "-Winitializer-overrides"
#endif
static const VwPreset presets[] = {
  { "notebook", N_ ("Notebook, as listed"),
    N_ ("The notebook's code as it stands: linear upscaling, OpenCV's default border"), NULL, 0.67,
    { NOTEBOOK } },
  { "notebook-printed", N_ ("Notebook, as printed"),
    N_ ("Bicubic upscaling, which gives the figures that the notebook printed"), NULL, 0.63,
    { NOTEBOOK, .interpolation = VW_INTERPOLATION_CUBIC_FLOAT } },
  { "fixed-border", N_ ("Fixed border"),
    N_ ("An edge threshold of 4 keeps the corners that 31 threw away"),
    N_ ("Mend the border"), 0.89,
    { NOTEBOOK, .interpolation = VW_INTERPOLATION_CUBIC_FLOAT, .edge_threshold = 4 } },
  { "more-words", N_ ("More words"),
    N_ ("2,000 words tell strokes apart that 300 lump together"), N_ ("Take more words"), 0.94,
    { NOTEBOOK, .interpolation = VW_INTERPOLATION_CUBIC_FLOAT, .edge_threshold = 4,
      .words = 2000 } },
  { "tuned", N_ ("Tuned"),
    N_ ("Descriptors compared bit by bit, and more words to tell them apart"),
    N_ ("Compare bits"), 0.95,
    { NOTEBOOK, .interpolation = VW_INTERPOLATION_AREA, .edge_threshold = 4,
      .vocabulary = VW_VOCABULARY_HAMMING, .words = 1000 } },
  { "spatial-pyramid", N_ ("Spatial pyramid"),
    N_ ("Where a word stands counts as well as how often it occurs"), N_ ("Add space"), 0.989,
    { NOTEBOOK, .interpolation = VW_INTERPOLATION_AREA, .edge_threshold = 4,
      .vocabulary = VW_VOCABULARY_HAMMING, .norm = VW_NORM_HELLINGER,
      .pyramid = VW_PYRAMID_1_2_4 } },
  { "best", N_ ("Best"),
    N_ ("Words also told apart by the direction of their strokes: what ORB can reach"),
    N_ ("Tell directions apart"), 0.993,
    { NOTEBOOK, .interpolation = VW_INTERPOLATION_AREA, .edge_threshold = 4,
      .vocabulary = VW_VOCABULARY_HAMMING, .words = 600, .norm = VW_NORM_HELLINGER,
      .pyramid = VW_PYRAMID_1_2, .directions = 8 } },
};
#pragma GCC diagnostic pop

const VwPreset *
vw_preset_table (guint *n)
{
  *n = G_N_ELEMENTS (presets);
  return presets;
}

const VwPreset *
vw_preset_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].name, name))
      return &presets[i];
  return NULL;
}

const VwPreset *
vw_preset_next (const VwPreset *self)
{
  for (const VwPreset *next = self + 1; next < presets + G_N_ELEMENTS (presets); next++)
    if (next->step != NULL)
      return next;
  return NULL;
}

const VwPreset *
vw_preset_default (void)
{
  return vw_preset_find ("notebook-printed");
}

const VwPreset *
vw_preset_matching (const VwParameters *parameters)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (vw_parameters_equal (&presets[i].parameters, parameters))
      return &presets[i];
  return NULL;
}

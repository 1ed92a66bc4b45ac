/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parameters.h"

#include "core/error.h"

#include <errno.h>
#include <math.h>
#include <string.h>

static const VwChoice interpolations[] = {
  { "nearest", N_ ("Nearest") }, { "linear", N_ ("Linear") },
  { "cubic", N_ ("Bicubic") },   { "area", N_ ("Area") },
  { "lanczos", N_ ("Lanczos") }, { "cubic-float", N_ ("Bicubic in float") },
  { NULL, NULL },
};
static const VwChoice engines[] = {
  { "staged", N_ ("In stages") }, { "opencv", N_ ("OpenCV") }, { NULL, NULL },
};
static const VwChoice vocabularies[] = {
  { "euclidean", N_ ("Euclidean") }, { "hamming", N_ ("Hamming") }, { NULL, NULL },
};
static const VwChoice norms[] = {
  { "l2", N_ ("L2") }, { "l1", N_ ("L1") }, { "hellinger", N_ ("Hellinger") }, { NULL, NULL },
};
static const VwChoice pyramids[] = {
  { "1", N_ ("Whole digit") },
  { "1+2", N_ ("1 + 2×2 cells") },
  { "1+2+4", N_ ("1 + 2×2 + 4×4 cells") },
  { NULL, NULL },
};

#define INT(name, member, stage, least, most, step, unit, label, help) \
  { name, VW_PARAMETER_INT, G_STRUCT_OFFSET (VwParameters, member), stage, least, most, step, 0, \
    NULL, unit, label, help }
#define DOUBLE(name, member, stage, least, most, step, digits, label, help) \
  { name, VW_PARAMETER_DOUBLE, G_STRUCT_OFFSET (VwParameters, member), stage, least, most, step, \
    digits, NULL, NULL, label, help }
#define CHOICE(name, member, stage, choices, label, help) \
  { name, VW_PARAMETER_CHOICE, G_STRUCT_OFFSET (VwParameters, member), stage, 0, \
    G_N_ELEMENTS (choices) - 2, 1, 0, choices, NULL, label, help }

static const VwParameterInfo table[] = {
  INT ("upscale", upscale, VW_STAGE_KEYPOINTS, 8, 512, 4, N_ ("px"), N_ ("Upscale to"),
       N_ ("Longer side of the enlarged digit")),
  CHOICE ("interpolation", interpolation, VW_STAGE_KEYPOINTS, interpolations,
          N_ ("Interpolation"), N_ ("How pixels between the original ones are made up")),
  INT ("features", features, VW_STAGE_KEYPOINTS, 1, 100000, 50, N_ ("keypoints"),
       N_ ("Most keypoints"), N_ ("Quota of a digit, shared out over the pyramid levels")),
  DOUBLE ("scale-factor", scale_factor, VW_STAGE_KEYPOINTS, 1.01, 4, 0.05, 2,
          N_ ("Scale factor"), N_ ("How much smaller each pyramid level is than the one before")),
  INT ("levels", levels, VW_STAGE_KEYPOINTS, 1, 16, 1, NULL, N_ ("Pyramid levels"),
       N_ ("Number of sizes at which corners are looked for")),
  INT ("edge-threshold", edge_threshold, VW_STAGE_KEYPOINTS, 0, 128, 1, N_ ("px"),
       N_ ("Edge threshold"), N_ ("Keypoints nearer than this to the border of their level are dropped")),
  INT ("patch-size", patch_size, VW_STAGE_KEYPOINTS, 2, 128, 1, N_ ("px"), N_ ("Patch size"),
       N_ ("Side of the patch that gives direction and descriptor; 31 has the learned test pattern")),
  INT ("fast-threshold", fast_threshold, VW_STAGE_KEYPOINTS, 0, 254, 1, NULL,
       N_ ("FAST threshold"), N_ ("Grey-value step that a corner's ring must make")),
  CHOICE ("engine", engine, VW_STAGE_KEYPOINTS, engines, N_ ("Detector"),
          N_ ("Which code finds the keypoints; the results are the same")),
  INT ("words", words, VW_STAGE_VOCABULARY, 2, 20000, 50, N_ ("words"), N_ ("Vocabulary"),
       N_ ("Number of visual words")),
  CHOICE ("vocabulary", vocabulary, VW_STAGE_VOCABULARY, vocabularies, N_ ("Distance"),
          N_ ("Descriptors compared as 32 numbers, or as the 256 bits that they are")),
  INT ("batch", batch, VW_STAGE_VOCABULARY, 16, 1048576, 1024, N_ ("descriptors"),
       N_ ("Batch"), N_ ("Descriptors drawn for each step of mini-batch k-means")),
  INT ("seed", seed, VW_STAGE_VOCABULARY, 0, 2147483647, 1, NULL, N_ ("Seed"),
       N_ ("Start of the random numbers: the same seed gives the same result")),
  CHOICE ("norm", norm, VW_STAGE_HISTOGRAMS, norms, N_ ("Normalisation"),
          N_ ("How a histogram is made independent of the number of keypoints")),
  CHOICE ("pyramid", pyramid, VW_STAGE_HISTOGRAMS, pyramids, N_ ("Spatial cells"),
          N_ ("Count words in the whole digit only, or in parts of it too")),
  INT ("directions", directions, VW_STAGE_HISTOGRAMS, 1, 32, 1, NULL, N_ ("Directions"),
       N_ ("In how many directions of its keypoints a word is counted separately")),
  DOUBLE ("svm-c", svm_c, VW_STAGE_CLASSIFIER, 0.0001, 10000, 0.5, 4, N_ ("SVM cost C"),
          N_ ("How much a wrong training digit costs against a wide margin")),
  INT ("max-train", max_train, VW_STAGE_KEYPOINTS, 0, 10000000, 1000, N_ ("digits"),
       N_ ("Training digits"), N_ ("Use only the first so many; 0 means all")),
  INT ("max-test", max_test, VW_STAGE_KEYPOINTS, 0, 10000000, 1000, N_ ("digits"),
       N_ ("Test digits"), N_ ("Use only the first so many; 0 means all")),
};

const VwParameterInfo *
vw_parameter_table (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

const VwParameterInfo *
vw_parameter_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      return &table[i];
  return NULL;
}

double
vw_parameter_get (const VwParameters *self, const VwParameterInfo *info)
{
  if (info->type == VW_PARAMETER_DOUBLE)
    return G_STRUCT_MEMBER (double, self, info->offset);
  return G_STRUCT_MEMBER (int, self, info->offset);
}

void
vw_parameter_set (VwParameters *self, const VwParameterInfo *info, double value)
{
  if (info->type == VW_PARAMETER_DOUBLE)
    G_STRUCT_MEMBER (double, self, info->offset) = value;
  else
    G_STRUCT_MEMBER (int, self, info->offset) = (int) lround (value);
}

static gboolean
parse_choice (const VwParameterInfo *info, const char *text, double *value, GError **error)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; info->choices[i].nick != NULL; i++)
    {
      if (g_str_equal (info->choices[i].nick, text))
        {
          *value = i;
          return TRUE;
        }
      g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", info->choices[i].nick);
    }
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), info->name, text,
                nicks->str);
  return FALSE;
}

static gboolean
in_range (const VwParameterInfo *info, double value)
{
  /* Written so that NaN is outside. */
  return value >= info->least && value <= info->most;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

static void
set_range_error (const VwParameterInfo *info, const char *text, GError **error)
{
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (least, sizeof least, "%.10g", info->least);
  g_ascii_formatd (most, sizeof most, "%.10g", info->most);
  if (is_blank (text))
    vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: a number from %s to %s is missing"),
                  info->name, least, most);
  else
    vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: %s is not a number from %s to %s"),
                  info->name, text, least, most);
}

gboolean
vw_parameter_parse (VwParameters *self, const VwParameterInfo *info, const char *text,
                    GError **error)
{
  double value = 0;
  char *end = NULL;

  if (info->type == VW_PARAMETER_CHOICE)
    {
      if (!parse_choice (info, text, &value, error))
        return FALSE;
    }
  else
    {
      value = g_ascii_strtod (text, &end);
      if (end == text || *end != '\0' || !in_range (info, value))
        {
          set_range_error (info, text, error);
          return FALSE;
        }
      if (info->type == VW_PARAMETER_INT && value != floor (value))
        {
          vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: %s is not a whole number"),
                        info->name, text);
          return FALSE;
        }
    }
  vw_parameter_set (self, info, value);
  return TRUE;
}

char *
vw_parameter_format (const VwParameters *self, const VwParameterInfo *info)
{
  double value = vw_parameter_get (self, info);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (info->type == VW_PARAMETER_CHOICE)
    return g_strdup (info->choices[(int) value].nick);
  if (info->type == VW_PARAMETER_INT)
    return g_strdup_printf ("%d", (int) value);
  /* The shortest text without an exponent that reads back as the same number. */
  for (int digits = 1; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value && strchr (buffer, 'e') == NULL)
        break;
    }
  return g_strdup (buffer);
}

gboolean
vw_parameters_check (const VwParameters *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double value = vw_parameter_get (self, &table[i]);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      if (in_range (&table[i], value))
        continue;
      set_range_error (&table[i], g_ascii_formatd (text, sizeof text, "%g", value), error);
      return FALSE;
    }
  return TRUE;
}

gboolean
vw_parameters_equal (const VwParameters *a, const VwParameters *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (vw_parameter_get (a, &table[i]) != vw_parameter_get (b, &table[i]))
      return FALSE;
  return TRUE;
}

gboolean
vw_parameter_is_of_detector (const VwParameterInfo *info)
{
  return info->stage == VW_STAGE_KEYPOINTS
         && info->offset != G_STRUCT_OFFSET (VwParameters, max_train)
         && info->offset != G_STRUCT_OFFSET (VwParameters, max_test);
}

void
vw_parameters_set_detector (VwParameters *self, const VwParameters *from)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (vw_parameter_is_of_detector (&table[i]))
      vw_parameter_set (self, &table[i], vw_parameter_get (from, &table[i]));
}

gboolean
vw_parameters_equal_detector (const VwParameters *a, const VwParameters *b)
{
  VwParameters other = *a;

  vw_parameters_set_detector (&other, b);
  return vw_parameters_equal (a, &other);
}

char *
vw_parameters_key (const VwParameters *self, VwStage stage)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].stage <= stage)
      {
        g_autofree char *value = vw_parameter_format (self, &table[i]);

        g_string_append_printf (key, "%s=%s;", table[i].name, value);
      }
  return g_string_free (key, FALSE);
}

const char *
vw_stage_name (VwStage stage)
{
  static const char *const names[VW_N_STAGES]
      = { "load", "keypoints", "vocabulary", "histograms", "classifier", "evaluation" };

  return names[stage];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/training-texts.h"

#include "app/strings.h"
#include "app/workload.h"
#include "core/histogram.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
vw_training_texts_stage (VwStage stage)
{
  static const char *const names[VW_N_STAGES]
      = { N_ ("Load"), N_ ("Keypoints"), N_ ("Vocabulary"), N_ ("Histograms"), N_ ("Classifier"),
          N_ ("Evaluation") };

  return _(names[stage]);
}

static guint
count_differences (const VwParameters *a, const VwParameters *b)
{
  guint n, differences = 0;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    differences += vw_parameter_get (a, &table[i]) != vw_parameter_get (b, &table[i]);
  return differences;
}

const VwPreset *
vw_training_texts_preset (const VwParameters *parameters)
{
  const VwPreset *best = vw_preset_matching (parameters);
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  if (best != NULL)
    return best;
  best = vw_preset_default ();
  for (guint i = 0; i < n; i++)
    if (count_differences (parameters, &presets[i].parameters)
        < count_differences (parameters, &best->parameters))
      best = &presets[i];
  return best;
}

char *
vw_training_texts_value (const VwParameterInfo *info, double value)
{
  return value == (gint64) value ? vw_strings_count ((guint) value)
                                 : vw_strings_decimal (value, info->digits);
}

char *
vw_training_texts_choice_or_value (const VwParameterInfo *info, double value)
{
  return info->type == VW_PARAMETER_CHOICE ? g_strdup (_(info->choices[(int) value].label))
                                           : vw_training_texts_value (info, value);
}

char *
vw_training_texts_name (const VwParameters *parameters)
{
  const VwPreset *preset = vw_training_texts_preset (parameters);
  GString *text = g_string_new (_(preset->label));
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    if (vw_parameter_get (parameters, &table[i])
        != vw_parameter_get (&preset->parameters, &table[i]))
      {
        g_autofree char *value = vw_training_texts_choice_or_value (
            &table[i], vw_parameter_get (parameters, &table[i]));

        g_string_append_printf (text, " · %s %s", _(table[i].label), value);
      }
  return g_string_free (text, FALSE);
}

static char *
describe_splits (guint n_train, guint n_test)
{
  g_autofree char *train = vw_strings_count (n_train);
  g_autofree char *test = vw_strings_count (n_test);

  return g_strdup_printf (_("%s + %s digits"), train, test);
}

char *
vw_training_texts_work (VwDataset *dataset, const VwParameters *parameters, VwStage stage)
{
  g_autofree char *count = NULL;
  guint n_classes;
  VwWorkload load;

  if (dataset == NULL)
    return g_strdup ("");
  n_classes = vw_dataset_get_n_classes (dataset);
  vw_workload_init (&load, dataset, parameters);
  switch (stage)
    {
    case VW_STAGE_LOAD:
      return describe_splits (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN),
                              vw_dataset_get_count (dataset, VW_SPLIT_TEST));
    case VW_STAGE_VOCABULARY:
      count = vw_strings_count (parameters->words);
      return g_strdup_printf (ngettext ("%s word", "%s words", parameters->words), count);
    case VW_STAGE_CLASSIFIER:
      count = vw_strings_count (n_classes);
      return g_strdup_printf (ngettext ("%s class", "%s classes", n_classes), count);
    case VW_STAGE_EVALUATION:
      count = vw_strings_count (load.n_test);
      return g_strdup_printf (ngettext ("%s digit", "%s digits", load.n_test), count);
    default:
      return describe_splits (load.n_train, load.n_test);
    }
}

/* Bars of a digit's histogram that are not empty, of all that there are. */
static char *
describe_entries (const VwParameters *parameters, double entries)
{
  g_autofree char *mean = vw_strings_decimal (entries, 1);
  g_autofree char *all = vw_strings_count (parameters->words * vw_histogram_parts (parameters));

  return g_strdup_printf (_("%s of %s entries a digit"), mean, all);
}

static char *
describe_right (guint right, guint n)
{
  g_autofree char *part = vw_strings_count (right);
  g_autofree char *all = vw_strings_count (n);

  return g_strdup_printf (ngettext ("%s of %s digit right", "%s of %s digits right", n), part, all);
}

char *
vw_training_texts_made (VwDataset *dataset, const VwParameters *parameters, VwStage stage,
                        double made)
{
  g_autofree char *count = NULL;
  VwWorkload load;

  if (dataset == NULL)
    return g_strdup ("");
  switch (stage)
    {
    case VW_STAGE_KEYPOINTS:
      count = vw_strings_count (made);
      return g_strdup_printf (ngettext ("%s keypoint", "%s keypoints", (gulong) made), count);
    case VW_STAGE_HISTOGRAMS:
      return describe_entries (parameters, made);
    case VW_STAGE_EVALUATION:
      vw_workload_init (&load, dataset, parameters);
      return describe_right (made, load.n_test);
    default:
      return vw_training_texts_work (dataset, parameters, stage);
    }
}

char *
vw_training_texts_seconds (double seconds)
{
  int whole = (int) round (seconds);
  g_autofree char *number = vw_strings_decimal (seconds, seconds < 9.95 ? 1 : 0);

  if (whole < 60)
    return g_strdup_printf (_("%s s"), number);
  return g_strdup_printf (_("%d min %d s"), whole / 60, whole % 60);
}

char *
vw_training_texts_about (double seconds)
{
  g_autofree char *text = vw_training_texts_seconds (seconds);

  return seconds < 1 ? g_strdup (_("under 1 s")) : g_strdup_printf (_("about %s"), text);
}

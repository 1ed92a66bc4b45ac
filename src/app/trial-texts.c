/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trial-texts.h"

#include "app/strings.h"
#include "app/training-texts.h"
#include "text/error-text.h"

#include <glib/gi18n.h>

static const VwTrial *
get_trial (const VwOutcome *outcome, guint index)
{
  return &g_array_index (outcome->trials, VwTrial, index);
}

char *
vw_trial_texts_figure (const VwPlotOutcomeWords *words, const VwOutcome *outcome, guint index,
                       VwTrialFigure figure)
{
  const VwTrial *trial = get_trial (outcome, index);
  const VwMetrics *metrics = trial->metrics;

  if (figure == VW_TRIAL_VALUE)
    return vw_plot_outcome_words_value (words, outcome, trial->value);
  if (figure == VW_TRIAL_TIME)
    return vw_training_texts_seconds (trial->seconds);
  if (metrics == NULL)
    return g_strdup ("–");
  switch (figure)
    {
    case VW_TRIAL_ALL:
      return vw_strings_percent (vw_metrics_accuracy (metrics, VW_POPULATION_ALL), 2);
    case VW_TRIAL_SOME:
      return vw_strings_percent (vw_metrics_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS), 2);
    case VW_TRIAL_F1:
      return vw_strings_decimal (
          vw_metrics_macro_average (metrics, VW_POPULATION_WITH_KEYPOINTS).f1, 3);
    default:
      return vw_strings_decimal (vw_trial_get_keypoints (trial), 1);
    }
}

char *
vw_trial_texts_setting (const VwPlotOutcomeWords *words, const VwOutcome *outcome, double value)
{
  g_autofree char *text = vw_plot_outcome_words_value (words, outcome, value);

  return g_strconcat (words->parameter, " ", text, words->unit != NULL ? "\u00a0" : NULL,
                      words->unit, NULL);
}

char *
vw_trial_texts_reason (const VwTrial *trial)
{
  return vw_error_sentence (trial->error);
}

/* Returns: (transfer full): a figure of a trial in a sentence; @pattern: for printf(), translated */
static char *
phrase (const VwPlotOutcomeWords *words, const VwOutcome *outcome, guint index,
        VwTrialFigure figure, const char *pattern)
{
  g_autofree char *value = vw_trial_texts_figure (words, outcome, index, figure);
  GString *text = g_string_new (pattern);

  g_string_replace (text, "%s", value, 1);
  return g_string_free (text, FALSE);
}

char *
vw_trial_texts_describe (const VwPlotOutcomeWords *words, const VwOutcome *outcome, guint index,
                         const char *separator)
{
  static const struct { VwTrialFigure figure; const char *pattern; } phrases[] = {
    { VW_TRIAL_ALL, N_ ("%s of all digits right") },
    { VW_TRIAL_SOME, N_ ("%s of those with keypoints") },
    { VW_TRIAL_F1, N_ ("macro F1 %s") },
    { VW_TRIAL_KEYPOINTS, N_ ("%s keypoints per training digit") },
    { VW_TRIAL_TIME, "%s" },
  };
  const VwTrial *trial = get_trial (outcome, index);
  g_autofree char *setting = vw_trial_texts_setting (words, outcome, trial->value);
  g_autoptr (GString) text = g_string_new (setting);

  if (trial->metrics == NULL)
    {
      g_autofree char *reason = vw_trial_texts_reason (trial);

      return g_strjoin (separator, setting, reason, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *part
          = phrase (words, outcome, index, phrases[i].figure, _(phrases[i].pattern));

      g_string_append_printf (text, "%s%s", separator, part);
    }
  return g_strdup (text->str);
}

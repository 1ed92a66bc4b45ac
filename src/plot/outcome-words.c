/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/outcome-words.h"

#include "config.h"
#include "core/error.h"

#define DIGITS 2 /* of percentages */

static const VwPlotOutcomeText english = {
  .sweep = N_ ("{parameter}: accuracy and keypoints"),
  .accuracy_alone = N_ ("{parameter}: accuracy"),
  .seeds = N_ ("The same training with {n} seeds"),
  .accuracy = N_ ("Accuracy over all test images"),
  .keypoints = N_ ("Keypoints per training image"),
  .with_unit = N_ ("{parameter} ({unit})"),
  .best = N_ ("Highest accuracy {accuracy} · {parameter} {value}"),
  .spread = N_ ("{mean} ± {deviation} over {n} seeds, from {least} to {most}"),
  .single = N_ ("{accuracy} with a single seed"),
  .nothing = N_ ("None of the values can be trained with"),
  .varied = N_ ("{parameter} varied"),
};

void
vw_plot_outcome_words_init (VwPlotOutcomeWords *self, const VwParameterInfo *info,
                            const char *language, VwPlotTranslate translate)
{
  *self = (VwPlotOutcomeWords) { 0 };
  self->language = language;
  self->translate = translate;
  self->numbers = vw_plot_numbers_for (language);
  self->text = english;
  vw_plot_translate_all ((const char **) &self->text, sizeof self->text, translate);
  self->parameter = translate (info->label);
  self->unit = info->unit != NULL ? translate (info->unit) : NULL;
  for (guint i = 0; info->choices != NULL && info->choices[i].nick != NULL; i++)
    self->choices[i] = translate (info->choices[i].label);
}

char *
vw_plot_outcome_words_title (const VwPlotOutcomeWords *self, const VwOutcome *outcome)
{
  g_autofree char *n = vw_plot_format_count (self->numbers, outcome->values->len, FALSE);
  const char *sweep = vw_outcome_changes_keypoints (outcome) ? self->text.sweep
                                                             : self->text.accuracy_alone;

  if (vw_outcome_is_repetition (outcome))
    return vw_plot_compose (self->text.seeds, "n", n, NULL);
  return vw_plot_compose (sweep, "parameter", self->parameter, NULL);
}

char *
vw_plot_outcome_words_axis (const VwPlotOutcomeWords *self)
{
  if (self->unit == NULL)
    return g_strdup (self->parameter);
  return vw_plot_compose (self->text.with_unit, "parameter", self->parameter, "unit", self->unit,
                          NULL);
}

char *
vw_plot_outcome_words_value (const VwPlotOutcomeWords *self, const VwOutcome *outcome,
                             double value)
{
  char *text;

  if (outcome->info->type == VW_PARAMETER_CHOICE)
    return g_strdup (self->choices[(guint) value]);
  if (outcome->info->type == VW_PARAMETER_INT && !vw_outcome_is_repetition (outcome))
    return vw_plot_format_count (self->numbers, (gint64) value, FALSE);
  text = vw_outcome_format_value (outcome, value);
  return g_strdelimit (text, ".", self->numbers->decimal[0]);
}

static char *
percent (const VwPlotOutcomeWords *self, double share)
{
  return vw_plot_format_percent (self->numbers, share, DIGITS, FALSE);
}

static char *
describe_spread (const VwPlotOutcomeWords *self, const VwOutcome *outcome)
{
  VwSummary summary = vw_trials_accuracy (outcome->trials, VW_POPULATION_ALL);
  g_autofree char *mean = percent (self, summary.mean);
  g_autofree char *deviation = percent (self, summary.deviation);
  g_autofree char *least = percent (self, summary.least);
  g_autofree char *most = percent (self, summary.most);
  g_autofree char *n = vw_plot_format_count (self->numbers, summary.n, FALSE);

  if (summary.n == 1)
    return vw_plot_compose (self->text.single, "accuracy", mean, NULL);
  return vw_plot_compose (self->text.spread, "mean", mean, "deviation", deviation, "n", n, "least",
                          least, "most", most, NULL);
}

static char *
describe_best (const VwPlotOutcomeWords *self, const VwOutcome *outcome, guint best)
{
  const VwTrial *trial = &g_array_index (outcome->trials, VwTrial, best);
  g_autofree char *accuracy
      = percent (self, vw_metrics_accuracy (trial->metrics, VW_POPULATION_ALL));
  g_autofree char *value = vw_plot_outcome_words_value (self, outcome, trial->value);

  return vw_plot_compose (self->text.best, "accuracy", accuracy, "parameter",
                          self->parameter, "value", value, NULL);
}

char *
vw_plot_outcome_words_summary (const VwPlotOutcomeWords *self, const VwOutcome *outcome)
{
  int best = vw_outcome_best (outcome);

  if (outcome->trials->len == 0)
    return g_strdup ("");
  if (best < 0)
    return g_strdup (self->text.nothing);
  if (vw_outcome_is_repetition (outcome))
    return describe_spread (self, outcome);
  return describe_best (self, outcome, (guint) best);
}

char *
vw_plot_outcome_words_made_from (const VwPlotOutcomeWords *self, const VwOutcome *outcome)
{
  g_autofree char *varied = vw_plot_compose (
      self->text.varied, "parameter", self->parameter, NULL);
  const VwPlotOrigin origin = { .version = VW_VERSION, .subject = varied,
                                .parameters = &outcome->parameters, .varied = outcome->info,
                                .data_sha256 = outcome->data_sha256 };

  return vw_plot_origin_describe (&origin, self->translate, self->numbers);
}

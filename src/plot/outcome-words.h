/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/outcome.h"
#include "plot/origin.h"

G_BEGIN_DECLS

/**
 * VwPlotOutcomeText:
 * @sweep, @accuracy_alone, @seeds: titles, patterns of {parameter}, of {parameter} when it does not
 *   change the keypoints, of {n}
 * @accuracy, @keypoints: what the panels show
 * @with_unit: pattern of {parameter}, {unit}: beside an axis
 * @best: pattern of {accuracy}, {parameter}, {value}
 * @spread: pattern of {mean}, {deviation}, {n}, {least}, {most}
 * @single: pattern of {accuracy}: of a single seed
 * @nothing: stands in their place when no value could be trained
 * @varied: pattern of {parameter}: among what it was made from
 */
typedef struct {
  const char *sweep, *accuracy_alone, *seeds;
  const char *accuracy, *keypoints;
  const char *with_unit;
  const char *best, *spread, *single, *nothing;
  const char *varied;
} VwPlotOutcomeText;

#define VW_PLOT_MOST_CHOICES 16

/**
 * VwPlotOutcomeWords:
 * @language: (nullable): as in "fr"
 * @translate: into that language; for the caption alone
 * @parameter, @unit, @choices: of the parameter that is varied; @unit: (nullable)
 *
 * All the words of an experiment's outcome, in one language.
 */
typedef struct {
  const char *language;
  VwPlotTranslate translate;
  const VwPlotNumbers *numbers;
  VwPlotOutcomeText text;
  const char *parameter, *unit;
  const char *choices[VW_PLOT_MOST_CHOICES];
} VwPlotOutcomeWords;

/* @info: of the parameter that is varied; @language: (nullable): borrowed */
void vw_plot_outcome_words_init (VwPlotOutcomeWords *self, const VwParameterInfo *info,
                                 const char *language, VwPlotTranslate translate);

/* Returns: (transfer full): the title of a figure. */
char *vw_plot_outcome_words_title (const VwPlotOutcomeWords *self, const VwOutcome *outcome);

/* Returns: (transfer full): the parameter, with its unit. */
char *vw_plot_outcome_words_axis (const VwPlotOutcomeWords *self);

/* Returns: (transfer full): a value of the parameter. */
char *vw_plot_outcome_words_value (const VwPlotOutcomeWords *self, const VwOutcome *outcome,
                                   double value);

/* Returns: (transfer full): mean and spread of seeds, else the best value; "" without a trial. */
char *vw_plot_outcome_words_summary (const VwPlotOutcomeWords *self, const VwOutcome *outcome);

/* Returns: (transfer full): program, preset, every parameter and the data's hash, in a line. */
char *vw_plot_outcome_words_made_from (const VwPlotOutcomeWords *self, const VwOutcome *outcome);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/trainer.h"

G_BEGIN_DECLS

#define VW_EXPERIMENT_MOST_TRIALS 1000

/**
 * VwTrial:
 * @value: of the parameter that is varied
 * @metrics: (nullable): on the test split; %NULL when this value cannot be trained
 * @error: (nullable): why not, of %VW_ERROR: a single value that fails does not end the experiment
 * @train_descriptors: keypoints in the train split
 * @seconds: wall time, with what earlier trials left to be reused
 */
typedef struct {
  double value;
  VwMetrics *metrics;
  GError *error;
  guint64 train_descriptors;
  guint train_total;
  double seconds;
} VwTrial;

void vw_trial_clear (VwTrial *self);

/* Keypoints of a training image, on average. */
double vw_trial_get_keypoints (const VwTrial *self);

/**
 * VwExperimentFunc:
 * @n_done: trials that are finished, all of them in the end
 * @progress: of the trial under way, or of the one that was just finished
 *
 * Called on the thread that runs the experiment, at most 20 times a second and after each trial.
 */
typedef void (*VwExperimentFunc) (guint n_done, const VwTrainingProgress *progress, gpointer data);

/**
 * VwExperiment:
 * @training: what every trial has in common; not its progress function, and descriptors are
 *   kept from trial to trial
 * @info: the parameter that is varied
 * @n_values, @values: one trial each, in this order
 * @progress: (nullable)
 *
 * The same training for several values of one parameter. The trainer keeps each stage's last
 * product, so that values which only change a late stage repeat no early one.
 */
typedef struct {
  VwTraining training;
  const VwParameterInfo *info;
  guint n_values;
  const double *values;
  VwExperimentFunc progress;
  gpointer progress_data;
} VwExperiment;

/**
 * vw_experiment_range:
 * @info: no choice
 * @from, @to: both included when @step leads from the one to the other; @from > @to goes down
 * @step: above 0, and whole where the parameter is
 *
 * Returns: (transfer full): an array of double, or %NULL with %VW_ERROR_PARAMETER when the range
 *   leaves that of the parameter or holds more than %VW_EXPERIMENT_MOST_TRIALS values.
 */
GArray *vw_experiment_range (const VwParameterInfo *info,
                             double from,
                             double to,
                             double step,
                             GError **error);

/**
 * vw_experiment_parse:
 * @text: FROM:TO, FROM:TO:STEP, or values with commas between them; numbers in the C locale
 *
 * Returns: (transfer full): an array of double, as vw_experiment_range(); a choice as its index.
 */
GArray *vw_experiment_parse (const VwParameterInfo *info, const char *text, GError **error);

/**
 * vw_experiment_parse_typed:
 * @text: as in vw_experiment_parse(), but as people type it: blanks and semicolons separate values
 *   too
 * @decimal_comma: their language has one: between two digits it belongs to the number where the
 *   parameter is not whole
 *
 * Returns: (transfer full): as vw_experiment_parse()
 */
GArray *vw_experiment_parse_typed (const VwParameterInfo *info,
                                   const char *text,
                                   gboolean decimal_comma,
                                   GError **error);

/**
 * vw_experiment_seeds:
 *
 * Returns: (transfer full): the seed of @parameters and those that follow it, @n in all, from 0 on
 *   behind the largest.
 */
GArray *vw_experiment_seeds (const VwParameters *parameters, guint n);

/**
 * vw_experiment_run:
 * @trials: an empty array of #VwTrial, which gets each one as it is finished, before the progress
 *   function is called
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED; the trials finished by then are in @trials.
 */
gboolean
vw_experiment_run (const VwExperiment *self, VwTrainer *trainer, GArray *trials, GError **error);

/* Returns: (transfer full): an array that clears its #VwTrial members. */
GArray *vw_trials_new (void);

/* Appends copies of the trials of @from, from @first on. */
void vw_trials_append (GArray *self, const GArray *from, guint first);

/**
 * VwSummary:
 * @n: how many trials could be trained
 * @deviation: of the sample, with n − 1; 0 for a single one
 */
typedef struct {
  guint n;
  double mean, deviation, least, most;
} VwSummary;

/* Mean and spread of the accuracy of @trials; all 0 when none could be trained. */
VwSummary vw_trials_accuracy (const GArray *trials, VwPopulation population);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/outcome-words.h"

G_BEGIN_DECLS

/* The words of a single trial. */

/* What is told of a trial, each as a column of a table. */
typedef enum {
  VW_TRIAL_VALUE,
  VW_TRIAL_ALL,
  VW_TRIAL_SOME,
  VW_TRIAL_F1,
  VW_TRIAL_KEYPOINTS,
  VW_TRIAL_TIME,
  VW_N_TRIAL_FIGURES,
} VwTrialFigure;

/* Returns: (transfer full): one figure of a trial; "–" where there is none. */
char *vw_trial_texts_figure (const VwPlotOutcomeWords *words, const VwOutcome *outcome, guint trial,
                             VwTrialFigure figure);

/* Returns: (transfer full): "Edge threshold 8 px" */
char *vw_trial_texts_setting (const VwPlotOutcomeWords *words, const VwOutcome *outcome,
                              double value);

/* Returns: (transfer full): setting, accuracies and keypoints, or why it failed. */
char *vw_trial_texts_describe (const VwPlotOutcomeWords *words, const VwOutcome *outcome,
                               guint trial, const char *separator);

/* Returns: (transfer full): why that trial failed, in the user's language. */
char *vw_trial_texts_reason (const VwTrial *trial);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/training-job.h"
#include "core/presets.h"

G_BEGIN_DECLS

/* The words of the Training page. */

/* Returns: (transfer none): the stage's name for the user. */
const char *vw_training_texts_stage (VwStage stage);

/* Returns: (transfer none): the preset with these parameters, else the one that differs least. */
const VwPreset *vw_training_texts_preset (const VwParameters *parameters);

/* Returns: (transfer full): "Notebook, as printed · edge threshold 15" */
char *vw_training_texts_name (const VwParameters *parameters);

/* Returns: (transfer full): what @stage works on, as in "300 words"; without @dataset, nothing */
char *vw_training_texts_work (VwDataset *dataset, const VwParameters *parameters, VwStage stage);

/* Returns: (transfer full): what came of @stage, as in "1,024,080 keypoints"; @made as in
   VwStageRecord. */
char *vw_training_texts_made (VwDataset *dataset, const VwParameters *parameters, VwStage stage,
                              double made);

/* Returns: (transfer full): a value of a parameter that is no choice */
char *vw_training_texts_value (const VwParameterInfo *info, double value);

/* Returns: (transfer full): a value of any parameter */
char *vw_training_texts_choice_or_value (const VwParameterInfo *info, double value);

/* Returns: (transfer full): "0.8 s", "14 s", "2 min 5 s" */
char *vw_training_texts_seconds (double seconds);

/* Returns: (transfer full): a guess of the same, "about 14 s", "under 1 s" */
char *vw_training_texts_about (double seconds);

G_END_DECLS

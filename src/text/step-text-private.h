/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/reason-text.h"
#include "text/step-text.h"

G_BEGIN_DECLS

/* Sentences and notes of steps that have something to show: as in step-text.h. */
char *vw_step_sentence_of_corners (VwStep step, const VwSteps *steps, VwDecimalFunc decimal);
char *vw_step_note_of_corners (VwStep step, const VwSteps *steps, VwDecimalFunc decimal);
char *vw_step_sentence_of_keypoints (VwStep step, const VwSteps *steps, VwDecimalFunc decimal);
char *vw_step_note_of_keypoints (VwStep step, const VwSteps *steps, VwDecimalFunc decimal);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/steps.h"

G_BEGIN_DECLS

/* Returns: (transfer full): @value with @digits decimals, as the user writes numbers. */
typedef char *(*VwDecimalFunc) (double value, int digits);

/* Returns: (transfer none): the step's name in the user's language, one word. */
const char *vw_step_title (VwStep step);

/**
 * vw_step_figure:
 *
 * Returns: (transfer full): what of the digit is there after the step, as short as can be: "96 px",
 *   "8 levels", "922"; "–" when that is not known
 */
char *vw_step_figure (VwStep step, const VwSteps *steps);

/**
 * vw_step_sentence:
 *
 * What the step does with this digit, plainly. "× 96" are lost, "○ 6" are kept, as on the picture.
 * Of a step with nothing to see, the reason and what to do.
 *
 * Returns: (transfer full): one sentence or two in the user's language
 */
char *vw_step_sentence (VwStep step, const VwSteps *steps, VwDecimalFunc decimal);

/* Returns: (transfer full) (nullable): the arithmetic behind the sentence. */
char *vw_step_note (VwStep step, const VwSteps *steps, VwDecimalFunc decimal);

G_END_DECLS

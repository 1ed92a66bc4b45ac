/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reason.h"

G_BEGIN_DECLS

/**
 * vw_reason_sentence:
 *
 * Returns: (transfer full): what decided the number of keypoints, a sentence in the user's language
 */
char *vw_reason_sentence (const VwReason *reason);

/**
 * vw_reason_arithmetic:
 *
 * Returns: (transfer full) (nullable): the numbers behind the sentence and what else bears on
 *   the keypoints, in sentences of their own; %NULL when the first one has it all
 */
char *vw_reason_arithmetic (const VwReason *reason);

G_END_DECLS

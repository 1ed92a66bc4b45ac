/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/remedy.h"

G_BEGIN_DECLS

/**
 * vw_remedy_action:
 *
 * Returns: (transfer full): what to change and what that gives, "Set edge threshold to 15 → 131
 *   keypoints", in the user's language
 */
char *vw_remedy_action (const VwRemedy *remedy);

/**
 * vw_remedies_sentence:
 *
 * Returns: (transfer full) (nullable): what would help beside the best, or that nothing would;
 *   %NULL when there is nothing to say
 */
char *vw_remedies_sentence (const VwRemedies *remedies);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/outcome.h"

G_BEGIN_DECLS

#define VW_TYPE_TRIAL_TABLE (vw_trial_table_get_type ())
G_DECLARE_FINAL_TYPE (VwTrialTable, vw_trial_table, VW, TRIAL_TABLE, AdwBin)

/**
 * VwTrialTable:
 *
 * The trials of an experiment, one a row. Signals:
 *   "chosen" (int): another trial is, −1 for none; by the user
 *   "use" (): the chosen one's value is wanted
 */

/* @outcome: (nullable): of which trials already shown stay as they are while it is @same */
void vw_trial_table_show (VwTrialTable *self, const VwOutcome *outcome, gboolean same);

/* @trial: −1 for none */
void vw_trial_table_choose (VwTrialTable *self, int trial);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/paper.h"
#include "core/outcome.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a #VwPaper of what an experiment found so far. @outcome: copied */
VwPaper *vw_experiment_paper_new (const VwOutcome *outcome);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/paper.h"
#include "app/run-pair.h"

G_BEGIN_DECLS

/**
 * vw_compare_paper_new:
 * @choices: of normalisation, range and score; what else it holds is the pair's
 *
 * Returns: (transfer full): a #VwPaper of the difference of two runs' matrices, and of their
 *   scores by class.
 */
VwPaper *vw_compare_paper_new (VwRunPair *pair, const VwPlotComparison *choices);

G_END_DECLS

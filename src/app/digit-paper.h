/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/paper.h"
#include "plot/digit-figure.h"

G_BEGIN_DECLS

/**
 * vw_digit_paper_new:
 * @choices: how its keypoints are looked at
 *
 * Returns: (transfer full): a #VwPaper of one digit: its keypoints, its funnel and, when it was
 *   seen with a model, its visual words.
 */
VwPaper *vw_digit_paper_new (const VwInspection *seen, const VwPlotDigitChoices *choices);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/matrix-choices.h"
#include "app/paper.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a #VwPaper of the model's confusion matrix. */
VwPaper *vw_matrix_paper_new (VwModel *model, const VwMatrixChoices *choices);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/digit.h"

G_BEGIN_DECLS

/* Whether the width of the dead border can be shown beside the digit. */
gboolean vw_plot_digit_has_rulers (const VwPlotDigit *model, const VwPlotDigitLayout *layout);

G_END_DECLS

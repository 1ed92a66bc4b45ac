/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"

G_BEGIN_DECLS

/**
 * vw_lesson_markup:
 *
 * Returns: (transfer full): @sentence as Pango markup: figures bold, "× 96" and "○ 6" in the
 *   colours of what is lost and kept, formulas on one line
 */
char *vw_lesson_markup (const char *sentence, const VwPlotStyle *style);

G_END_DECLS

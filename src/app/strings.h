/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"

G_BEGIN_DECLS

/* How numbers are written in the window's language. */
const VwPlotNumbers *vw_strings_numbers (void);

/* Returns: (transfer full): "12,345" in the window's language */
char *vw_strings_count (guint count);

/* The same for "0.50" and, of a share, "73.1 %". */
char *vw_strings_decimal (double value, int digits);
char *vw_strings_percent (double share, int digits);

/* Returns: (transfer full): @text with a capital at its start */
char *vw_strings_capitalize (const char *text);

/* Returns: (transfer full): @text with formulas, "31 px" and "5 %" kept on one line */
char *vw_strings_keep_together (const char *text);

G_END_DECLS

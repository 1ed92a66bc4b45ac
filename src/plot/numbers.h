/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwPlotNumbers:
 * @decimal: decimal point
 * @thousands: between groups of three digits
 * @minus: sign of negative numbers
 * @percent: after a number
 *
 * How numbers are written in a language; UTF-8. A figure may be in another language than the
 * window, so this does not come from the locale.
 */
typedef struct {
  const char *decimal;
  const char *thousands;
  const char *minus;
  const char *percent;
} VwPlotNumbers;

/* Returns: (transfer none): of @language, as in "fr" or "fr_CA"; else the English way. */
const VwPlotNumbers *vw_plot_numbers_for (const char *language);

/* Returns: (transfer full): "12,345"; @sign also writes a plus, and 0 has no sign. */
char *vw_plot_format_count (const VwPlotNumbers *self, gint64 count, gboolean sign);

/* Returns: (transfer full): "0.50" with @digits behind the decimal point. */
char *vw_plot_format_decimal (const VwPlotNumbers *self, double value, int digits, gboolean sign);

/* @share: 1 is 100 %. Returns: (transfer full): "73.1 %" */
char *vw_plot_format_percent (const VwPlotNumbers *self, double share, int digits, gboolean sign);

/**
 * vw_plot_compose:
 * @pattern: text with names in braces, as in "{count} of {total}"
 * @...: name and string in turn, then %NULL
 *
 * Puts the strings in the place of their names, so that a translation can move or repeat them.
 * A name that is not given stays as it is.
 *
 * Returns: (transfer full):
 */
char *vw_plot_compose (const char *pattern, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/strings.h"

#include "text/language.h"

#include <string.h>

const VwPlotNumbers *
vw_strings_numbers (void)
{
  return vw_plot_numbers_for (vw_language ());
}

char *
vw_strings_count (guint count)
{
  return vw_plot_format_count (vw_strings_numbers (), count, FALSE);
}

char *
vw_strings_decimal (double value, int digits)
{
  return vw_plot_format_decimal (vw_strings_numbers (), value, digits, FALSE);
}

char *
vw_strings_percent (double share, int digits)
{
  return vw_plot_format_percent (vw_strings_numbers (), share, digits, FALSE);
}

char *
vw_strings_capitalize (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

char *
vw_strings_keep_together (const char *text)
{
  g_autoptr (GRegex) space = g_regex_new ("(?<=\\d) (?=[×+=%]|px\\b)|(?<=[×+=→]) (?=\\d)", 0, 0, NULL);

  return g_regex_replace_literal (space, text, -1, 0, "\302\240", 0, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-markup.h"

#include "app/strings.h"

#include <math.h>

/* A sign with its figure; or a figure, with what belongs to it. */
#define FIGURES                                                                                    \
  "([×○])[ \302\240](\\d+)"                                                                     \
  "|[+−]?\\d+(?:[.,]\\d+)?(?:[ \302\240](?:×[ \302\240]\\d+|\\+[ \302\240]\\d+|px\\b|%))*°?"

static char *
format_color (VwPlotColor color)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255), (guint) lround (color.blue * 255));
}

static gboolean
add_figure (const GMatchInfo *match, GString *out, gpointer data)
{
  const VwPlotStyle *style = data;
  g_autofree char *all = g_match_info_fetch (match, 0);
  g_autofree char *sign = g_match_info_fetch (match, 1);
  g_autofree char *color = NULL;

  if (sign == NULL || *sign == '\0')
    {
      g_string_append_printf (out, "<b>%s</b>", all);
      return FALSE;
    }
  color = format_color (g_str_equal (sign, "×") ? style->palette.dropped
                                                : vw_plot_style_level (style, 0));
  g_string_append_printf (out, "<span weight=\"bold\" color=\"%s\" fgalpha=\"100%%\">%s</span>",
                          color, all);
  return FALSE;
}

char *
vw_lesson_markup (const char *sentence, const VwPlotStyle *style)
{
  g_autoptr (GRegex) figures = g_regex_new (FIGURES, 0, 0, NULL);
  g_autoptr (GRegex) signs = g_regex_new ("([×○]) (?=\\d)", 0, 0, NULL);
  g_autofree char *together = vw_strings_keep_together (sentence);
  g_autofree char *tied = g_regex_replace (signs, together, -1, 0, "\\1\302\240", 0, NULL);
  g_autofree char *escaped = g_markup_escape_text (tied, -1);

  return g_regex_replace_eval (figures, escaped, -1, 0, 0, add_figure, (gpointer) style, NULL);
}

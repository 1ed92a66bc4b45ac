/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words.h"

#include "config.h"
#include "text/language.h"

#include <glib/gi18n.h>
#include <locale.h>

static const char *
translate (const char *text)
{
  return _(text);
}

void
vw_words_init (VwPlotMatrixWords *self)
{
  vw_plot_matrix_words_init (self, vw_language (), translate);
}

void
vw_words_init_digit (VwPlotDigitWords *self)
{
  vw_plot_digit_words_init (self, vw_language (), translate);
}

void
vw_words_init_outcome (VwPlotOutcomeWords *self, const VwParameterInfo *info)
{
  vw_plot_outcome_words_init (self, info, vw_language (), translate);
}

void
vw_words_init_comparison (VwPlotComparisonWords *self)
{
  vw_plot_comparison_words_init (self, vw_language (), translate);
}

void
vw_words_speak (const char *language, VwWordsFunc func, gpointer data)
{
  g_autofree char *variable = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *locale = g_strdup (setlocale (LC_MESSAGES, NULL));

  vw_language_speak (language); /* what has no translation stays English */
  func (translate, data);
  g_setenv ("LANGUAGE", variable != NULL ? variable : "", TRUE);
  setlocale (LC_MESSAGES, locale);
  textdomain (GETTEXT_PACKAGE); /* or gettext would not look at the variable again */
}

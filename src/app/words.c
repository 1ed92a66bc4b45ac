/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
translate (const char *text)
{
  return _(text);
}

/*
 * Has gettext speak @language. It has no other way to ask for one language among several, and
 * looks at the variable again only after a call of textdomain().
 */
static char *
enter (const char *language)
{
  char *before = g_strdup (g_getenv ("LANGUAGE"));

  g_setenv ("LANGUAGE", language, TRUE);
  textdomain (GETTEXT_PACKAGE);
  return before;
}

static void
leave (char *before)
{
  g_setenv ("LANGUAGE", before != NULL ? before : "", TRUE);
  textdomain (GETTEXT_PACKAGE);
  g_free (before);
}

const char *
vw_words_language (void)
{
  /* Without a catalogue gettext gives its argument back: numbers then are English too. */
  return *translate ("") != '\0' ? g_get_language_names ()[0] : "en";
}

void
vw_words_init (VwPlotMatrixWords *self)
{
  vw_plot_matrix_words_init (self, vw_words_language (), translate);
}

void
vw_words_init_digit (VwPlotDigitWords *self)
{
  vw_plot_digit_words_init (self, vw_words_language (), translate);
}

void
vw_words_init_outcome (VwPlotOutcomeWords *self, const VwParameterInfo *info)
{
  vw_plot_outcome_words_init (self, info, vw_words_language (), translate);
}

void
vw_words_speak (const char *language, VwWordsFunc func, gpointer data)
{
  char *before = enter (language);

  func (translate, data);
  leave (before);
}

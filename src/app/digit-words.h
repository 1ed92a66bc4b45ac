/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_WORDS (vw_digit_words_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitWords, vw_digit_words, VW, DIGIT_WORDS, GObject)

/**
 * VwDigitWords:
 *
 * Which visual words each digit of the session's split has, with the session's settings. Found out
 * in the background, and only while the session's filter asks for a word; going from one word to
 * another costs nothing. The signal "changed" comes at most 10 times a second while that goes on,
 * and at its end. Main thread only.
 */
VwDigitWords *vw_digit_words_new (VwSession *session);

/* Returns: whether the digit is known to have the word. */
gboolean vw_digit_words_has (VwDigitWords *self, guint index, guint word);

gboolean vw_digit_words_is_running (VwDigitWords *self);

G_END_DECLS

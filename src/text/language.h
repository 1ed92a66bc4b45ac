/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer none): that gettext() speaks, as in "fr_FR", for numbers beside its words; "en"
 *   without a translation. */
const char *vw_language (void);

/**
 * vw_language_speak:
 * @language: as in "fr"
 *
 * Has gettext() speak @language from now on, whatever the locale: sets LANGUAGE and, where it would
 * not count, the locale of messages. Main thread.
 *
 * Returns: %FALSE when the words stay English although another language was wished: there is no
 *   translation, or no locale at all in which there are any.
 */
gboolean vw_language_speak (const char *language);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vw_npy_text_build:
 * @text: UTF-8, not empty
 *
 * Returns: (transfer full): the bytes that numpy.save() writes for one string, so that str() of
 *   the array in Python is the text.
 */
GBytes *vw_npy_text_build (const char *text);

/**
 * vw_npy_text_parse:
 *
 * Returns: (transfer full): the text of such a file, or %NULL with %VW_ERROR_FORMAT.
 */
char *vw_npy_text_parse (GBytes *bytes, const char *name, GError **error);

G_END_DECLS

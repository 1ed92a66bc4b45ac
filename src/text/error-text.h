/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/**
 * vw_error_sentence:
 *
 * What the window says of an error: "“digits.npz” is not a zip archive." A file goes without its
 * folder; each cause is a sentence in a line of its own.
 *
 * Returns: (transfer full):
 */
char *vw_error_sentence (const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vw_fetch_text_progress:
 * @received, @expected: bytes
 * @speed: bytes a second, 0 when it is not known
 *
 * Returns: (transfer full): "3.1 of 11.6 MB · 1.2 MB/s · 7 s left"
 */
char *vw_fetch_text_progress (guint64 received, guint64 expected, double speed);

/* Returns: (transfer full): "11.6 MB" */
char *vw_fetch_text_size (guint64 bytes);

G_END_DECLS

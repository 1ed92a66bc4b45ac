/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * vw_cli_catch_interrupts:
 *
 * From now on SIGINT and SIGTERM cancel vw_cli_cancellable() instead of ending the program; a
 * second one ends it at once. Call it before any thread is started.
 */
void vw_cli_catch_interrupts (void);

/**
 * vw_cli_end_on_interrupt:
 *
 * From now on, or no longer, an interrupt ends the program at once: for work that looks at no
 * cancellable and has written nothing yet.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when there was an interrupt before.
 */
gboolean vw_cli_end_on_interrupt (gboolean at_once, GError **error);

/* Returns: (transfer none): cancelled by an interrupt. */
GCancellable *vw_cli_cancellable (void);

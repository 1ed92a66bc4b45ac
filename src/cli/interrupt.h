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

/* Returns: (transfer none): cancelled by an interrupt. */
GCancellable *vw_cli_cancellable (void);

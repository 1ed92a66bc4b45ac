/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*VwQueueFunc) (gpointer data);

/**
 * vw_queue_push:
 * @work: runs on the queue's thread
 * @done: runs on the main thread afterwards, and frees @data
 *
 * Reads and writes the user's own files, one after another in the order pushed, whichever window
 * asked: unlike a VwJob, nothing is dropped. The application does not end before it is done. Main
 * thread only.
 */
void vw_queue_push (VwQueueFunc work, VwQueueFunc done, gpointer data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VwProgressFunc:
 * @fraction: how much of the call is done, 0 … 1, never falling
 *
 * Called on the thread that made the long call, and on no other.
 */
typedef void (*VwProgressFunc) (double fraction, gpointer data);

/**
 * VwTask:
 * @threads: how many threads may work, 0 for one a processor; no result depends on it
 * @progress: (nullable): told about progress
 * @cancellable: (nullable): polled at least every 100 ms
 *
 * How a long call is to be run. A %NULL task means all processors, silent, not cancellable.
 */
typedef struct {
  guint threads;
  VwProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} VwTask;

/**
 * VwChunkFunc:
 * @chunk: number of the chunk
 * @begin, @end: its items, @end excluded
 * @error: set it and return %FALSE to fail the whole call
 *
 * Works one chunk on any thread. What it computes may depend on @chunk, never on the thread.
 */
typedef gboolean (*VwChunkFunc) (gsize chunk, gsize begin, gsize end, gpointer data, GError **error);

/**
 * vw_parallel_run:
 * @n_items: how many items there are; 0 is fine
 * @chunk_size: items a chunk, fixed by the caller so that chunks do not depend on threads
 *
 * Cuts the items into chunks and works them on several threads, the caller's among them and none before
 * it in priority.
 * A chunk should take under 50 ms: progress and cancelling happen between chunks. When
 * several chunks fail, the error of the lowest failed one is reported.
 *
 * Returns: %TRUE when all chunks were worked; %FALSE with a chunk's error or
 *   %G_IO_ERROR_CANCELLED, and then no chunk is still running.
 */
gboolean vw_parallel_run (const VwTask *task, gsize n_items, gsize chunk_size, VwChunkFunc work,
                          gpointer data, GError **error);

/* Chunks that vw_parallel_run () makes of @n_items. */
gsize vw_parallel_chunks (gsize n_items, gsize chunk_size);

/* Threads that @task stands for, at least 1. */
guint vw_task_threads (const VwTask *task);

/* Tells @task's progress function, if there is one. Only on the caller's thread. */
void vw_task_report (const VwTask *task, double fraction);

/* Returns: %TRUE, with %G_IO_ERROR_CANCELLED in @error, once @task was cancelled. */
gboolean vw_task_cancelled (const VwTask *task, GError **error);

/**
 * VwSubtask:
 *
 * A part of a longer call: its progress 0 … 1 becomes @from … @to of the parent's.
 */
typedef struct {
  VwTask task;
  const VwTask *parent;
  double from, to;
} VwSubtask;

/* Returns: (transfer none): the task to hand on; it lives as long as @self and @parent. */
const VwTask *vw_subtask_init (VwSubtask *self, const VwTask *parent, double from, double to);

G_END_DECLS

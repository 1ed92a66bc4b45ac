/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/parallel.h"

G_BEGIN_DECLS

/**
 * VwJobFunc:
 * @input: as given; the worker's alone while the job runs
 * @task: progress and cancelling, to be handed on to the core
 *
 * Runs on a worker thread, with the priority of background work.
 *
 * Returns: (transfer full): the result, or %NULL with @error
 */
typedef gpointer (*VwJobFunc) (gpointer input, const VwTask *task, GError **error);

/**
 * VwJobDoneFunc:
 * @result: (transfer full) (nullable): %NULL when @error is set
 *
 * Runs on the main thread, and only for the latest start of a job that was not cancelled.
 */
typedef void (*VwJobDoneFunc) (gpointer result, const GError *error, gpointer data);

/**
 * VwJobWork:
 * @free_input: (nullable)
 * @free_result: (nullable): for results that nobody wants any more
 * @data: for @done; must live until @done was called, the job was cancelled or started again
 */
typedef struct {
  VwJobFunc run;
  gpointer input;
  GDestroyNotify free_input, free_result;
  VwJobDoneFunc done;
  gpointer data;
} VwJobWork;

#define VW_TYPE_JOB (vw_job_get_type ())
G_DECLARE_FINAL_TYPE (VwJob, vw_job, VW, JOB, GObject)

/**
 * VwJob:
 *
 * One kind of long work that a page does off the main thread, latest wish only: starting it again
 * cancels what runs and drops its result. Properties, with notify on the main thread: "running"
 * (boolean), "fraction" (double, 0 … 1, told at most 10 times a second). Main thread only.
 * Whoever owns it cancels it in dispose.
 */
VwJob *vw_job_new (void);

void vw_job_start (VwJob *self, const VwJobWork *work);

/* At once as far as the caller can see; the worker ends soon after, and its result is dropped. */
void vw_job_cancel (VwJob *self);

gboolean vw_job_is_running (VwJob *self);
double vw_job_get_fraction (VwJob *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/run.h"

G_BEGIN_DECLS

#define VW_TYPE_PAST_RUN (vw_past_run_get_type ())
G_DECLARE_FINAL_TYPE (VwPastRun, vw_past_run, VW, PAST_RUN, GObject)

/**
 * VwPastRun:
 *
 * A run in the history's list. Properties, with notify: "title" (string: the user's name for it,
 * else its preset and what differs), "current" (boolean: the session has its model). Main thread
 * only.
 */
VwPastRun *vw_past_run_new (VwRun *run);

/* Returns: (transfer none): good until the run is renamed. */
VwRun *vw_past_run_get_run (VwPastRun *self);

const char *vw_past_run_get_title (VwPastRun *self);
gboolean vw_past_run_is_current (VwPastRun *self);

/* For the history alone. @run: the same under another name */
void vw_past_run_set_run (VwPastRun *self, VwRun *run);
void vw_past_run_set_current (VwPastRun *self, gboolean current);

G_END_DECLS

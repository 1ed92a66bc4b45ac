/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/experiment-job.h"

G_BEGIN_DECLS

#define VW_TYPE_EXPERIMENT_WINDOW (vw_experiment_window_get_type ())
G_DECLARE_FINAL_TYPE (VwExperimentWindow, vw_experiment_window, VW, EXPERIMENT_WINDOW, AdwWindow)

/**
 * VwExperimentWindow:
 *
 * Asks for an experiment, runs it, and draws what it finds. Closing hides it and stops nothing; it
 * goes with @parent.
 */
VwExperimentWindow *vw_experiment_window_new (GtkWindow *parent, VwSession *session,
                                              VwTrainingJob *training,
                                              VwExperimentJob *experiment);

G_END_DECLS

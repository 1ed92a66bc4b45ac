/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/training-job.h"

G_BEGIN_DECLS

#define VW_TYPE_USAGE_VIEW (vw_usage_view_get_type ())
G_DECLARE_FINAL_TYPE (VwUsageView, vw_usage_view, VW, USAGE_VIEW, GtkWidget)

/**
 * VwUsageView:
 *
 * Processor and memory of the run under way, or of the last one, over its time. Invisible until
 * there was a run.
 */
GtkWidget *vw_usage_view_new (VwTrainingJob *training);

G_END_DECLS

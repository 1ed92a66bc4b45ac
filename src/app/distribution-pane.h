/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/digit-counts.h"
#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_DISTRIBUTION_PANE (vw_distribution_pane_get_type ())
G_DECLARE_FINAL_TYPE (VwDistributionPane, vw_distribution_pane, VW, DISTRIBUTION_PANE, GtkBox)

/* Keypoints by class, and how far counting them is. */
void vw_distribution_pane_follow (VwDistributionPane *self, VwSession *session,
                                  VwInspector *inspector, VwDigitCounts *counts);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "core/class-averages.h"

G_BEGIN_DECLS

#define VW_TYPE_CLASS_WATCH (vw_class_watch_get_type ())
G_DECLARE_FINAL_TYPE (VwClassWatch, vw_class_watch, VW, CLASS_WATCH, GObject)

/**
 * VwClassWatch:
 *
 * How the classes of the session's split fare with its settings, found out in the background each
 * time one of these changes. The signal "changed" comes when the averages are there, and when they
 * no longer hold. Main thread only.
 */
VwClassWatch *vw_class_watch_new (VwSession *session);

/* Returns: (transfer none) (nullable): %NULL as long as they are not found out. */
const VwClassAverages *vw_class_watch_get_averages (VwClassWatch *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/json.h"
#include "core/metrics.h"

G_BEGIN_DECLS

/**
 * vw_metrics_to_json:
 *
 * Sets the members that reports and model files share: confusion (row = truth), without_keypoints,
 * test_total, accuracy_all, and, over the images with keypoints as in the notebook, test_images,
 * accuracy, macro_f1 and support.
 */
void vw_metrics_to_json (const VwMetrics *self, JsonObject *object);

/**
 * vw_metrics_from_json:
 *
 * Reads confusion and without_keypoints, from which the other members follow.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_FORMAT when they are not counts of the same
 *   1 … 256 classes, or more than 2³² − 1 images in all.
 */
VwMetrics *vw_metrics_from_json (const VwJson *json, GError **error);

G_END_DECLS

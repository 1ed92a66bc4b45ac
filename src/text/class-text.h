/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/class-averages.h"

G_BEGIN_DECLS

/**
 * vw_class_sentence:
 * @class_name: of the class @label
 *
 * Returns: (transfer full) (nullable): how many corners and keypoints the class has beside all
 *   classes, and what sets it apart, in the user's language; %NULL when nothing is known of it
 */
char *vw_class_sentence (const VwClassAverages *averages, guint label, const char *class_name);

G_END_DECLS

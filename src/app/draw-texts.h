/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/inspection.h"
#include "core/centering.h"
#include "core/photo.h"

G_BEGIN_DECLS

/* What the Draw page says, in the user's language. All (transfer full). */

/* Of the image of 28 × 28 pixels: what its marks mean. @centred: as MNIST does it. */
char *vw_draw_texts_field (const VwCentering *centering, gboolean centred);

/* How the keypoints are spread, or what left few of them. */
char *vw_draw_texts_keypoints (const VwInspection *seen);

/* “Looks like a 2”, and how far the next class is; %NULL for that where there is only one class. */
char *vw_draw_texts_verdict (const VwInspection *seen);
char *vw_draw_texts_runner_up (const VwInspection *seen);

/* How many of the vocabulary's words the digit has. */
char *vw_draw_texts_words (const VwInspection *seen, guint n_words);

/* What was done to a photo. */
char *vw_draw_texts_photo (const VwPhoto *photo);

G_END_DECLS

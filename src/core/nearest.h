/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/vocabulary.h"

G_BEGIN_DECLS

/**
 * VwNearest:
 *
 * Words laid out for finding the nearest one quickly. Read-only once made.
 */
typedef struct _VwNearest VwNearest;

/* @centres: @words × 32 numbers, copied. */
VwNearest *vw_nearest_new_euclidean (const float *centres, guint words);

/* @patterns: @words × 32 bytes, copied. */
VwNearest *vw_nearest_new_hamming (const guint8 *patterns, guint words);

void vw_nearest_free (VwNearest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwNearest, vw_nearest_free)

/* As vw_vocabulary_assign(); @inertia is set to 0 for n = 0. */
gboolean vw_nearest_assign (const VwNearest *self, const guint8 *descriptors, gsize n,
                            guint16 *words, double *inertia, const VwTask *task, GError **error);

/* Squared Euclidean distance, or number of differing bits, of a descriptor to a word. */
double vw_nearest_cost (const VwNearest *self, const guint8 *descriptor, guint word);

G_END_DECLS

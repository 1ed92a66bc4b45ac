/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VW_NEAREST_LANES 8 /* words side by side in a block */
#define VW_NEAREST_ROWS 4  /* descriptors worked together */

/**
 * VwNearestKernels:
 * @scores: for each of 4 descriptors (4 × 32 numbers) and each word of @blocks blocks, an even
 *   number, dot product with the word minus half its squared length: the greatest belongs to the
 *   nearest word. @centres is blocks × 32 × 8 numbers, @halves blocks × 8; @scores is 4 × (8 × blocks), @best the greatest of
 *   each row. Rounded somehow.
 * @near_best: how many of 8 × @blocks scores are at least @limit; *@index is the only one's
 *
 * One source, compiled for every x86-64 and again for those with AVX2 and FMA.
 */
typedef struct {
  void (*scores) (const float *descriptors, const float *centres, const float *halves, guint blocks,
                  float *scores, float best[VW_NEAREST_ROWS]);
  guint (*near_best) (const float *scores, guint blocks, float limit, guint *index);
} VwNearestKernels;

extern const VwNearestKernels vw_nearest_kernels_plain;
#ifdef VW_HAVE_AVX2
extern const VwNearestKernels vw_nearest_kernels_avx2;
#endif

/* Returns: the fastest kernels that this processor runs. */
const VwNearestKernels *vw_nearest_kernels_get (void);

G_END_DECLS

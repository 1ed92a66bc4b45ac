/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VW_NEAREST_LANES 8 /* words side by side in a block */
#define VW_NEAREST_ROWS 4  /* descriptors worked together */
#define VW_NEAREST_DIMS 32

/**
 * VwNearestKernels:
 * @scores: for each of 4 descriptors (4 × 32 numbers) and each word of @blocks blocks, an even
 *   number, dot product with the word plus the word's @starts: the greatest belongs to the nearest
 *   word. @centres is blocks × 16 pairs of numbers × 8 words × 2, @starts blocks × 8; @scores is
 *   4 × (8 × blocks), @best the greatest of each row. No sum may leave 32 bits.
 * @near_best: how many of 8 × @blocks scores are at least @limit; *@index is the only one's
 * @distance: squared Euclidean distance of a descriptor's 32 bytes to 32 numbers, in double; four
 *   sums, of every fourth number, that are added up in pairs
 *
 * The inner loops of finding the nearest word. All give the same bytes.
 */
typedef struct {
  void (*scores) (const gint16 *descriptors,
                  const gint16 *centres,
                  const gint32 *starts,
                  guint blocks,
                  gint32 *scores,
                  gint32 best[VW_NEAREST_ROWS]);
  guint (*near_best) (const gint32 *scores, guint blocks, gint32 limit, guint *index);
  double (*distance) (const guint8 *descriptor, const float *centre);
} VwNearestKernels;

/* Of builds for x86-64, on processors that have what they are named after. */
extern const VwNearestKernels vw_nearest_kernels_avx2, vw_nearest_kernels_vnni;

/* Returns: (transfer none): those that this processor runs, from plain C to the fastest, and %NULL.
 */
const VwNearestKernels *const *vw_nearest_kernels_here (void);

/* Returns: (transfer none): the fastest of them. */
const VwNearestKernels *vw_nearest_kernels_get (void);

G_END_DECLS

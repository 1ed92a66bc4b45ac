/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nearest-kernels.h"

#include <string.h>

#define DIMS VW_NEAREST_DIMS
#define LANES VW_NEAREST_LANES

/* Of one descriptor and the words of one block. */
static void
score_block (const gint16 *descriptor, const gint16 *centres, gint32 sums[LANES])
{
  for (guint d = 0; d < DIMS; d += 2, centres += 2 * LANES)
    for (guint lane = 0; lane < LANES; lane++)
      sums[lane] += centres[2 * lane] * descriptor[d] + centres[2 * lane + 1] * descriptor[d + 1];
}

static void
scores (const gint16 *descriptors,
        const gint16 *centres,
        const gint32 *starts,
        guint blocks,
        gint32 *scores,
        gint32 best[VW_NEAREST_ROWS])
{
  for (guint r = 0; r < VW_NEAREST_ROWS; r++)
    {
      gint32 *row = scores + (gsize) r * blocks * LANES;

      memcpy (row, starts, (gsize) blocks * LANES * sizeof *row);
      best[r] = G_MININT32;
      for (guint b = 0; b < blocks; b++)
        score_block (descriptors + r * DIMS, centres + (gsize) b * DIMS * LANES, row + b * LANES);
      for (guint i = 0; i < blocks * LANES; i++)
        best[r] = MAX (best[r], row[i]);
    }
}

static guint
near_best (const gint32 *scores, guint blocks, gint32 limit, guint *index)
{
  guint n = 0;

  *index = 0;
  for (guint i = 0; i < blocks * LANES; i++)
    if (scores[i] >= limit)
      {
        *index = i;
        n++;
      }
  return n;
}

static double
distance (const guint8 *descriptor, const float *centre)
{
  double sums[4] = { 0 }; /* side by side, since each addition waits for the one before */

  for (guint d = 0; d < DIMS; d++)
    {
      double difference = (double) descriptor[d] - (double) centre[d];

      sums[d % 4] += difference * difference;
    }
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

static const VwNearestKernels plain = { scores, near_best, distance };

const VwNearestKernels *const *
vw_nearest_kernels_here (void)
{
  static const VwNearestKernels *here[4];
  static gsize known;
  guint n = 0;

  if (!g_once_init_enter (&known))
    return here;
  here[n++] = &plain;
#ifdef VW_HAVE_AVX2
  if (__builtin_cpu_supports ("avx2"))
    here[n++] = &vw_nearest_kernels_avx2;
  if (__builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512vnni"))
    here[n++] = &vw_nearest_kernels_vnni;
#endif
  g_once_init_leave (&known, n);
  return here;
}

const VwNearestKernels *
vw_nearest_kernels_get (void)
{
  const VwNearestKernels *const *here = vw_nearest_kernels_here ();

  while (here[1] != NULL)
    here++;
  return *here;
}
